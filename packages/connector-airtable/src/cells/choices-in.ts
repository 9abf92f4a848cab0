import { type CellValue, matchOption, splitChoices } from '@passerelle/connector';
import type { Field } from '../table/wire.ts';

/** Names of the options a field has. */
export function optionsOf({ options }: Field): readonly string[] {
  return options?.choices?.map(({ name }) => name) ?? [];
}

/**
 * The choices a value makes in a field, written as the field has them; those it does not have go as they are.
 * Two spellings of an option are one choice. `undefined` when the value makes no choice at all, such as a tick.
 */
export function choicesIn(field: Field, value: CellValue): string[] | undefined {
  const options = optionsOf(field);
  const names = namesIn(field, value);
  if (!names?.every((name) => typeof name === 'string')) return undefined;
  const chosen = names.filter((name) => name !== '').map((name) => matchOption(name, options) ?? name.trim());
  return [...new Set(chosen)];
}

/** Choices of a value that the field does not have; none for a field without choices. */
export function unknownChoices(field: Field, value: CellValue): string[] {
  if (field.type !== 'singleSelect' && field.type !== 'multipleSelects') return [];
  const options = optionsOf(field);
  return (choicesIn(field, value) ?? []).filter((name) => !options.includes(name));
}

function namesIn(field: Field, value: CellValue): readonly unknown[] | undefined {
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string') return undefined;
  return field.type === 'multipleSelects' ? splitChoices(value, optionsOf(field)) : [value];
}
