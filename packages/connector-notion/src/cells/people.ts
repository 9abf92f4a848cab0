import type { CellValue } from '@passerelle/connector';
import * as z from 'zod';
import type { NameLookup } from '../names/name-lookup.ts';
import { namesOrNull } from './cell-reader.ts';
import { PERSON_UNNAMED } from './unreadable.ts';

/** A person, a bot or a group; without the user capability only the id. */
export const Person = z.object({ id: z.string(), name: z.string().nullish() });
export const People = z.array(Person);

/** Their names. One name missing spoils the cell: a shorter list would read as if someone had been removed. */
export function readPeople(people: z.output<typeof People>, names: NameLookup): CellValue {
  const found = people.map(({ id, name }) => name || names.person(id));
  return found.every((name) => name !== undefined) ? namesOrNull(found) : PERSON_UNNAMED;
}
