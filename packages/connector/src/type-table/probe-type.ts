import { isDeepStrictEqual } from 'node:util';
import type { CellValue } from '../connector.ts';
import { ConnectorError } from '../errors.ts';
import { findColumn } from '../find-column.ts';
import { isUnreadable } from '../is-unreadable.ts';
import { showCell } from './show-cell.ts';
import type { TypeCase, TypesUnderTest } from './type-case.ts';

/** What became of a value: it is there as it should be, it was refused and nothing changed, or neither. */
export interface ProbeOutcome {
  readonly verdict: 'kept' | 'refused' | 'lost';
  /** In French. */
  readonly text: string;
}

/** What was found for one case. */
export interface TypeProbe {
  readonly type: string;
  readonly about: string | undefined;
  readonly read: ProbeOutcome;
  readonly write: ProbeOutcome;
  readonly clear: ProbeOutcome;
  readonly roundTrip: ProbeOutcome;
}

/** Really reads and writes the case's column over HTTP, and says what came of it. */
export async function probeType(under: TypesUnderTest, typeCase: TypeCase): Promise<TypeProbe> {
  const column = findColumn(under.schema.columns, typeCase.column);
  if (!column) throw new RangeError(`no column ${typeCase.column}`);
  const probe = new ColumnProbe(under, typeCase, column.id);
  return {
    type: typeCase.type,
    about: typeCase.about,
    read: await probe.read(),
    write: await probe.write(column.readOnlyReason),
    clear: await probe.clear(),
    roundTrip: await probe.roundTrip(),
  };
}

class ColumnProbe {
  readonly #under: TypesUnderTest;
  readonly #case: TypeCase;
  readonly #id: string;

  constructor(under: TypesUnderTest, typeCase: TypeCase, columnId: string) {
    this.#under = under;
    this.#case = typeCase;
    this.#id = columnId;
  }

  async read(): Promise<ProbeOutcome> {
    const { reads, empty = null, neverEmpty = false } = this.#case;
    const found = await this.#read(await this.#under.addRow(this.#case));
    if (!isDeepStrictEqual(found, reads)) return lost(found);
    const nothing = neverEmpty ? empty : await this.#read(await this.#under.addEmptyRow());
    if (!isDeepStrictEqual(nothing, empty)) return lost(nothing);
    return kept(isUnreadable(found) ? `signalé : ${found.unreadable}` : showCell(found));
  }

  async write(readOnlyReason: string | null): Promise<ProbeOutcome> {
    const { writes, refuses } = this.#case;
    for (const value of writes) {
      const [created] = await this.#send(null, value);
      const found = await this.#read(created?.externalId ?? '');
      if (!isDeepStrictEqual(found, value)) return lost(found);
    }
    for (const value of refuses) {
      const rows = this.#under.countRows();
      const refusal = await this.#refusal(null, value);
      if (refusal === null || this.#under.countRows() !== rows) return lost(value);
    }
    if (readOnlyReason !== null) return { verdict: 'refused', text: readOnlyReason };
    const refused = refuses.length === 0 ? '' : ` ; refusé : ${refuses.map(showCell).join(', ')}`;
    return kept(`${writes.map(showCell).join(', ')}${refused}`);
  }

  async clear(): Promise<ProbeOutcome> {
    const { writes, empty = null, cleared = empty } = this.#case;
    const row = await this.#under.addRow(this.#case);
    if (writes.length === 0) return this.#refusedAndIntact(row, null);
    await this.#send(row, null);
    const found = await this.#read(row);
    return isDeepStrictEqual(found, cleared) ? kept(showCell(found)) : lost(found);
  }

  /** What is read goes back as it is. */
  async roundTrip(): Promise<ProbeOutcome> {
    const row = await this.#under.addRow(this.#case);
    const value = await this.#read(row);
    if (this.#case.writes.length === 0) return this.#refusedAndIntact(row, value);
    const before = await this.#under.held(row, this.#case);
    await this.#send(row, value);
    const after = await this.#under.held(row, this.#case);
    return isDeepStrictEqual(after, before) ? kept('identique') : lost(await this.#read(row));
  }

  async #refusedAndIntact(row: string, value: CellValue): Promise<ProbeOutcome> {
    const before = await this.#under.held(row, this.#case);
    const refusal = await this.#refusal(row, value);
    const after = await this.#under.held(row, this.#case);
    if (refusal === null || !isDeepStrictEqual(after, before)) return lost(await this.#read(row));
    return { verdict: 'refused', text: 'refusé, intact' };
  }

  async #read(externalId: string): Promise<CellValue> {
    const { connector, schema } = this.#under;
    const record = await connector.readRecord({ schema, columnIds: [this.#id], externalId });
    return record?.cells[this.#id] ?? null;
  }

  #send(externalId: string | null, value: CellValue) {
    const { connector, schema } = this.#under;
    const items = [{ externalId, cells: { [this.#id]: value } }];
    return connector.writeBatch({ schema, columnIds: [this.#id], items });
  }

  /** The reason given for refusing the value; `null` when it was taken. */
  async #refusal(externalId: string | null, value: CellValue): Promise<string | null> {
    try {
      await this.#send(externalId, value);
      return null;
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'value_refused') return error.message;
      throw error;
    }
  }
}

const kept = (text: string): ProbeOutcome => ({ verdict: 'kept', text });

const lost = (found: unknown): ProbeOutcome => ({
  verdict: 'lost',
  text: `**PERTE** : ${JSON.stringify(found)}`,
});
