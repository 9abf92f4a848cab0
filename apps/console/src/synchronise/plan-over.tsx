import { List, Stack } from '@mantine/core';
import type { Plan } from '@passerelle/contracts';
import { LinkButton } from '../display/link-button.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** A preview that can no longer be let happen: applied, too old, overtaken by a change, or never made. */
export function PlanOver({ plan: { state, message, differences, run_id } }: { plan: Plan }) {
  const { t } = useTranslate();
  if (state === 'applied') {
    return (
      <Panel title={t('sync.plan')} note={<StateBadge state="success">{t('sync.applied')}</StateBadge>}>
        {run_id !== null && (
          <LinkButton to="/historique/$runId" params={{ runId: String(run_id) }} variant="default">
            {t('sync.applied.see')}
          </LinkButton>
        )}
      </Panel>
    );
  }
  return (
    <Panel
      title={t('sync.plan')}
      note={
        <StateBadge state={state === 'failed' ? 'failed' : 'partial'}>
          {t(`sync.over.${wordOf(state)}`)}
        </StateBadge>
      }
    >
      <Stack gap="xs">
        <span>{message ?? t('sync.expired')}</span>
        {differences.length > 0 && (
          <List size="sm" spacing={4}>
            {differences.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Panel>
  );
}

function wordOf(state: Plan['state']): 'failed' | 'outdated' | 'expired' {
  return state === 'failed' || state === 'outdated' ? state : 'expired';
}
