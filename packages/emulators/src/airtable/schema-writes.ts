import * as z from 'zod';
import { airtableError, invalidRequest } from './airtable-error.ts';
import type { AirtableBase } from './base.ts';
import type { AirtableField, FieldSeed } from './field.ts';
import { isComputedType, isFieldType } from './field-types.ts';
import { AirtableTable } from './table.ts';

const FieldInput = z.strictObject({
  name: z.string().min(1),
  type: z.string(),
  description: z.string().optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});
const ChoicesInput = z.array(z.object({ name: z.string().min(1), color: z.string().optional() }));
const TableInput = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  fields: z.array(FieldInput).min(1),
});
const Renaming = z.strictObject({ name: z.string().min(1).optional(), description: z.string().optional() });

/** `POST …/tables/{table}/fields`. */
export function createFieldFrom(table: AirtableTable, body: unknown): AirtableField {
  const seed = seedOf(parse(FieldInput, body));
  if (table.fields.some((field) => field.name === seed.name)) throw duplicateName('FIELD');
  return table.addField(seed);
}

/** `POST …/tables`; the first column is the primary one. */
export function createTableFrom(base: AirtableBase, body: unknown): AirtableTable {
  const { fields, ...rest } = parse(TableInput, body);
  if (base.tables.some((table) => table.name === rest.name)) throw duplicateName('TABLE');
  if (new Set(fields.map((field) => field.name)).size < fields.length) throw duplicateName('FIELD');
  const table = new AirtableTable({ ...rest, fields: fields.map(seedOf) }, base.random);
  base.tables.push(table);
  return table;
}

/** `PATCH …/fields/{field}`: name and description only; options cannot be changed this way. */
export function renameFieldFrom(table: AirtableTable, field: AirtableField, body: unknown): void {
  const { name, description } = parse(Renaming, body);
  const taken = table.fields.some((other) => other !== field && other.name === name);
  if (taken) throw duplicateName('FIELD');
  if (name !== undefined) table.renameField(field, name);
  if (description !== undefined) field.description = description;
}

/** `PATCH …/tables/{table}`. */
export function renameTableFrom(base: AirtableBase, table: AirtableTable, body: unknown): void {
  const { name, description } = parse(Renaming, body);
  if (base.tables.some((other) => other !== table && other.name === name)) throw duplicateName('TABLE');
  if (name !== undefined) table.name = name;
  if (description !== undefined) table.description = description;
}

function seedOf(input: z.infer<typeof FieldInput>): FieldSeed {
  const { type, options = {}, ...rest } = input;
  if (!isFieldType(type)) throw invalidRequest();
  if (isComputedType(type)) {
    throw airtableError(
      422,
      'UNSUPPORTED_FIELD_TYPE_FOR_CREATE',
      `Creating ${type} fields is not supported at this time`,
    );
  }
  const { choices, ...others } = options;
  const given = Object.keys(others).length > 0 ? { options: others } : {};
  const named = choices === undefined ? [] : parse(ChoicesInput, choices);
  const withColors = named.map(({ name, color }) => ({ name, ...(color !== undefined && { color }) }));
  return { ...rest, type, ...given, choices: withColors };
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidRequest();
  return parsed.data;
}

const duplicateName = (what: 'FIELD' | 'TABLE') =>
  airtableError(
    422,
    `DUPLICATE_OR_EMPTY_${what}_NAME`,
    `A ${what.toLowerCase()} of that name exists already`,
  );
