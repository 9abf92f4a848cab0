import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { ConnectorConfig, Provider, SchemaOutput } from '@passerelle/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Answer } from '../display/answer.tsx';
import { Failure } from '../display/failure.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { VENDORS } from '../vendors/vendors.ts';
import { nameOrId } from './name-or-id.ts';
import { Step } from './step.tsx';
import { useSaveConnector } from './use-save-connector.ts';

/** Which base, by its pasted address, and which of its tables, from the list of them. */
export function TableStep({ provider, config, schema, onBaseSaved, onTableSaved }: TableStepProps) {
  const { t } = useTranslate();
  const saved = config?.base_id ?? '';
  const [typed, setTyped] = useState(saved);
  const save = useSaveConnector();
  const give = (event: FormEvent) => {
    event.preventDefault();
    // A table of another base is another table, whatever its name.
    save.mutate({ provider, base_id: typed.trim(), table_name: null }, { onSuccess: onBaseSaved });
  };
  const table = schema.data?.data.table_id ?? null;
  return (
    <Step
      number={2}
      title={t('connectors.table')}
      isDone={table !== null}
      waitsFor={config?.api_token == null ? t('connectors.table.waits') : undefined}
    >
      <Stack gap="md" maw={640}>
        <form onSubmit={give}>
          <Group gap="xs" align="flex-end">
            <TextInput
              label={t(`vendors.${provider}.base`)}
              description={t('connectors.base.paste')}
              placeholder={VENDORS[provider].baseExample}
              value={typed}
              onChange={({ currentTarget: { value } }) => setTyped(value)}
              autoComplete="off"
              flex="1 1 240px"
            />
            <Button
              type="submit"
              variant={saved === '' ? 'filled' : 'default'}
              disabled={typed.trim() === '' || typed.trim() === saved}
              loading={save.isPending}
            >
              {t('connectors.base.save')}
            </Button>
          </Group>
        </form>
        {save.isError && <Failure error={save.error} />}
        {saved !== '' && (
          <Answer query={schema} height={60}>
            {({ data }) => (
              <>
                <Select
                  label={t('connectors.table.label')}
                  description={t('connectors.table.count', { count: data.tables.length })}
                  placeholder={t('connectors.table.choose')}
                  data={data.tables.map(({ id, name }) => ({ value: id, label: name }))}
                  value={data.table_id}
                  allowDeselect={false}
                  disabled={save.isPending}
                  onChange={(id) => {
                    const chosen = data.tables.find((one) => one.id === id);
                    if (chosen === undefined || id === data.table_id) return;
                    const table_name = nameOrId(data.tables, chosen);
                    save.mutate({ provider, table_name }, { onSuccess: onTableSaved });
                  }}
                />
                {data.table_id === null && data.tables.length === 0 && <Text size="sm">{data.message}</Text>}
              </>
            )}
          </Answer>
        )}
      </Stack>
    </Step>
  );
}

interface TableStepProps {
  readonly provider: Provider;
  readonly config: ConnectorConfig | undefined;
  readonly schema: UseQueryResult<SchemaOutput, unknown>;
  readonly onBaseSaved: () => void;
  readonly onTableSaved: () => void;
}
