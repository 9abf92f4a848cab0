import { Icon, type IconName } from './icon.tsx';
import classes from './state-badge.module.css';

const ICONS = {
  success: 'check',
  partial: 'warning',
  failed: 'failed',
  running: 'running',
  waiting: 'waiting',
  sandbox: 'sandbox',
} as const satisfies Record<string, IconName>;

/** How something stands. */
export type State = keyof typeof ICONS;

/** A state by colour, icon and word together: none of them alone. */
export function StateBadge({ state, children }: { state: State; children: string }) {
  return (
    <span className={classes.badge} data-state={state}>
      <Icon name={ICONS[state]} size={14} />
      {children}
    </span>
  );
}
