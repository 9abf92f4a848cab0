import type { Random } from '../core/index.ts';

/** The first three letters of an Airtable id tell what it names. */
export type IdPrefix = 'app' | 'tbl' | 'fld' | 'viw' | 'rec' | 'usr' | 'ach' | 'att' | 'sel' | 'itr';

const SHAPE = /^[a-z]{3}[0-9A-Za-z]{14}$/;

/** True for the prefix followed by 14 letters or digits. */
export function isAirtableId(prefix: IdPrefix, text: string): boolean {
  return text.startsWith(prefix) && SHAPE.test(text);
}

/** A new id of that kind. */
export function newAirtableId(prefix: IdPrefix, random: Random): string {
  return prefix + random.text(14);
}
