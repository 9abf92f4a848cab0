import { Group, Stack } from '@mantine/core';
import type { ConnectorSchedule } from '@passerelle/contracts';
import { Link } from '@tanstack/react-router';
import classes from '../../display/record.module.css';
import { type State, StateBadge } from '../../display/state-badge.tsx';
import { useFormat } from '../../language/use-format.ts';
import { useTranslate } from '../../language/use-translate.ts';

const BADGES = {
  running: 'running',
  success: 'success',
  partial: 'partial',
  error: 'failed',
  skipped: 'waiting',
  refused: 'failed',
} as const satisfies Record<string, State>;

/** The next turn, and what the last one gave. */
export function ScheduleState({ schedule: { next_turn_at, last_turn, notice } }: ScheduleStateProps) {
  const { t } = useTranslate();
  const format = useFormat();
  return (
    <Stack gap={4} mb="md">
      <span>
        {next_turn_at === null
          ? t('connectors.schedule.paused')
          : t('connectors.schedule.next', { time: format.time(next_turn_at) })}
      </span>
      {last_turn && (
        <Group gap="xs">
          <span>{t('connectors.schedule.last', { time: format.time(last_turn.at) })}</span>
          <StateBadge state={BADGES[last_turn.result]}>
            {t(`connectors.schedule.result.${last_turn.result}`)}
          </StateBadge>
          {last_turn.run_id !== null && (
            <Link
              to="/historique/$runId"
              params={{ runId: String(last_turn.run_id) }}
              className={classes.link}
            >
              {t('connectors.schedule.see')}
            </Link>
          )}
        </Group>
      )}
      {last_turn?.message && <p className={classes.reason}>{last_turn.message}</p>}
      {notice && <StateBadge state="partial">{notice}</StateBadge>}
    </Stack>
  );
}

interface ScheduleStateProps {
  readonly schedule: ConnectorSchedule;
}
