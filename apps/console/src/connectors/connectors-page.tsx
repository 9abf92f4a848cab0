import { Stack } from '@mantine/core';
import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { Page } from '../frame/page.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { providerTitle } from './provider-title.ts';

/** Every service, how it stands, and the way to set it up. */
export function ConnectorsPage() {
  const { t } = useTranslate();
  const format = useFormat();
  const query = useQuery(trpc.connectors.list.queryOptions());
  return (
    <Page title={t('frame.connectors')}>
      <Answer query={query} height={240}>
        {({ data }) => (
          <Stack gap="md">
            {PROVIDERS.map((provider) => {
              const config = data.find((one) => one.provider === provider);
              return (
                <Panel
                  key={provider}
                  title={providerTitle(provider)}
                  note={
                    <StateBadge
                      state={config === undefined ? 'waiting' : config.is_active ? 'success' : 'waiting'}
                    >
                      {t(
                        `frame.connection.${config === undefined ? 'none' : config.is_active ? 'ready' : 'off'}`,
                      )}
                    </StateBadge>
                  }
                  action={
                    <LinkButton
                      to="/connecteurs/$provider"
                      params={{ provider }}
                      variant={config === undefined ? 'filled' : 'default'}
                    >
                      {t(config === undefined ? 'connectors.connect' : 'connectors.open', {
                        provider: providerTitle(provider),
                      })}
                    </LinkButton>
                  }
                >
                  <p style={{ margin: 0, fontSize: 14, color: 'var(--ink-soft)' }}>
                    {config === undefined
                      ? t('connectors.why')
                      : t('connectors.saved', {
                          table: config.table_name ?? config.base_id ?? '–',
                          time: format.time(config.updated_at),
                        })}
                  </p>
                </Panel>
              );
            })}
          </Stack>
        )}
      </Answer>
    </Page>
  );
}
