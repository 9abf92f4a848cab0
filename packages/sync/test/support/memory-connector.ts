import {
  type CellValue,
  type Connector,
  ConnectorError,
  type RemoteColumn,
  type RemotePage,
  type RemoteRecord,
  type RemoteSchema,
  type WriteItem,
} from '@passerelle/connector';

/** When a fault strikes: instead of the call, or after the call took effect. */
export interface Fault {
  readonly on: 'schema' | 'readPage' | 'writeBatch' | 'archiveBatch';
  readonly when: 'before' | 'after';
  readonly error: ConnectorError;
}

const COLUMNS: readonly RemoteColumn[] = [
  column('col_name', 'Name', 'text'),
  column('col_status', 'Status', 'choice', [
    'prospect',
    'Qualified',
    'négociation',
    'Won',
    'gagné - en cours',
  ]),
  column('col_amount', 'Amount', 'number'),
  column('col_sector', 'Sector', 'text'),
  column('col_due', 'Due Date', 'date'),
  column('col_assignee', 'Assignee', 'text'),
  column('col_notes', 'Notes', 'text'),
];

function column(id: string, name: string, kind: RemoteColumn['kind'], options: string[] = []): RemoteColumn {
  return { id, name, kind, type: kind, options, writable: true, readOnlyReason: null, changesListed: true };
}

/**
 * A remote table in memory: for the engine's own rules, where thousands of random runs must take seconds. What
 * vendors really do is tested against the emulators.
 */
export class MemoryConnector implements Connector {
  readonly provider = 'memory';
  readonly capabilities: Connector['capabilities'];
  readonly rows = new Map<string, RemoteRecord>();
  /** Rows taken out of the table, which can be brought back. */
  readonly archived = new Map<string, RemoteRecord>();
  readonly writes: (readonly WriteItem[])[] = [];
  readonly faults: Fault[] = [];
  columns: readonly RemoteColumn[] = COLUMNS;
  /** Called before each page is answered: edits made while a run reads. */
  beforePage: (cursor: string | null) => void | Promise<void> = () => undefined;
  #nextId = 1;

  constructor({ maxWriteBatch = 10, pageSize = 100 } = {}) {
    this.capabilities = {
      maxWriteBatch,
      maxArchiveBatch: maxWriteBatch,
      restoresArchived: true,
      hidesRows: false,
      pageSize,
      writeConcurrency: 1,
      needsTableName: false,
      listsChanges: false,
      requestsPerSecond: 1000,
    };
  }

  /** Adds a row as a person would; keys are column ids without their prefix. */
  add(cells: Record<string, CellValue>): string {
    const externalId = `row${String(this.#nextId++).padStart(6, '0')}`;
    const stamp = new Date().toISOString();
    this.rows.set(externalId, { externalId, createdAt: stamp, editedAt: stamp, cells: prefixed(cells) });
    return externalId;
  }

  edit(externalId: string, cells: Record<string, CellValue>): void {
    const row = this.rows.get(externalId);
    if (row) this.rows.set(externalId, { ...row, cells: { ...row.cells, ...prefixed(cells) } });
  }

  async schema(): Promise<RemoteSchema> {
    this.#strike('schema', 'before');
    return { baseId: 'base', tableId: 'table', tableName: 'Deals', tables: [], columns: this.columns };
  }

  async readPage({ cursor }: { cursor: string | null }): Promise<RemotePage> {
    await this.beforePage(cursor);
    this.#strike('readPage', 'before');
    const all = [...this.rows.values()];
    const start = Number(cursor ?? 0);
    const end = start + this.capabilities.pageSize;
    const records = all.slice(start, end);
    if (end < all.length) return { records, cursor: String(end), certificate: null };
    const certificate = {
      complete: true,
      windows: 1,
      pages: 1,
      rows: all.length,
      lastStatus: 'end',
    } as const;
    return { records, cursor: null, certificate };
  }

  async readRecord({ externalId }: { externalId: string }) {
    return this.rows.get(externalId) ?? null;
  }

  async whereabouts({ externalId }: { externalId: string }) {
    return this.rows.has(externalId) ? ('there' as const) : ('gone' as const);
  }

  async findByText({ columnId, value }: { columnId: string; value: string }) {
    return [...this.rows.values()].filter((row) => row.cells[columnId] === value);
  }

  async writeBatch({ items }: { items: readonly WriteItem[] }): Promise<RemoteRecord[]> {
    this.#strike('writeBatch', 'before');
    this.writes.push(items);
    const records = items.map((item) => this.#write(item));
    this.#strike('writeBatch', 'after');
    return records;
  }

  async archiveBatch({ externalIds }: { externalIds: readonly string[] }): Promise<void> {
    this.#strike('archiveBatch', 'before');
    for (const id of externalIds) this.#archive(id);
    this.#strike('archiveBatch', 'after');
  }

  async restoreRecord({ externalId }: { externalId: string }): Promise<RemoteRecord> {
    const row = this.rows.get(externalId) ?? this.archived.get(externalId);
    if (!row) throw new ConnectorError('record_gone', 'La ligne a disparu.');
    this.archived.delete(externalId);
    this.rows.set(externalId, row);
    return row;
  }

  #archive(id: string): void {
    const row = this.rows.get(id);
    if (row) this.archived.set(id, row);
    this.rows.delete(id);
  }

  test(): never {
    throw new Error('not called by the engine');
  }

  #write({ externalId, cells }: WriteItem): RemoteRecord {
    const id = externalId ?? this.add({});
    const row = this.rows.get(id);
    if (!row) throw new Error(`no row ${id}`);
    const written = { ...row, cells: { ...row.cells, ...cells } };
    this.rows.set(id, written);
    return written;
  }

  #strike(on: Fault['on'], when: Fault['when']): void {
    const index = this.faults.findIndex((fault) => fault.on === on && fault.when === when);
    if (index >= 0) throw this.faults.splice(index, 1)[0]?.error;
  }
}

function prefixed(cells: Record<string, CellValue>): Record<string, CellValue> {
  return Object.fromEntries(Object.entries(cells).map(([name, value]) => [`col_${name}`, value]));
}
