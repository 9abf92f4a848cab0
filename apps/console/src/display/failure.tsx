import { Alert, Button, Group } from '@mantine/core';
import { useErrorSentence } from '../api/use-error-sentence.ts';
import { useTranslate } from '../language/use-translate.ts';
import { Icon } from './icon.tsx';

/** What went wrong, in the API's own words, with a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const { t } = useTranslate();
  const sentence = useErrorSentence()(error);
  return (
    <Alert variant="light" color="red" role="alert" icon={<Icon name="failed" />} className="failure">
      <Group justify="space-between" gap="xs">
        <span style={{ color: 'var(--state-failed)' }}>{sentence}</span>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('frame.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
