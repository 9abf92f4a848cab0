import { Button, Group, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Icon } from '../display/icon.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { DealBoard } from './deal-board.tsx';
import { DealDrawer } from './deal-drawer.tsx';
import { DealTable } from './deal-table.tsx';
import type { DealsSearch } from './deals-search.ts';
import { Removals } from './removals.tsx';

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
            <Group gap={4} role="group" aria-label={t('deals.view')}>
              {(['table', 'board'] as const).map((one) => (
                <Button
                  key={one}
                  variant={one === view ? 'light' : 'subtle'}
                  aria-pressed={one === view}
                  leftSection={<Icon name={one} size={16} />}
                  onClick={() => show({ view: one === 'table' ? undefined : one })}
                >
                  {t(`deals.view.${one}`)}
                </Button>
              ))}
            </Group>
          </Group>
          {view === 'table' ? <DealTable /> : <DealBoard />}
        </Stack>
        {deal && <DealDrawer id={deal} close={() => show({ deal: undefined })} />}
      </Removals>
    </Page>
  );
}
