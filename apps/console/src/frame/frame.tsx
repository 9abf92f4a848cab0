import { Outlet } from '@tanstack/react-router';
import { useTranslate } from '../language/use-translate.ts';
import classes from './frame.module.css';
import { KeyGate } from './key-gate.tsx';
import { Offline } from './offline.tsx';
import { Rail } from './rail.tsx';

/** What stays around every page. */
export function Frame() {
  const { t } = useTranslate();
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('frame.skip')}
      </a>
      <Rail />
      <div className={classes.page}>
        <Offline />
        <KeyGate>
          <Outlet />
        </KeyGate>
      </div>
    </div>
  );
}
