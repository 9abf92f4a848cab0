import { List, Stack, Text } from '@mantine/core';
import type { UploadCsvOutput } from '@passerelle/contracts';
import { StateBadge } from '../display/state-badge.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** What became of a file: how many deals were added, and each refused row with its reason. */
export function ImportResult({ result }: { result: UploadCsvOutput['data'] }) {
  const { t } = useTranslate();
  const { nb_imported, nb_errors, errors } = result;
  return (
    <Stack gap="sm" role="status">
      <StateBadge state={nb_errors === 0 ? 'success' : 'partial'}>
        {t('import.added', { count: nb_imported })}
      </StateBadge>
      {nb_errors > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('import.refused', { count: nb_errors })}
          </Text>
          <List size="sm" spacing={4}>
            {errors.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
          {nb_errors > errors.length && (
            <Text size="sm" c="dimmed">
              {t('import.more', { count: nb_errors - errors.length })}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}
