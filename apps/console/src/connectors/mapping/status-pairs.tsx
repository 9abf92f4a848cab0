import { ActionIcon, Button, Group, Indicator, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import type { ConnectorPolicies, Provider } from '@passerelle/contracts';
import { STATUTS } from '@passerelle/contracts/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { trpc } from '../../api/trpc.ts';
import { Answer } from '../../display/answer.tsx';
import { Failure } from '../../display/failure.tsx';
import { Icon } from '../../display/icon.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { useSavePolicies } from '../policies/use-save-policies.ts';
import classes from './status-pairs.module.css';
import type { RemoteTable } from './use-mapping-draft.ts';

/** Opens the pairs of statuses; its badge counts the remote ones that nothing translates. */
export function StatusPairs({ provider, statuses }: StatusPairsProps) {
  const { t } = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const unpaired = statuses.filter(({ statut }) => statut === null).length;
  const label = t('connectors.statuses.open', { count: unpaired });
  return (
    <>
      <Indicator
        disabled={unpaired === 0}
        label={unpaired}
        size={18}
        classNames={{ indicator: classes.badge }}
      >
        <ActionIcon
          variant="default"
          size={36}
          aria-label={label}
          title={label}
          onClick={() => setOpen(true)}
        >
          <Icon name="gear" />
        </ActionIcon>
      </Indicator>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('connectors.statuses')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <Pairs provider={provider} statuses={statuses} close={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Pairs({ provider, statuses, close }: StatusPairsProps & { close: () => void }) {
  const { t } = useTranslate();
  const policies = useQuery(trpc.connectors.policies.queryOptions({ provider }));
  const save = useSavePolicies();
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const give = (stored: ConnectorPolicies['status_values']) => (event: FormEvent) => {
    event.preventDefault();
    const chosen = Object.entries({ ...stored, ...changes }).flatMap(([value, text]) => {
      const statut = STATUTS.find((one) => one === text);
      return statut === undefined ? [] : [[value, statut] as const];
    });
    save.mutate({ provider, status_values: Object.fromEntries(chosen) }, { onSuccess: close });
  };
  return (
    <Answer query={policies} height={320}>
      {({ data: { status_values } }) => (
        <form onSubmit={give(status_values)}>
          <Stack gap="md">
            <Text size="sm">{t('connectors.statuses.text')}</Text>
            <ul className={classes.pairs}>
              {statuses.map(({ value, statut }) => (
                <li key={value} className={classes.pair}>
                  <span className={classes.value}>{value}</span>
                  <NativeSelect
                    aria-label={t('connectors.statuses.of', { value })}
                    value={changes[value] ?? status_values[value] ?? ''}
                    data={[{ value: '', label: wordFor(statut, value in status_values, t) }, ...STATUTS]}
                    onChange={({ currentTarget }) => setChanges({ ...changes, [value]: currentTarget.value })}
                    data-unpaired={statut === null && !changes[value]}
                  />
                </li>
              ))}
            </ul>
            {save.isError && <Failure error={save.error} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                {t('frame.cancel')}
              </Button>
              <Button type="submit" disabled={Object.keys(changes).length === 0} loading={save.isPending}>
                {t('connectors.statuses.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Answer>
  );
}

function wordFor(statut: string | null, isChosen: boolean, t: ReturnType<typeof useTranslate>['t']): string {
  if (statut === null) return t('connectors.statuses.unpaired');
  return isChosen ? t('connectors.statuses.byName') : t('connectors.statuses.recognised', { statut });
}

interface StatusPairsProps {
  readonly provider: Provider;
  readonly statuses: RemoteTable['statuses'];
}
