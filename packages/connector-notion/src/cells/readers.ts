import * as z from 'zod';
import { type CellReader, cellReader, namesOrNull, textOrNull } from './cell-reader.ts';
import { DateValue, dateText } from './date-value.ts';
import { People, Person, readPeople } from './people.ts';
import { LINK_UNNAMED } from './unreadable.ts';

const Named = z.object({ name: z.string() });

const richText = cellReader(z.array(z.object({ plain_text: z.string() })), (items) =>
  textOrNull(items.map(({ plain_text }) => plain_text).join('')),
);
const text = cellReader(z.string().nullable(), textOrNull);
const choice = cellReader(Named.nullable(), (option) => option?.name ?? null);
const people = cellReader(People, readPeople);
const person = cellReader(Person.nullish(), (one, names) => readPeople(one ? [one] : [], names));

const namedList = cellReader(z.array(Named), (entries) => namesOrNull(entries.map(({ name }) => name)));

const links = cellReader(z.array(z.object({ id: z.string() })), (entries, names) => {
  const found = entries.map(({ id }) => names.page(id));
  return found.every((name) => name !== undefined) ? namesOrNull(found) : LINK_UNNAMED;
});

const place = cellReader(
  z
    .object({
      name: z.string().nullish(),
      address: z.string().nullish(),
      lat: z.number().optional(),
      lon: z.number().optional(),
    })
    .nullish(),
  (found) => {
    if (!found) return null;
    const position = found.lat === undefined ? null : `${found.lat}, ${found.lon ?? ''}`;
    return found.name || found.address || position;
  },
);

const uniqueId = cellReader(
  z.object({ prefix: z.string().nullish(), number: z.number().nullable() }).nullable(),
  (id) => {
    if (id === null || id.number === null) return null;
    return id.prefix ? `${id.prefix}-${id.number}` : String(id.number);
  },
);

/** Readers of every type that holds a value of its own; formula and rollup hold others' (`computed.ts`). */
export const READERS: Readonly<Record<string, CellReader>> = {
  title: richText,
  rich_text: richText,
  url: text,
  email: text,
  phone_number: text,
  created_time: text,
  last_edited_time: text,
  last_visited_time: text,
  number: cellReader(z.number().nullable(), (number) => number),
  checkbox: cellReader(z.boolean(), (ticked) => ticked),
  date: cellReader(DateValue, dateText),
  select: choice,
  status: choice,
  multi_select: namedList,
  files: namedList,
  people,
  created_by: person,
  last_edited_by: person,
  relation: links,
  unique_id: uniqueId,
  place,
  location: place,
  verification: cellReader(z.object({ state: z.string() }).nullable(), (page) => page?.state ?? null),
  button: () => null,
};
