import { useTranslate } from '../language/use-translate.ts';

/** Stands where an analysis has nothing to show for these filters. */
export function NoFigures() {
  const { t } = useTranslate();
  return <p style={{ margin: 0, color: 'var(--ink-soft)', fontSize: 14 }}>{t('dashboard.nothing')}</p>;
}
