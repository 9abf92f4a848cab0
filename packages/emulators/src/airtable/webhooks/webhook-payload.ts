import type { AirtableBase, TableChange } from '../base.ts';
import type { AirtableField } from '../field.ts';
import { isoSecond } from '../record-time.ts';
import type { Row } from '../row-store.ts';
import { webhookCell } from './webhook-cell.ts';
import type { WebhookSpecification } from './webhook-specification.ts';

/** One entry of a webhook's log. */
export type WebhookPayload = Readonly<Record<string, unknown>>;

type Options = WebhookSpecification['options'];
type Part = Readonly<Record<string, unknown>>;

/** What a webhook of this specification reports of a change; null when it is none of its business. */
export function webhookPayload(
  base: AirtableBase,
  change: TableChange,
  { specification, now }: { specification: WebhookSpecification; now: number },
): WebhookPayload | null {
  const { options } = specification;
  const { filters } = options;
  const { user, source } = change.author;
  if (filters.recordChangeScope !== undefined && filters.recordChangeScope !== change.table.id) return null;
  if (filters.fromSources !== undefined && !filters.fromSources.includes(source)) return null;
  const parts: Part = {
    ...(filters.dataTypes.includes('tableData') && recordParts(base, change, options)),
    ...(filters.dataTypes.includes('tableFields') && fieldParts(change, options)),
  };
  if (Object.keys(parts).length === 0) return null;
  return {
    timestamp: new Date(now).toISOString(),
    baseTransactionNumber: base.transactionNumber,
    payloadFormat: 'v0',
    actionMetadata: { source, sourceMetadata: { user: { ...user, permissionLevel: 'create' } } },
    changedTablesById: { [change.table.id]: parts },
  };
}

function recordParts(base: AirtableBase, change: TableChange, options: Options): Part {
  const where = { base, table: change.table };
  const { changeTypes, watchDataInFieldIds: watched } = options.filters;
  const reports = (type: 'add' | 'remove' | 'update') =>
    changeTypes === undefined || changeTypes.includes(type);
  const isWatched = (fieldId: string) => watched === undefined || watched.includes(fieldId);
  const cells = (row: Row, fields: readonly AirtableField[]) =>
    Object.fromEntries(fields.map((field) => [field.id, webhookCell(field, row, where)]));

  const created = reports('add') ? (change.created ?? []) : [];
  const changed = reports('update')
    ? (change.changed ?? []).filter(({ before }) => Object.keys(before).some(isWatched))
    : [];
  const destroyed = reports('remove') ? (change.destroyed ?? []) : [];
  return {
    ...(created.length > 0 && {
      createdRecordsById: Object.fromEntries(
        created.map((row) => {
          const filled = change.table.fields.filter((field) => row.cells[field.id] !== undefined);
          return [row.id, { createdTime: isoSecond(row.createdAt), cellValuesByFieldId: cells(row, filled) }];
        }),
      ),
    }),
    ...(changed.length > 0 && {
      changedRecordsById: Object.fromEntries(
        changed.map(({ row, before }) => {
          const touched = change.table.fields.filter((field) => field.id in before && isWatched(field.id));
          const others = includedFields(change, options).filter((field) => !(field.id in before));
          const earlier: Row = { ...row, cells: { ...row.cells, ...before } };
          return [
            row.id,
            {
              current: { cellValuesByFieldId: cells(row, touched) },
              ...(options.includes?.includePreviousCellValues === true && {
                previous: { cellValuesByFieldId: cells(earlier, touched) },
              }),
              ...(others.length > 0 && { unchanged: { cellValuesByFieldId: cells(row, others) } }),
            },
          ];
        }),
      ),
    }),
    ...(destroyed.length > 0 && { destroyedRecordIds: destroyed }),
  };
}

function includedFields(change: TableChange, options: Options): readonly AirtableField[] {
  const included = options.includes?.includeCellValuesInFieldIds;
  if (included === undefined) return [];
  return change.table.fields.filter((field) => included === 'all' || included.includes(field.id));
}

function fieldParts(change: TableChange, options: Options): Part {
  const { changeTypes, watchSchemasOfFieldIds: watched } = options.filters;
  const reports = (type: 'add' | 'remove' | 'update') =>
    changeTypes === undefined || changeTypes.includes(type);
  const isWatched = (fieldId: string) => watched === undefined || watched.includes(fieldId);
  const created = reports('add') ? (change.createdFields ?? []) : [];
  const changed = (change.changedFields ?? []).filter(
    ({ field }) => reports('update') && isWatched(field.id),
  );
  const destroyed = (change.destroyedFields ?? []).filter((id) => reports('remove') && isWatched(id));
  const previous = options.includes?.includePreviousFieldDefinitions === true;
  return {
    ...(created.length > 0 && {
      createdFieldsById: Object.fromEntries(created.map(({ id, name, type }) => [id, { name, type }])),
    }),
    ...(changed.length > 0 && {
      changedFieldsById: Object.fromEntries(
        changed.map(({ field, previousName }) => [
          field.id,
          {
            current: { name: field.name, type: field.type },
            ...(previous && { previous: { name: previousName } }),
          },
        ]),
      ),
    }),
    ...(destroyed.length > 0 && { destroyedFieldIds: destroyed }),
  };
}
