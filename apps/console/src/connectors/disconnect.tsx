import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ConnectorConfig } from '@passerelle/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { Panel } from '../display/panel.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { providerTitle } from './provider-title.ts';
import { useSaveConnector } from './use-save-connector.ts';

/** Puts a connection to rest, or takes it away once it is confirmed. */
export function Disconnect({ config: { provider, is_active } }: { config: ConnectorConfig }) {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const save = useSaveConnector();
  const remove = useMutation(
    trpc.connectors.delete.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.connectors.pathFilter());
        setAsking(false);
      },
    }),
  );
  const vendor = providerTitle(provider);
  return (
    <Panel title={t('connectors.end')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t(is_active ? 'connectors.end.pauseText' : 'connectors.end.pausedText')}</Text>
        <Group gap="xs">
          <Button
            variant="default"
            loading={save.isPending}
            onClick={() => save.mutate({ provider, is_active: !is_active })}
          >
            {t(is_active ? 'connectors.end.pause' : 'connectors.end.wake')}
          </Button>
          <Button variant="default" c="var(--state-failed)" onClick={() => setAsking(true)}>
            {t('connectors.end.delete')}
          </Button>
        </Group>
        {save.isError && <Failure error={save.error} />}
      </Stack>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('connectors.end.title', { vendor })}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <Stack gap="md">
          <Text size="sm">{t('connectors.end.text')}</Text>
          {remove.isError && <Failure error={remove.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              {t('frame.cancel')}
            </Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ provider })}>
              {t('connectors.end.confirm', { vendor })}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Panel>
  );
}
