import { Stack } from '@mantine/core';
import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { providerTitle } from '../connectors/provider-title.ts';
import { Answer } from '../display/answer.tsx';
import { ChoiceButtons } from '../display/choice-buttons.tsx';
import { Empty } from '../display/empty.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { MoreButton } from '../display/more-button.tsx';
import { Panel } from '../display/panel.tsx';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import type { HistorySearch } from './history-search.ts';
import { RunList } from './run-list.tsx';

const PAGE = 50;

/** Every run, newest first; which service is kept in the address. */
export function HistoryPage() {
  const { t } = useTranslate();
  const { provider }: HistorySearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const query = useInfiniteQuery(
    trpc.runs.list.infiniteQueryOptions(
      { ...(provider ? { provider } : {}), limit: PAGE },
      {
        getNextPageParam: ({ data }) => (data.length === PAGE ? data.at(-1)?.id : undefined),
        refetchInterval: ({ state }) =>
          state.data?.pages[0]?.data.some((run) => run.state === 'running') ? 5000 : false,
      },
    ),
  );
  return (
    <Page title={t('frame.history')}>
      <Stack gap="md">
        <ChoiceButtons
          label={t('history.filter')}
          choices={[undefined, ...PROVIDERS].map((value) => ({
            value,
            word: value ? providerTitle(value) : t('history.all'),
          }))}
          chosen={provider}
          choose={(one) => void navigate({ to: '.', search: one ? { provider: one } : {}, replace: true })}
        />
        <Panel title={t('history.runs')}>
          <Answer query={query} height={400}>
            {({ pages }) => {
              const runs = pages.flatMap(({ data }) => data);
              if (runs.length === 0) {
                return (
                  <Empty
                    title={t('history.none')}
                    action={<LinkButton to="/synchroniser">{t('history.none.action')}</LinkButton>}
                  >
                    {t('history.none.text')}
                  </Empty>
                );
              }
              return <RunList runs={runs} />;
            }}
          </Answer>
          <MoreButton query={query} />
        </Panel>
      </Stack>
    </Page>
  );
}
