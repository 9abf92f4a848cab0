import { Stack } from '@mantine/core';
import type { Provider } from '@passerelle/contracts';
import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { NotFound } from '../frame/not-found.tsx';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { AccessStep } from './access-step.tsx';
import { MappingStep } from './mapping-step.tsx';
import { PoliciesStep } from './policies-step.tsx';
import { providerTitle } from './provider-title.ts';
import { TableStep } from './table-step.tsx';
import { TestStep } from './test-step.tsx';

/** One service, set up in the order that works: access, test, table, columns, rules. */
export function ConnectorPage() {
  const { provider } = useParams({ strict: false });
  const known = PROVIDERS.find((one) => one === provider);
  return known ? <Setup key={known} provider={known} /> : <NotFound />;
}

function Setup({ provider }: { provider: Provider }) {
  const { t } = useTranslate();
  const query = useQuery(trpc.connectors.list.queryOptions());
  const config = query.data?.data.find((one) => one.provider === provider) ?? null;
  const hasAccess = config?.api_token != null && config.base_id !== null;
  return (
    <Page
      title={providerTitle(provider)}
      action={
        hasAccess && (
          <LinkButton to="/synchroniser" search={{ provider }}>
            {t('connectors.preview')}
          </LinkButton>
        )
      }
    >
      <Answer query={query} height={600}>
        {() => (
          <Stack gap="md" maw={880} mx="auto">
            <AccessStep provider={provider} config={config} />
            {hasAccess && (
              <>
                <TestStep provider={provider} />
                <TableStep provider={provider} config={config} />
                <MappingStep provider={provider} config={config} />
                <PoliciesStep provider={provider} />
              </>
            )}
          </Stack>
        )}
      </Answer>
    </Page>
  );
}
