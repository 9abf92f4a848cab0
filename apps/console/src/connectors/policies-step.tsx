import { Button, Group, NumberInput, Radio, Stack } from '@mantine/core';
import type { ConnectorPolicies, Provider } from '@passerelle/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { Failure } from '../display/failure.tsx';
import { Panel } from '../display/panel.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { providerTitle } from './provider-title.ts';

const CONFLICTS = ['remote', 'local', 'newest', 'ask'] as const;
const DELETIONS = ['ignore', 'flag', 'archive'] as const;

/** What happens when both sides changed, and when a record is gone: in plain words. */
export function PoliciesStep({ provider }: { provider: Provider }) {
  const { t } = useTranslate();
  const query = useQuery(trpc.connectors.policies.queryOptions({ provider }));
  return (
    <Panel title={t('connectors.policies')}>
      <Answer query={query} height={320}>
        {({ data }) => <Rules provider={provider} stored={data} />}
      </Answer>
    </Panel>
  );
}

function Rules({ provider, stored }: { provider: Provider; stored: ConnectorPolicies }) {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const [changes, setChanges] = useState<Partial<ConnectorPolicies>>({});
  const rules = { ...stored, ...changes };
  const save = useMutation(
    trpc.connectors.savePolicies.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.connectors.policies.pathKey() });
        setChanges({});
      },
    }),
  );
  const words = { provider: providerTitle(provider) };
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('connectors.conflict')}
        value={rules.conflict}
        onChange={(value) => setChanges({ ...changes, conflict: value as ConnectorPolicies['conflict'] })}
      >
        <Stack gap={8} mt={8}>
          {CONFLICTS.map((value) => (
            <Radio key={value} value={value} label={t(`connectors.conflict.${value}`, words)} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('connectors.deletion')}
        value={rules.deletion}
        onChange={(value) => setChanges({ ...changes, deletion: value as ConnectorPolicies['deletion'] })}
      >
        <Stack gap={8} mt={8}>
          {DELETIONS.map((value) => (
            <Radio key={value} value={value} label={t(`connectors.deletion.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {rules.deletion !== 'ignore' && (
        <NumberInput
          label={t('connectors.threshold')}
          description={t('connectors.threshold.hint')}
          value={rules.deletion_threshold}
          min={0}
          max={100}
          suffix=" %"
          hideControls
          maw={320}
          onChange={(value) => setChanges({ ...changes, deletion_threshold: Math.round(Number(value) || 0) })}
        />
      )}
      {save.isError && <Failure error={save.error} />}
      <Group justify="flex-end">
        <Button
          disabled={Object.keys(changes).length === 0}
          loading={save.isPending}
          onClick={() => save.mutate({ provider, ...changes })}
        >
          {t('connectors.policies.save')}
        </Button>
      </Group>
    </Stack>
  );
}
