import { Button, Checkbox, Group, NumberInput, Radio, Stack } from '@mantine/core';
import type { ConnectorPolicies, Provider } from '@passerelle/contracts';
import { type FormEvent, useState } from 'react';
import { Failure } from '../../display/failure.tsx';
import { StateBadge } from '../../display/state-badge.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { providerTitle } from '../provider-title.ts';
import { useSavePolicies } from './use-save-policies.ts';

const CONFLICTS = ['remote', 'local', 'newest', 'ask'] as const;
const DELETIONS = ['ignore', 'flag', 'archive'] as const;
/** Fields that a vendor may keep as a choice among options. */
const CHOICE_FIELDS = ['statut', 'secteur', 'assignee'] as const;

/** What Passerelle decides without asking each time, in plain words. */
export function PoliciesForm({ provider, saved }: { provider: Provider; saved: ConnectorPolicies }) {
  const { t } = useTranslate();
  const [changes, setChanges] = useState<Partial<ConnectorPolicies>>({});
  const policies = { ...saved, ...changes };
  const isChanged = Object.keys(changes).length > 0;
  const save = useSavePolicies();
  const change = (some: Partial<ConnectorPolicies>) => setChanges({ ...changes, ...some });
  const vendor = providerTitle(provider);
  const give = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ provider, ...changes }, { onSuccess: () => setChanges({}) });
  };
  return (
    <form onSubmit={give}>
      <Stack gap="lg" maw={640}>
        <Radio.Group
          label={t('connectors.policies.conflict')}
          value={policies.conflict}
          onChange={(value) => change({ conflict: CONFLICTS.find((one) => one === value) ?? 'ask' })}
        >
          <Stack gap={8} mt={8}>
            {CONFLICTS.map((one) => (
              <Radio key={one} value={one} label={t(`connectors.policies.conflict.${one}`, { vendor })} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={t('connectors.policies.deletion')}
          value={policies.deletion}
          onChange={(value) => change({ deletion: DELETIONS.find((one) => one === value) ?? 'ignore' })}
        >
          <Stack gap={8} mt={8}>
            {DELETIONS.map((one) => (
              <Radio key={one} value={one} label={t(`connectors.policies.deletion.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <NumberInput
          label={t('connectors.policies.threshold')}
          description={t('connectors.policies.threshold.note')}
          suffix=" %"
          min={0}
          max={100}
          allowDecimal={false}
          value={policies.deletion_threshold}
          onChange={(value) => typeof value === 'number' && change({ deletion_threshold: value })}
          maw={320}
        />
        <Checkbox.Group
          label={t('connectors.policies.options', { vendor })}
          description={t('connectors.policies.options.note')}
          value={[...policies.create_options]}
          onChange={(fields) =>
            change({ create_options: CHOICE_FIELDS.filter((field) => fields.includes(field)) })
          }
        >
          <Group gap="lg" mt={8}>
            {CHOICE_FIELDS.map((field) => (
              <Checkbox key={field} value={field} label={t(`deals.column.${field}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <NumberInput
          label={t('connectors.policies.fullScan')}
          description={t('connectors.policies.fullScan.note')}
          min={1}
          max={1000}
          allowDecimal={false}
          value={policies.full_scan_every}
          onChange={(value) => typeof value === 'number' && change({ full_scan_every: value })}
          maw={320}
        />
        {save.isError && <Failure error={save.error} />}
        <Group gap="sm">
          <Button type="submit" disabled={!isChanged} loading={save.isPending}>
            {t('connectors.policies.save')}
          </Button>
          <span role="status">
            {save.isSuccess && !isChanged && <StateBadge state="success">{t('connectors.saved')}</StateBadge>}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
