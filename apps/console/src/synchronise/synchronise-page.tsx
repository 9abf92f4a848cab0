import { Button, Group, Stack } from '@mantine/core';
import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { providerTitle } from '../connectors/provider-title.ts';
import { Answer } from '../display/answer.tsx';
import { ChoiceButtons } from '../display/choice-buttons.tsx';
import { Empty } from '../display/empty.tsx';
import { Failure } from '../display/failure.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { Panel } from '../display/panel.tsx';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { DeletionsPanel } from './deletions/deletions-panel.tsx';
import { PlanView } from './plan-view.tsx';
import type { SynchroniseSearch } from './synchronise-search.ts';

const DIRECTIONS = ['import', 'export', 'sync'] as const;

/** See first what would happen, then let it happen. */
export function SynchronisePage() {
  const { t } = useTranslate();
  const navigate = useNavigate();
  const search: SynchroniseSearch = useSearch({ strict: false });
  const configs = useQuery(trpc.connectors.list.queryOptions());
  const ready = PROVIDERS.filter((one) => configs.data?.data.some(({ provider }) => provider === one));
  const provider = search.provider ?? ready[0];
  const direction = search.direction ?? 'import';
  const show = (changes: SynchroniseSearch) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, plan: undefined, ...changes }) });
  const preview = useMutation(
    trpc.sync.preview.mutationOptions({ onSuccess: ({ data }) => show({ plan: data.id }) }),
  );
  return (
    <Page title={t('frame.synchronise')}>
      <Answer query={configs} height={320}>
        {() =>
          provider === undefined || !ready.includes(provider) ? (
            <Panel title={t('sync.choose')}>
              <Empty
                title={t('sync.none')}
                action={<LinkButton to="/connecteurs">{t('sync.none.action')}</LinkButton>}
              >
                {t('sync.none.text')}
              </Empty>
            </Panel>
          ) : (
            <Stack gap="md">
              <Panel title={t('sync.choose')}>
                <Stack gap="sm">
                  {ready.length > 1 && (
                    <ChoiceButtons
                      label={t('sync.service')}
                      choices={ready.map((value) => ({ value, word: providerTitle(value) }))}
                      chosen={provider}
                      choose={(one) => show({ provider: one })}
                    />
                  )}
                  <ChoiceButtons
                    label={t('sync.direction')}
                    choices={DIRECTIONS.map((value) => ({
                      value,
                      word: t(`sync.direction.${value}`, { provider: providerTitle(provider) }),
                    }))}
                    chosen={direction}
                    choose={(one) => show({ direction: one })}
                  />
                  <Group>
                    <Button
                      variant={search.plan ? 'default' : 'filled'}
                      loading={preview.isPending}
                      onClick={() => preview.mutate({ provider, direction })}
                    >
                      {t(search.plan ? 'sync.previewAgain' : 'sync.preview')}
                    </Button>
                  </Group>
                  {preview.isError && <Failure error={preview.error} />}
                </Stack>
              </Panel>
              <DeletionsPanel key={`deletions ${provider}`} provider={provider} />
              <ConflictsPanel key={`conflicts ${provider}`} provider={provider} />
              {search.plan && <PlanView key={search.plan} id={search.plan} />}
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}
