import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Empty } from '../display/empty.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** Shown in place of a page that failed in the browser. */
export function Crash({ error }: ErrorComponentProps) {
  const { t } = useTranslate();
  return (
    <div role="alert">
      <Empty
        title={t('frame.crash.title')}
        action={<Button onClick={() => location.reload()}>{t('frame.crash.action')}</Button>}
      >
        {t('frame.crash.text', { message: error instanceof Error ? error.message : String(error) })}
      </Empty>
    </div>
  );
}
