import { Anchor, Button, Group, List, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { ConnectorConfig, Provider } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { isRefusal } from '../api/query-client.ts';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { Icon } from '../display/icon.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { TOKEN_PAGES } from './guides.ts';
import { useSaveConnector } from './use-save-connector.ts';

/** Where to get a token and with which permissions, then the token and the base. A new token loses nothing else. */
export function AccessStep({ provider, config }: { provider: Provider; config: ConnectorConfig | null }) {
  const { t } = useTranslate();
  const save = useSaveConnector();
  const sandbox = useQuery(trpc.connectors.sandbox.queryOptions()).data?.data.find(
    (table) => table.provider === provider,
  );
  const [token, setToken] = useState('');
  const [base, setBase] = useState(config?.base_id ?? '');
  const hasToken = config?.api_token != null;
  const faults = isRefusal(save.error) ? (save.error.data?.faults ?? []) : [];
  const faultOf = (field: string) => faults.find(({ pointer }) => pointer === `/${field}`)?.detail;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = { ...(token.trim() === '' ? {} : { api_token: token.trim() }), base_id: base.trim() };
    save.mutate({ provider, ...given }, { onSuccess: () => setToken('') });
  };
  const isSandbox = sandbox !== undefined && config?.base_id === sandbox.base_id;
  return (
    <Panel
      title={t('connectors.access')}
      note={isSandbox && <StateBadge state="sandbox">{t('connectors.sandbox')}</StateBadge>}
    >
      <Stack gap="md">
        <List type="ordered" size="sm" spacing={6}>
          {t(`guide.${provider}.steps`)
            .split('\n')
            .map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
        </List>
        <Anchor href={TOKEN_PAGES[provider]} target="_blank" rel="noreferrer" size="sm" w="fit-content">
          <Group gap={6}>
            {t(`guide.${provider}.link`)}
            <Icon name="external" size={14} />
          </Group>
        </Anchor>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <PasswordInput
              label={t('connectors.token')}
              description={hasToken ? t('connectors.token.kept') : undefined}
              placeholder={hasToken ? '••••••••' : undefined}
              error={faultOf('api_token')}
              value={token}
              onChange={({ currentTarget }) => setToken(currentTarget.value)}
              required={!hasToken}
              autoComplete="off"
              visibilityToggleButtonProps={{ 'aria-label': t('connectors.token.show') }}
            />
            <TextInput
              label={t(`guide.${provider}.base`)}
              description={t(`guide.${provider}.baseHint`)}
              error={faultOf('base_id')}
              value={base}
              onChange={({ currentTarget }) => setBase(currentTarget.value)}
              required
            />
            {save.isError && faults.length === 0 && <Failure error={save.error} />}
            <Group gap="xs">
              <Button type="submit" loading={save.isPending}>
                {t('connectors.save')}
              </Button>
              {sandbox && !isSandbox && (
                <Button
                  variant="subtle"
                  leftSection={<Icon name="sandbox" size={16} />}
                  onClick={() =>
                    save.mutate(
                      { ...sandbox, field_mapping: null },
                      { onSuccess: () => setBase(sandbox.base_id) },
                    )
                  }
                >
                  {t('connectors.sandbox.try')}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </Stack>
    </Panel>
  );
}
