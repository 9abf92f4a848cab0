import { SimpleGrid, Stack } from '@mantine/core';
import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { providerTitle } from './provider-title.ts';

/** The services that can be connected, and how each stands. */
export function ConnectorsPage() {
  const { t } = useTranslate();
  const connectors = useQuery(trpc.connectors.list.queryOptions());
  return (
    <Page title={t('frame.connectors')}>
      <Answer query={connectors} height={160}>
        {({ data }) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            {PROVIDERS.map((provider) => {
              const config = data.find((one) => one.provider === provider);
              const state = config === undefined ? 'none' : config.is_active ? 'ready' : 'off';
              return (
                <Panel key={provider} title={providerTitle(provider)}>
                  <Stack gap="sm" align="flex-start">
                    <StateBadge state={state === 'ready' ? 'success' : 'waiting'}>
                      {t(`frame.connection.${state}`)}
                    </StateBadge>
                    <span>
                      {config?.table_name
                        ? t('connectors.card.table', { table: config.table_name })
                        : t('connectors.card.none', { vendor: providerTitle(provider) })}
                    </span>
                    <LinkButton
                      to="/connecteurs/$provider"
                      params={{ provider }}
                      variant={config === undefined ? 'filled' : 'default'}
                    >
                      {t(config === undefined ? 'connectors.card.begin' : 'connectors.card.open', {
                        vendor: providerTitle(provider),
                      })}
                    </LinkButton>
                  </Stack>
                </Panel>
              );
            })}
          </SimpleGrid>
        )}
      </Answer>
    </Page>
  );
}
