import { Button, Group } from '@mantine/core';
import type { ConnectorConfig, FieldMapping, Provider, SchemaOutput } from '@passerelle/contracts';
import { DEAL_FIELDS, DEFAULT_FIELD_MAPPING } from '@passerelle/contracts/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { Failure } from '../display/failure.tsx';
import { Panel } from '../display/panel.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './connectors.module.css';
import { FieldPair } from './field-pair.tsx';
import { Samples } from './samples.tsx';
import { StatusPairs } from './status-pairs.tsx';
import { useSaveConnector } from './use-save-connector.ts';

interface StepProps {
  readonly provider: Provider;
  readonly config: ConnectorConfig;
}

/** Which column each field of a deal is read from and written to. */
export function MappingStep({ provider, config }: StepProps) {
  const { t } = useTranslate();
  const query = useQuery(trpc.connectors.schema.queryOptions({ provider }));
  return (
    <Panel title={t('connectors.mapping')}>
      <Answer query={query} height={320}>
        {({ data }) =>
          data.columns.length === 0 ? (
            <p className={classes.hint}>{data.message}</p>
          ) : (
            <Editor key={data.table_id} provider={provider} config={config} schema={data} />
          )
        }
      </Answer>
    </Panel>
  );
}

function Editor({ provider, config, schema }: StepProps & { schema: SchemaOutput['data'] }) {
  const { t } = useTranslate();
  const save = useSaveConnector();
  const { columns, suggestions, conflicts } = schema;
  // A mapping may name a column by its id or by its name; here, always by its id.
  const idOf = (column: string) =>
    columns.find(({ id, name }) => id === column || name === column)?.id ?? undefined;
  const [mapping, setMapping] = useState<FieldMapping>(() => {
    const stored: Readonly<Record<string, string>> = config.field_mapping ?? DEFAULT_FIELD_MAPPING;
    return clean(Object.fromEntries(DEAL_FIELDS.map((field) => [field, idOf(stored[field] ?? '')])));
  });
  const [isChanged, setChanged] = useState(false);
  const change = (changes: { readonly [Field in keyof FieldMapping]: string | undefined }) => {
    setMapping((before) => clean({ ...before, ...changes }));
    setChanged(true);
  };
  const open = suggestions.filter(({ field, column_id }) => mapping[field] !== column_id);
  const statusColumn = columns.find(({ id }) => id === mapping.statut);
  return (
    <>
      {open.length > 0 && (
        <Button
          variant="light"
          size="xs"
          mb="md"
          onClick={() => change(Object.fromEntries(open.map(({ field, column_id }) => [field, column_id])))}
        >
          {t('connectors.mapping.acceptAll', { count: open.length })}
        </Button>
      )}
      <div className={classes.mapping}>
        {DEAL_FIELDS.map((field) => (
          <FieldPair
            key={field}
            field={field}
            columns={columns}
            chosen={mapping[field]}
            taken={Object.values(mapping)}
            suggestion={open.find((one) => one.field === field)}
            problem={isChanged ? undefined : conflicts.find((one) => one.field === field)?.message}
            onChange={(column) => change({ [field]: column })}
          />
        ))}
      </div>
      {save.isError && <Failure error={save.error} />}
      <Group justify="flex-end" mt="xs">
        <Button
          disabled={!isChanged}
          loading={save.isPending}
          onClick={() =>
            save.mutate({ provider, field_mapping: mapping }, { onSuccess: () => setChanged(false) })
          }
        >
          {t('connectors.mapping.save')}
        </Button>
      </Group>
      {statusColumn && <StatusPairs provider={provider} column={statusColumn} />}
      <Samples provider={provider} mapping={mapping} />
    </>
  );
}

function clean(mapping: Readonly<Record<string, string | undefined>>): FieldMapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, column]) => column !== undefined));
}
