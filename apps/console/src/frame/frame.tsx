import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { RunStreams } from '../history/run-streams.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './frame.module.css';
import { KeyGate } from './key-gate.tsx';
import { Offline } from './offline.tsx';
import { Rail } from './rail.tsx';

/** What stays around every page. */
export function Frame() {
  const { t } = useTranslate();
  const router = useRouter();
  // A page that opens is a page that begins: what had the focus is gone, and those who listen hear its title.
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) document.querySelector('h1')?.focus({ preventScroll: true });
      }),
    [router],
  );
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('frame.skip')}
      </a>
      <Rail />
      <div className={classes.page}>
        <Offline />
        <KeyGate>
          <RunStreams />
          <Outlet />
        </KeyGate>
      </div>
    </div>
  );
}
