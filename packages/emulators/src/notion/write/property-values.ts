import {
  complaint,
  expectObject,
  expectOnly,
  expectString,
  failedUnion,
  isJsonObject,
  type JsonObject,
} from '../body-checks.ts';
import { invalid } from '../notion-api-error.ts';
import { COMPUTED_TYPES, findProperty } from '../schema/property.ts';
import type { Access } from '../state/access.ts';
import type { DataSource } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import type { CellDraft } from '../values/cell.ts';
import { readDateCell } from './date-values.ts';
import { readMultiSelect, readSelect, readStatus } from './option-values.ts';
import { readCheckbox, readFiles, readNumber, readPlace, readVerification } from './other-values.ts';
import { readPeople, readRelation } from './reference-values.ts';
import { readLine, readText } from './text-values.ts';
import type { Settle, ValueReader } from './write-context.ts';

/** Every type that can be written, in the order in which the API lists its variants when none fitted. */
const READERS = {
  title: readText,
  rich_text: readText,
  number: readNumber,
  url: readLine(2000),
  select: readSelect,
  multi_select: readMultiSelect,
  people: readPeople,
  email: readLine(200),
  phone_number: readLine(200),
  date: readDateCell,
  checkbox: readCheckbox,
  relation: readRelation,
  files: readFiles,
  status: readStatus,
  place: readPlace,
  verification: readVerification,
} as const satisfies Record<string, ValueReader>;

type WritableType = keyof typeof READERS;

const WRITABLE_TYPES = Object.keys(READERS).filter(isWritable);

function isWritable(name: string): name is WritableType {
  return name in READERS;
}

interface ReadValue {
  readonly key: string;
  readonly type: WritableType;
  readonly settle: Settle;
}

/** Cells that passed every check. `accept` makes the options they need; call it just before they are stored. */
export interface CheckedCells {
  readonly cells: CellDraft;
  accept(): void;
}

/** What the `properties` of a write are checked against. */
interface CheckContext {
  readonly workspace: Workspace;
  readonly access: Access;
  readonly source: DataSource;
  /** Columns that do not exist are left out instead of refused. */
  readonly dropsUnknown: boolean;
}

/**
 * Checks the `properties` of a write as the API does: first the shape of everything, then names and types, then the
 * values. The first bad one of each step fails the whole request; bad names and types are reported together.
 */
export function checkProperties(
  value: unknown,
  { workspace, access, source, dropsUnknown }: CheckContext,
): CheckedCells {
  const isKept = ({ key }: ReadValue) => !dropsUnknown || findProperty(source.properties, key) !== undefined;
  const values = readValues(value).filter(isKept);
  const complaints: string[] = [];
  for (const { key, type } of values) {
    const property = findProperty(source.properties, key);
    if (property === undefined) complaints.push(`${key} is not a property that exists.`);
    else if (COMPUTED_TYPES.includes(property.type))
      complaints.push(`${property.name} is ${property.type} and cannot be updated.`);
    else if (property.type !== type) complaints.push(`${property.name} is expected to be ${property.type}.`);
  }
  if (complaints.length > 0) throw invalid(complaints.join(' '));
  const cells: CellDraft = {};
  const onAccepted: (() => void)[] = [];
  for (const { key, settle } of values) {
    const property = findProperty(source.properties, key);
    if (property !== undefined) cells[property.id] = settle({ workspace, access, property, onAccepted });
  }
  return {
    cells,
    accept: () => {
      for (const accepted of onAccepted) accepted();
    },
  };
}

/** Checks the shape of the `properties` of a page that is no row: a title and nothing else. */
export function checkTitleOnly(value: unknown, context: { workspace: Workspace; access: Access }): CellDraft {
  const cells: CellDraft = {};
  for (const { key, type, settle } of readValues(value)) {
    if (type !== 'title' || key !== 'title') throw invalid(`${key} is not a property that exists.`);
    const property = { id: 'title', name: 'title', description: null, type: 'title' } as const;
    cells.title = settle({ ...context, property, onAccepted: [] });
  }
  return cells;
}

function readValues(value: unknown): ReadValue[] {
  return Object.entries(expectObject(value, 'body.properties')).flatMap(([key, sent]) =>
    sent === undefined ? [] : [readValue(key, sent)],
  );
}

function readValue(key: string, sent: unknown): ReadValue {
  const path = `body.properties.${key}`;
  const value = wrapBareArray(expectObjectOrArray(sent, path));
  if (value.type !== undefined) expectString(value.type, `${path}.type`);
  const stated = WRITABLE_TYPES.find((type) => type === value.type);
  const type = stated ?? WRITABLE_TYPES.find((candidate) => value[candidate] !== undefined);
  if (type === undefined)
    throw failedUnion(
      'body',
      WRITABLE_TYPES.map((candidate) => complaint(`${path}.${candidate}`, 'defined', undefined)),
    );
  // What was read may be sent back as it came: ids and the note about cut links are no fault.
  expectOnly(value, path, ['id', 'type', 'has_more', type]);
  return { key, type, settle: READERS[type](value[type], `${path}.${type}`) };
}

/** The title may be sent as its list of rich text alone, an old form the API still takes. */
function wrapBareArray(value: JsonObject | readonly unknown[]): JsonObject {
  return isJsonObject(value) ? value : { title: value };
}

function expectObjectOrArray(value: unknown, path: string): JsonObject | readonly unknown[] {
  return Array.isArray(value) ? value : expectObject(value, path);
}
