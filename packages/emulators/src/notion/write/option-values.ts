import {
  complaint,
  expectArray,
  expectObject,
  expectOnly,
  expectString,
  failedCheck,
  failedUnion,
} from '../body-checks.ts';
import { invalid, notAllowed } from '../notion-api-error.ts';
import { defaultStatus, makeOption } from '../schema/options.ts';
import { OPTION_COLORS, optionsOf, type SelectOption } from '../schema/property.ts';
import type { Settle, ValueReader, WriteContext } from './write-context.ts';

const NAME_LENGTH = 100;

interface Choice {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly color: SelectOption['color'] | undefined;
}

/** `select`: an unknown name makes the option. */
export const readSelect: ValueReader = (value, path) => {
  if (value === null) return () => undefined;
  const choice = readChoice(value, path);
  return (context) => settleChoice(context, choice, { creates: true });
};

/** `status`: never makes an option; cleared, it falls back on the default one. */
export const readStatus: ValueReader = (value, path) => {
  if (value === null)
    return ({ property }) => (property.type === 'status' ? defaultStatus(property)?.id : undefined);
  const choice = readChoice(value, path);
  return (context) => settleChoice(context, choice, { creates: false });
};

/** `multi_select`: the list replaces what was there. */
export const readMultiSelect: ValueReader = (value, path) => {
  const choices = expectArray(value, path).map((choice, index) => readChoice(choice, `${path}[${index}]`));
  const settle: Settle = (context) => {
    const made = new Map<string, string>();
    const ids = choices.map((choice) => {
      const known = choice.name === undefined ? undefined : made.get(choice.name);
      const id = known ?? settleChoice(context, choice, { creates: true });
      if (choice.name !== undefined) made.set(choice.name, id);
      return id;
    });
    return ids.length === 0 ? undefined : [...new Set(ids)];
  };
  return settle;
};

/** An option as it is sent in a value or in a schema. */
export function readChoice(value: unknown, path: string): Choice {
  const choice = expectObject(value, path);
  expectOnly(choice, path, ['id', 'name', 'color', 'description']);
  if (choice.id === undefined && choice.name === undefined)
    throw failedUnion('body', [
      complaint(`${path}.id`, 'defined', undefined),
      complaint(`${path}.name`, 'defined', undefined),
    ]);
  const id = choice.id === undefined ? undefined : expectString(choice.id, `${path}.id`);
  const name = choice.name === undefined ? undefined : expectString(choice.name, `${path}.name`, NAME_LENGTH);
  if (name === '') throw failedCheck(`${path}.name`, 'populated', name);
  const color = OPTION_COLORS.find((one) => one === choice.color);
  if (choice.color !== undefined && color === undefined)
    throw failedCheck(`${path}.color`, OPTION_COLORS.map((one) => `\`"${one}"\``).join(', '), choice.color);
  return { id, name, color };
}

/** Refuses what the API refuses in the name of an option. */
export function refuseComma(name: string): void {
  if (name.includes(',')) throw invalid(`Invalid select option, commas not allowed: ${name}`);
}

function settleChoice(context: WriteContext, choice: Choice, { creates }: { creates: boolean }): string {
  const { property } = context;
  const options = optionsOf(property);
  const found = options.find((option) =>
    choice.id === undefined ? option.name === choice.name : option.id === choice.id,
  );
  if (found !== undefined) {
    if (choice.color !== undefined && choice.color !== found.color)
      throw invalid(`Select option color doesn't match existing for property "${property.name}".`);
    return found.id;
  }
  const { name } = choice;
  if (!creates || name === undefined) {
    const kind = creates ? 'select' : 'status';
    const label = creates ? 'Select' : 'Status';
    throw invalid(`Invalid ${kind} option. ${label} option "${name ?? choice.id}" does not exist.`);
  }
  refuseComma(name);
  if (!context.access.can('update')) throw notAllowed();
  const made = makeOption(name, {
    id: context.workspace.newOptionId(),
    existing: options,
    color: choice.color,
  });
  context.onAccepted.push(() => options.push(made));
  return made.id;
}
