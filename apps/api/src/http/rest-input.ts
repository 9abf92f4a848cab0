import { ContractError, describeIssues } from '@passerelle/contracts';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { MountedProcedure } from './procedures.ts';

type Read = (text: unknown) => unknown;

/** Makes the function that gathers a procedure's input from path, query and body, each read by its schema. */
export function restInputReader({ meta, fields }: MountedProcedure): (request: FastifyRequest) => unknown {
  const readers = readersOf(fields);
  const takesBody = ['POST', 'PUT', 'PATCH'].includes(meta.openapi.method);
  return (request) => {
    const params = readAll(request.params, readers);
    if (!takesBody) return { ...withoutParams(readAll(request.query, readers), params), ...params };
    const query = readAll(request.query, readers);
    refuseUnknown(Object.keys(query).filter((name) => !meta.inQuery.includes(name)));
    const body = request.body ?? {};
    if (typeof body !== 'object' || Array.isArray(body)) return body;
    const given = { ...withoutParams(query, params), ...params };
    return { ...withoutParams(body, given), ...given };
  };
}

/** Makes the function that reads a query by the schemas of its fields. */
export function queryReader(fields: MountedProcedure['fields']): (query: unknown) => unknown {
  const readers = readersOf(fields);
  return (query) => readAll(query, readers);
}

function readersOf(fields: MountedProcedure['fields']): ReadonlyMap<string, Read> {
  return new Map(Object.entries(fields).map(([name, schema]) => [name, readerOf(schema)]));
}

function readAll(given: unknown, readers: ReadonlyMap<string, Read>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given as object).map(([name, text]) => [name, readers.get(name)?.(text) ?? text]),
  );
}

/** A field of the path is not given another value elsewhere: nobody could tell which one is meant. */
function withoutParams(given: object, params: object): object {
  const inPath = new Map<string, unknown>(Object.entries(params));
  const others = Object.entries(given).filter(
    ([name, value]) => inPath.has(name) && inPath.get(name) !== value,
  );
  refuseUnknown(others.map(([name]) => name));
  return given;
}

function refuseUnknown(keys: string[]): void {
  if (keys.length === 0) return;
  const { sentence, faults } = describeIssues(
    [{ code: 'unrecognized_keys', keys, path: [], message: '' }],
    undefined,
  );
  throw new ContractError('bad_input', sentence, { faults });
}

/** Text of a path or query as the schema wants it; what does not fit is left for the schema to refuse. */
function readerOf(field: z.ZodType): Read {
  const schema = unwrap(field);
  if (schema instanceof z.ZodArray) {
    const readItem = readerOf(schema.element as z.ZodType);
    return (text) => (Array.isArray(text) ? text : [text]).map(readItem);
  }
  if (schema instanceof z.ZodNumber) return readNumber;
  if (schema instanceof z.ZodBoolean) return readBoolean;
  return (text) => text;
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;
}

function readNumber(text: unknown): unknown {
  return typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function readBoolean(text: unknown): unknown {
  return text === 'true' || (text === 'false' ? false : text);
}
