import type { WantedRecords } from '@passerelle/database';
import type { ColumnsRead } from './columns-read.ts';
import type { OnInterruption, RunKind } from './run-context.ts';
import { Tally, type TallyState } from './tally.ts';

/** Where a run stands, as its checkpoints say. */
export interface SavedRun {
  readonly provider: string;
  readonly direction: RunKind;
  /** The run that it takes back, or whose refused records it tries again. */
  readonly originRunId: number | null;
  readonly onInterruption: OnInterruption;
  /** Which refused records of that run; `null` for a run that tries none again. */
  readonly wanted: WantedRecords | null;
  /** The remote table it began on; `null` before it knew. */
  readonly table: { readonly baseId: string; readonly tableId: string } | null;
  /** Where the listing goes on; `null` before its first page is stored, and once it is whole. */
  readonly stageCursor: string | null;
  /** Whether the listing is whole. */
  readonly isStaged: boolean;
  /** How the rows of the listing were read; `null` where that was not noted. */
  readonly columnsRead: ColumnsRead | null;
  /** Rows the listing has given so far. */
  readonly recordsRead: number;
  /** Position of the last staged row (import) or id of the deal (export) up to which every outcome is stored. */
  readonly appliedThrough: number;
  readonly tally: TallyState;
}

/** A run that has done nothing yet. */
export function freshRun(request: { provider: string; direction: RunKind }): SavedRun {
  const { provider, direction } = request;
  return {
    provider,
    direction,
    originRunId: null,
    wanted: null,
    onInterruption: 'close',
    table: null,
    stageCursor: null,
    isStaged: false,
    columnsRead: null,
    recordsRead: 0,
    appliedThrough: 0,
    tally: new Tally(),
  };
}
