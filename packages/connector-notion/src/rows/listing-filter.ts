import { changesFrom } from '@passerelle/connector';
import type { Cursor } from './cursor.ts';

type Filter = Readonly<Record<string, unknown>>;

/** Which rows the window at the cursor is about; all of the table when `undefined`. */
export function listingFilter({ since, changedSince }: Cursor): Filter | undefined {
  const changed =
    changedSince === null ? undefined : onOrAfter('last_edited_time', changedMinute(changedSince));
  const created = since === null ? undefined : onOrAfter('created_time', since);
  return changed && created ? { and: [changed, created] } : (changed ?? created);
}

function onOrAfter(timestamp: 'created_time' | 'last_edited_time', instant: string): Filter {
  return { timestamp, [timestamp]: { on_or_after: instant } };
}

/** Notion cuts the times it keeps to the minute: to meet a whole one, the question must be cut too. */
function changedMinute(changedSince: string): string {
  return `${changesFrom(changedSince).slice(0, 16)}:00.000Z`;
}
