import type { RemoteColumn } from '@passerelle/connector';
import { callVendor } from './call-vendor.ts';
import type { RunContext } from './run-context.ts';

/** The columns a run works with are no longer what they were: it is to be prepared anew before it goes on. */
export class ColumnsMoved extends Error {
  override readonly name = 'ColumnsMoved';
}

/** Asks the vendor whether a column of the run was deleted or became another kind since the run was prepared. */
export async function haveColumnsMoved(run: RunContext): Promise<boolean> {
  const { connector, signal } = run;
  const { columns } = await callVendor(run, 'schema', () => connector.schema({ signal }));
  return !run.columns.every(({ column }) => isSame(column, columns));
}

function isSame({ id, kind }: RemoteColumn, columns: readonly RemoteColumn[]): boolean {
  return columns.some((now) => now.id === id && now.kind === kind);
}
