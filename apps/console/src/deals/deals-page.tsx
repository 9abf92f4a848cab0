import { Button, Group, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ChoiceButtons } from '../display/choice-buttons.tsx';
import { Icon } from '../display/icon.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { DealBoard } from './deal-board.tsx';
import { DealDrawer } from './deal-drawer.tsx';
import { DealTable } from './deal-table.tsx';
import type { DealsSearch } from './deals-search.ts';
import { Removals } from './removals.tsx';

const VIEWS = ['table', 'board'] as const;

/** Every deal, as a table or by status, and the one that is open. */
export function DealsPage() {
  const { t } = useTranslate();
  const { view = 'table', deal }: DealsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (changes: DealsSearch) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...changes }) });
  return (
    <Page
      title={t('frame.deals')}
      action={
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => show({ deal: 'new' })}>
          {t('deals.add')}
        </Button>
      }
    >
      <Removals>
        <Stack gap="md">
          <Group justify="space-between" gap="xs">
            <FilterBar />
            <ChoiceButtons
              label={t('deals.view')}
              choices={VIEWS.map((value) => ({
                value,
                word: t(`deals.view.${value}`),
                icon: <Icon name={value} size={16} />,
              }))}
              chosen={view}
              choose={(one) => show({ view: one === 'table' ? undefined : one })}
            />
          </Group>
          {view === 'table' ? <DealTable /> : <DealBoard />}
        </Stack>
        {deal && <DealDrawer id={deal} close={() => show({ deal: undefined })} />}
      </Removals>
    </Page>
  );
}
