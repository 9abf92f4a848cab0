import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../display/empty.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { Page } from './page.tsx';

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslate();
  return (
    <Page title={t('frame.notFound.title')}>
      <Empty
        title={t('frame.notFound.title')}
        action={
          <Button component={Link} to="/">
            {t('frame.notFound.action')}
          </Button>
        }
      >
        {t('frame.notFound.text')}
      </Empty>
    </Page>
  );
}
