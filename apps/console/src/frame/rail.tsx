import { Link } from '@tanstack/react-router';
import { version } from '../../package.json';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './rail.module.css';
import { ThemeSwitch } from './theme-switch.tsx';

const PAGES = [
  { to: '/', name: 'dashboard', short: 'frame.dashboard.short' },
  { to: '/deals', name: 'deals', short: 'frame.deals' },
  { to: '/connecteurs', name: 'connectors', short: 'frame.connectors.short' },
  { to: '/synchroniser', name: 'synchronise', short: 'frame.synchronise.short' },
  { to: '/historique', name: 'history', short: 'frame.history.short' },
] as const;

/** The pages, at the left, or at the bottom of a narrow screen; language and theme with them. */
export function Rail() {
  const { t } = useTranslate();
  return (
    <nav className={classes.rail} aria-label={t('frame.navigation')}>
      <span className={classes.brand} aria-hidden="true">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <span className={classes.word}>Passerelle</span>
      </span>
      <ul className={classes.pages}>
        {PAGES.map(({ to, name, short }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes.link}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              <Icon name={name} size={20} />
              <span className={classes.long}>{t(`frame.${name}`)}</span>
              <span className={classes.short} aria-hidden="true">
                {t(short)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <LanguageSwitch />
        <ThemeSwitch />
        <span className={classes.version}>{t('frame.version', { version })}</span>
      </div>
    </nav>
  );
}
