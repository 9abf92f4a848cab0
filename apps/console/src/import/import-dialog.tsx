import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uploadCsv } from '../api/upload-csv.ts';
import { Failure } from '../display/failure.tsx';
import { Icon } from '../display/icon.tsx';
import { useReturnFocus } from '../display/use-return-focus.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { ImportResult } from './import-result.tsx';

/** Only to spare a needless upload: the API has the last word, in its own sentence. */
const MAX_UPLOAD_MEGABYTES = 200;

/** Adds the deals of a CSV file: drop it, watch it go, read what was refused and why. */
export default function ImportDialog({ close }: { close: () => void }) {
  const { t } = useTranslate();
  const format = useFormat();
  const queries = useQueryClient();
  useReturnFocus();
  const [sent, setSent] = useState(0);
  const [wrongFile, setWrongFile] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => uploadCsv(file, setSent),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('import.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <Stack gap="md">
        {upload.data ? (
          <>
            <ImportResult result={upload.data} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={upload.reset}>
                {t('import.another')}
              </Button>
              <Button onClick={close}>{t('import.done')}</Button>
            </Group>
          </>
        ) : (
          <>
            <Text size="sm">{t('import.columns')}</Text>
            <Dropzone
              multiple={false}
              maxSize={MAX_UPLOAD_MEGABYTES * 1024 * 1024}
              accept={{ 'text/csv': ['.csv'] }}
              loading={upload.isPending}
              inputProps={{ 'aria-label': t('import.choose') }}
              onReject={() => setWrongFile(true)}
              onDrop={([file]) => {
                setWrongFile(false);
                setSent(0);
                if (file) upload.mutate(file);
              }}
            >
              <Stack align="center" gap="xs" py="lg">
                <Icon name="upload" size={28} />
                <Text fw={600}>{t('import.drop')}</Text>
                <Text size="sm" c="dimmed">
                  {t('import.limit', { megabytes: MAX_UPLOAD_MEGABYTES })}
                </Text>
              </Stack>
            </Dropzone>
            {wrongFile && (
              <Text role="alert" size="sm" c="var(--state-failed)">
                {t('import.wrong', { megabytes: MAX_UPLOAD_MEGABYTES })}
              </Text>
            )}
            {upload.isPending && (
              <div role="status">
                <Text size="sm" mb={4}>
                  {sent < 1
                    ? t('import.sending', { percent: format.percent(Math.round(sent * 100)) })
                    : t('import.reading')}
                </Text>
                <Progress value={sent * 100} animated={sent === 1} aria-label={t('import.progress')} />
              </div>
            )}
            {upload.isError && <Failure error={upload.error} />}
          </>
        )}
      </Stack>
    </Modal>
  );
}
