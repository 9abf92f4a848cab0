import { Empty } from '../display/empty.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { Page } from './page.tsx';

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslate();
  return (
    <Page title={t('frame.notFound.title')}>
      <Empty
        title={t('frame.notFound.title')}
        action={<LinkButton to="/">{t('frame.notFound.action')}</LinkButton>}
      >
        {t('frame.notFound.text')}
      </Empty>
    </Page>
  );
}
