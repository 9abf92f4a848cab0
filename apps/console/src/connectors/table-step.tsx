import { NativeSelect } from '@mantine/core';
import type { ConnectorConfig, Provider } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { Failure } from '../display/failure.tsx';
import { Panel } from '../display/panel.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { useSaveConnector } from './use-save-connector.ts';

/** Which table of the base holds the deals: chosen from those that are there. */
export function TableStep({ provider, config }: { provider: Provider; config: ConnectorConfig }) {
  const { t } = useTranslate();
  const save = useSaveConnector();
  const query = useQuery(trpc.connectors.schema.queryOptions({ provider }));
  return (
    <Panel title={t('connectors.table')}>
      <Answer query={query} height={64}>
        {({ data: { tables, table_id, message } }) => (
          <NativeSelect
            label={t('connectors.table.label')}
            description={message}
            value={table_id ?? ''}
            data={[
              ...(table_id === null ? [{ value: '', label: t('connectors.table.choose') }] : []),
              ...tables.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            disabled={save.isPending}
            onChange={({ currentTarget: { value } }) => {
              const table = tables.find(({ id }) => id === value);
              if (!table) return;
              // A service whose bases are tables themselves takes the table as its base.
              save.mutate(
                config.table_name === null
                  ? { provider, base_id: table.id }
                  : { provider, table_name: table.name },
              );
            }}
          />
        )}
      </Answer>
      {save.isError && <Failure error={save.error} />}
    </Panel>
  );
}
