import { type CellValue, changesFrom } from '@passerelle/connector';
import { MemoryConnector } from './memory-connector.ts';

/** A remote table in memory that knows when each row changed and lists what changed since. */
export class ChangesConnector extends MemoryConnector {
  override readonly capabilities = {
    maxWriteBatch: 10,
    maxArchiveBatch: 10,
    restoresArchived: true,
    hidesRows: false,
    pageSize: 7,
    writeConcurrency: 1,
    needsTableName: false,
    listsChanges: true,
    requestsPerSecond: 1000,
  };
  /** What each listing was asked for, whole ones as `null`. */
  readonly listings: (string | null)[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    super();
    this.#now = now;
  }

  override add(cells: Record<string, CellValue>): string {
    const id = super.add(cells);
    this.#stamp(id);
    return id;
  }

  override edit(externalId: string, cells: Record<string, CellValue>): void {
    super.edit(externalId, cells);
    this.#stamp(externalId);
  }

  override async readPage(request: { cursor: string | null; changedSince?: string | undefined }) {
    const { cursor, changedSince } = request;
    if (cursor === null) this.listings.push(changedSince ?? null);
    if (changedSince === undefined) return super.readPage({ cursor });
    const coveredFrom = changesFrom(changedSince);
    const changed = [...this.rows.values()].filter(({ editedAt }) => (editedAt ?? '') > coveredFrom);
    const [start, end] = [Number(cursor ?? 0), Number(cursor ?? 0) + this.capabilities.pageSize];
    const records = changed.slice(start, end);
    if (end < changed.length) return { records, cursor: String(end), certificate: null };
    const count = { windows: 1, pages: 1, rows: changed.length, lastStatus: 'end' };
    const certificate = { complete: false, ...count, changedSince, coveredFrom } as const;
    return { records, cursor: null, certificate };
  }

  #stamp(id: string): void {
    const row = this.rows.get(id);
    if (row) this.rows.set(id, { ...row, editedAt: this.#now().toISOString() });
  }
}
