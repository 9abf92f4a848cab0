import { Stack } from '@mantine/core';
import type { ConnectorConfig, Provider } from '@passerelle/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { Disconnect } from './disconnect.tsx';
import { MappingEditor } from './mapping/mapping-editor.tsx';
import { PoliciesForm } from './policies/policies-form.tsx';
import { SandboxOffer } from './sandbox-offer.tsx';
import { ScheduleStep } from './schedule/schedule-step.tsx';
import { Step } from './step.tsx';
import { TableStep } from './table-step.tsx';
import { TestStep } from './test-step.tsx';
import { TokenStep } from './token-step.tsx';
import { Usage } from './usage.tsx';

/** The steps of one connection, each open as soon as the one before it is done. */
export function ConnectorSteps({
  provider,
  config,
}: {
  provider: Provider;
  config: ConnectorConfig | undefined;
}) {
  const { t } = useTranslate();
  const canLook = config?.api_token != null && config.base_id !== null;
  const schema = useQuery({ ...trpc.connectors.schema.queryOptions({ provider }), enabled: canLook });
  const policies = useQuery(trpc.connectors.policies.queryOptions({ provider }));
  const test = useMutation(trpc.connectors.test.mutationOptions());
  const tryIt = () => test.mutate({ provider });
  const table = schema.data?.data;
  const waits = t('connectors.mapping.waits');
  return (
    <Stack gap="md" maw={1040}>
      {config?.api_token == null && <SandboxOffer provider={provider} onSaved={tryIt} />}
      <TokenStep provider={provider} config={config} onSaved={canLook ? tryIt : test.reset} />
      <TableStep
        key={config?.base_id}
        provider={provider}
        config={config}
        schema={schema}
        onTableSaved={tryIt}
        onBaseSaved={test.reset}
      />
      <TestStep
        isReady={canLook && (table === undefined || table.table_id !== null)}
        test={test}
        run={tryIt}
      />
      <Step
        number={4}
        title={t('connectors.mapping')}
        isDone={table !== undefined && table.mapped.length > 0 && table.conflicts.every(isOfExport)}
        waitsFor={table?.table_id == null ? waits : undefined}
      >
        {table && <MappingEditor key={table.table_id} provider={provider} table={table} />}
      </Step>
      <Step
        number={5}
        title={t('connectors.policies')}
        isDone={false}
        waitsFor={config === undefined ? waits : undefined}
      >
        <Answer query={policies} height={400}>
          {({ data }) => <PoliciesForm provider={provider} saved={data} />}
        </Answer>
      </Step>
      {config && <ScheduleStep config={config} />}
      {canLook && <Usage provider={provider} />}
      {config && <Disconnect config={config} />}
    </Stack>
  );
}

function isOfExport({ affects }: { affects: string }): boolean {
  return affects === 'export';
}
