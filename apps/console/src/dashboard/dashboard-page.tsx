import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** The CRM at a glance. */
export function DashboardPage() {
  const { t } = useTranslate();
  return <Page title={t('frame.dashboard')}>{null}</Page>;
}
