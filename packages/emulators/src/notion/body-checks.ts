import { invalid, type NotionApiError } from './notion-api-error.ts';
import { normalizeNotionId } from './notion-id.ts';

/** A JSON object whose members are not known yet. */
export type JsonObject = Record<string, unknown>;

/** True for a JSON object, false for arrays and `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line of a validation message: ``body.a should be b, instead was `c`.`` */
export function complaint(path: string, should: string, instead: unknown): string {
  return `${path} should be ${should}, instead was \`${JSON.stringify(instead)}\`.`;
}

/** The error the API makes of one complaint; its first word is the part of the request meant. */
export function failedCheck(path: string, should: string, instead: unknown): NotionApiError {
  return invalid(`${path.split('.', 1)[0]} failed validation: ${complaint(path, should, instead)}`);
}

/** The error the API makes where none of several shapes fitted. */
export function failedUnion(part: 'body', complaints: readonly string[]): NotionApiError {
  return invalid(`${part} failed validation. Fix one:\n${complaints.join('\n')}`);
}

/** The value as an object. */
export function expectObject(value: unknown, path: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw failedCheck(path, value === undefined ? 'defined' : 'an object', value);
}

/** The value as an array of at most `max` elements. */
export function expectArray(value: unknown, path: string, max = 100): readonly unknown[] {
  if (!Array.isArray(value)) throw failedCheck(path, value === undefined ? 'defined' : 'an array', value);
  if (value.length > max) throw failedCheck(`${path}.length`, `≤ \`${max}\``, value.length);
  return value;
}

/** The value as text of at most `max` UTF-16 units. */
export function expectString(value: unknown, path: string, max = Number.POSITIVE_INFINITY): string {
  if (typeof value !== 'string') throw failedCheck(path, value === undefined ? 'defined' : 'a string', value);
  if (value.length > max) throw failedCheck(`${path}.length`, `≤ \`${max}\``, value.length);
  return value;
}

/** The value as a boolean. */
export function expectBoolean(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw failedCheck(path, 'a boolean', value);
  return value;
}

/** The value as one of a few words. */
export function expectWord<Word extends string>(value: unknown, path: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw failedCheck(path, oneOf(words.map((word) => `\`${JSON.stringify(word)}\``)), value);
}

/** The value as an id with hyphens. */
export function expectUuid(value: unknown, path: string): string {
  if (value === undefined) throw failedCheck(path, 'defined', value);
  const id = typeof value === 'string' ? normalizeNotionId(value) : null;
  if (id === null) throw failedCheck(path, 'a valid uuid', value);
  return id;
}

/** Refuses members the endpoint does not know. */
export function expectOnly(value: JsonObject, path: string, allowed: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key) && value[key] !== undefined)
      throw failedCheck(`${path}.${key}`, 'not present', value[key]);
  }
}

/** Words as the API lists them: `a`, `a` or `b`, `a`, `b`, or `c`. */
export function oneOf(words: readonly string[]): string {
  if (words.length < 3) return words.join(' or ');
  return `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;
}
