import { Anchor, Button, Group, List, PasswordInput, Stack } from '@mantine/core';
import type { ConnectorConfig, Provider } from '@passerelle/contracts';
import { type FormEvent, useState } from 'react';
import { Failure } from '../display/failure.tsx';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { VENDORS } from '../vendors/vendors.ts';
import { providerTitle } from './provider-title.ts';
import { Step } from './step.tsx';
import { useSaveConnector } from './use-save-connector.ts';

const GUIDE = ['create', 'permissions', 'access', 'copy'] as const;

/** Where to make a token and which permissions it needs, then its field. A new one loses nothing else. */
export function TokenStep({ provider, config, onSaved }: TokenStepProps) {
  const { t } = useTranslate();
  const [token, setToken] = useState('');
  const save = useSaveConnector();
  const hasToken = config?.api_token != null;
  const [isOpen, setOpen] = useState(false);
  const { tokenPage } = VENDORS[provider];
  const name = providerTitle(provider);
  const give = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { provider, api_token: token.trim() },
      {
        onSuccess: () => {
          setToken('');
          setOpen(false);
          onSaved();
        },
      },
    );
  };
  return (
    <Step number={1} title={t('connectors.token')} isDone={hasToken}>
      {hasToken && !isOpen ? (
        <Group gap="sm">
          <span>{t('connectors.token.kept')}</span>
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {t('connectors.token.replace')}
          </Button>
        </Group>
      ) : (
        <form onSubmit={give}>
          <Stack gap="md" maw={640}>
            <List type="ordered" spacing={4} size="sm">
              {GUIDE.map((step) => (
                <List.Item key={step}>{t(`vendors.${provider}.${step}`)}</List.Item>
              ))}
            </List>
            <Anchor href={tokenPage} target="_blank" rel="noreferrer" size="sm" underline="always">
              <Group gap={6} component="span" display="inline-flex">
                {t('connectors.token.page', { vendor: name })}
                <Icon name="external" size={14} />
              </Group>
            </Anchor>
            <Group gap="xs" align="flex-end">
              <PasswordInput
                label={t('connectors.token.label', { vendor: name })}
                description={t('connectors.token.care')}
                value={token}
                onChange={({ currentTarget: { value } }) => setToken(value)}
                autoComplete="off"
                visibilityToggleButtonProps={{ 'aria-label': t('connectors.token.show') }}
                flex="1 1 240px"
              />
              <Button type="submit" disabled={token.trim() === ''} loading={save.isPending}>
                {t('connectors.token.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {save.isError && <Failure error={save.error} />}
    </Step>
  );
}

interface TokenStepProps {
  readonly provider: Provider;
  readonly config: ConnectorConfig | undefined;
  readonly onSaved: () => void;
}
