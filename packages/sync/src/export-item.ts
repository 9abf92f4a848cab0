import type { CellValue, RemoteRecord, WriteItem } from '@passerelle/connector';
import type { DealRow, RemoteDeed } from '@passerelle/database';
import { DEAL_FIELDS, type DealField } from '@passerelle/deals';
import type { FieldConflict } from './decide-record.ts';
import type { ExportEntry } from './export-ledger.ts';
import { type FieldValues, fieldValuesOf } from './field-values.ts';
import { type AgreedBase, baseAfter } from './merge-record.ts';
import { refusalOf } from './refusal-of.ts';

/** One deal on its way to the vendor. */
export interface ExportItem {
  readonly deal: DealRow;
  /** `null`: to be created there. */
  readonly externalId: string | null;
  /** The fields to write, and every writable mapped field with them for a create. */
  readonly fields: readonly DealField[];
  /** All writable mapped fields, written or not. */
  readonly mapped: readonly DealField[];
  readonly local: FieldValues;
  /** What the remote row held; empty for a create. */
  readonly remote: FieldValues;
  /** Field → cell that stood there, where its value reads as something else. */
  readonly stood: Readonly<Record<string, unknown>>;
  readonly base: AgreedBase | null;
  readonly cells: Readonly<Record<string, CellValue>>;
  readonly conflicts: readonly FieldConflict[];
}

/** The item as a connector takes it. */
export function writeItem({ externalId, cells }: ExportItem): WriteItem {
  return { externalId, cells };
}

/** The entry of a deal that the vendor, or we, refused. */
export function refusedEntry(deal: DealRow, externalId: string | null, reason: string): ExportEntry {
  return {
    dealId: deal.id,
    client: deal.client,
    externalId,
    outcome: 'failed',
    reason,
    changes: null,
    base: null,
    conflicts: [],
    refusal: refusalOf(reason, { side: 'local', values: fieldValuesOf(deal, DEAL_FIELDS) }),
  };
}

/** The entry of a deal that was written, `values` being what the vendor holds now. */
export function writtenEntry(item: ExportItem, record: RemoteRecord, values: FieldValues): ExportEntry {
  const { deal, local, remote } = item;
  const ignored = item.fields.filter((field) => wasIgnored(item, values, field));
  if (ignored.length > 0) {
    const reason = `Le service distant a accepté l’écriture sans prendre ${ignored.join(', ')}. Vérifiez le type et les droits de ces colonnes.`;
    return { ...refusedEntry(deal, record.externalId, reason), base: baseOf(item, values, ignored) };
  }
  const changes = item.fields.map((field) => [
    field,
    { before: remote[field] ?? null, after: local[field] ?? null },
  ]);
  return {
    dealId: deal.id,
    client: deal.client,
    externalId: record.externalId,
    outcome: item.externalId === null ? 'created' : 'updated',
    reason: null,
    changes: item.externalId === null ? null : Object.fromEntries(changes),
    remote: deedOf(item, values),
    base: baseOf(item, values, []),
    conflicts: item.conflicts,
  };
}

/** What was done to the remote row, as the vendor holds it now: what an undo compares it with. */
function deedOf(item: ExportItem, values: FieldValues): RemoteDeed {
  const { externalId, fields, mapped, remote, stood } = item;
  const changes = Object.fromEntries(
    (externalId === null ? mapped : fields).map((field) => [
      field,
      { before: remote[field] ?? null, after: values[field] ?? null },
    ]),
  );
  if (externalId === null) return { did: 'created', changes };
  const cells = Object.fromEntries(
    fields.flatMap((field) => (field in stood ? [[field, stood[field]]] : [])),
  );
  return { did: 'updated', changes, ...(Object.keys(cells).length === 0 ? {} : { cells }) };
}

/** The vendor may round or trim what it was given; it must not have kept what it held before. */
function wasIgnored({ local, remote }: ExportItem, values: FieldValues, field: DealField): boolean {
  const [sent, held, before] = [local[field] ?? null, values[field] ?? null, remote[field] ?? null];
  return held !== sent && held === before;
}

function baseOf(item: ExportItem, values: FieldValues, ignored: readonly DealField[]): AgreedBase {
  const written = new Set(item.fields.filter((field) => !ignored.includes(field)));
  return baseAfter(item.base, { fields: item.mapped, local: item.local, remote: values }, written);
}
