import { type CallOptions, matchOption, unknownOptionError, type WriteItem } from '@passerelle/connector';
import { optionsOf, unknownChoices } from '../cells/choices-in.ts';
import * as sentences from '../client/sentences.ts';
import type { AirtableBase } from '../table/base.ts';
import type { Field } from '../table/wire.ts';

/** A batch, and the columns in which it may add options. */
export interface BatchRequest extends CallOptions {
  readonly tableId: string;
  readonly columnIds: readonly string[];
  readonly items: readonly WriteItem[];
  readonly createOptionsFor: readonly string[];
}

/** The fields a batch is written to, and whether it adds options to any. */
export interface AdmittedBatch {
  readonly fields: ReadonlyMap<string, Field>;
  readonly addsOptions: boolean;
}

interface UnknownChoice {
  readonly field: Field;
  readonly name: string;
}

/**
 * Decides whether a batch may be sent with `typecast`, the only way to add an option. It holds for every cell of the
 * request: in columns where nothing may be added, an option that somebody deleted since the table was read would be
 * added again. So the table is read anew first, and such a request goes out only when every other choice is there.
 */
export class OptionGate {
  readonly #base: AirtableBase;
  /** Choices that a fresh look did not find: one look for each, not one for each record that makes it. */
  readonly #absent = new Set<string>();
  /** By field, options on their way to Airtable: another spelling of one is that one, whichever request arrives first. */
  readonly #added = new Map<string, string[]>();

  constructor(base: AirtableBase) {
    this.#base = base;
  }

  /** @throws ConnectorError `value_refused` for a choice that the column does not have and that may not be added. */
  async admit(batch: BatchRequest): Promise<AdmittedBatch> {
    const fields = await this.#fields(batch);
    const unknown = unknownIn(batch, fields);
    const mayAdd = new Set(batch.createOptionsFor);
    const isNews = ({ field, name }: UnknownChoice) =>
      mayAdd.has(field.id) || !this.#absent.has(key(field, name));
    if (!unknown.some(isNews)) return this.#judge(unknown, { fields, mayAdd });
    await this.#base.load(batch);
    const fresh = await this.#fields(batch);
    return this.#judge(unknownIn(batch, fresh), { fields: fresh, mayAdd });
  }

  #judge(
    unknown: readonly UnknownChoice[],
    { fields, mayAdd }: { fields: ReadonlyMap<string, Field>; mayAdd: ReadonlySet<string> },
  ): AdmittedBatch {
    const refused = unknown.find(({ field }) => !mayAdd.has(field.id));
    if (!refused) return { fields: this.#withNews(unknown, fields), addsOptions: unknown.length > 0 };
    const { field, name } = refused;
    this.#absent.add(key(field, name));
    const options = optionsOf(field);
    throw unknownOptionError({ column: field.name, value: name, options, remedy: sentences.ADD_OPTION });
  }

  #withNews(
    unknown: readonly UnknownChoice[],
    fields: ReadonlyMap<string, Field>,
  ): ReadonlyMap<string, Field> {
    const changed = new Map(fields);
    for (const { field, name } of unknown) {
      const added = this.#added.get(field.id) ?? [];
      this.#added.set(field.id, added);
      if (matchOption(name, added) === undefined) added.push(name);
      const news = added.filter((one) => matchOption(one, optionsOf(field)) === undefined);
      const choices = [...optionsOf(field), ...news].map((one) => ({ name: one }));
      changed.set(field.id, { ...field, options: { ...field.options, choices } });
    }
    return changed;
  }

  async #fields({ tableId, columnIds, items, signal }: BatchRequest): Promise<Map<string, Field>> {
    const named = new Set([...columnIds, ...items.flatMap(({ cells }) => Object.keys(cells))]);
    const { fields } = await this.#base.table(tableId, { columnIds: [...named], signal });
    return new Map(fields.map((field) => [field.id, field]));
  }
}

function unknownIn({ items }: BatchRequest, fields: ReadonlyMap<string, Field>): UnknownChoice[] {
  return items.flatMap(({ cells }) =>
    Object.entries(cells).flatMap(([columnId, value]) => {
      const field = fields.get(columnId);
      return field ? unknownChoices(field, value).map((name) => ({ field, name })) : [];
    }),
  );
}

function key({ id }: Field, name: string): string {
  return `${id} ${name}`;
}
