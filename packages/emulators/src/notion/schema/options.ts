import {
  OPTION_COLORS,
  type OptionColor,
  type PropertyConfig,
  type SelectOption,
  type StatusGroup,
} from './property.ts';
import type { OptionSeed } from './property-seed.ts';

const GROUPS = [
  { name: 'To-do', color: 'gray' },
  { name: 'In progress', color: 'blue' },
  { name: 'Complete', color: 'green' },
] as const;

/** A new option; colours follow one another as in the app. */
export function makeOption(
  name: string,
  options: {
    id: string;
    existing: readonly SelectOption[];
    color?: OptionColor | undefined;
    description?: string | null | undefined;
  },
): SelectOption {
  const color = options.color ?? OPTION_COLORS[options.existing.length % OPTION_COLORS.length] ?? 'default';
  return { id: options.id, name, color, description: options.description ?? null };
}

/** The options a seed states. */
export function optionsFromSeeds(seeds: readonly OptionSeed[], newId: () => string): SelectOption[] {
  const options: SelectOption[] = [];
  for (const seed of seeds) {
    const stated = typeof seed === 'string' ? { name: seed } : seed;
    options.push(makeOption(stated.name, { ...stated, id: stated.id ?? newId(), existing: options }));
  }
  return options;
}

/** A status column: its options in the three groups that every status column has. */
export function statusFromSeeds(
  seeds: readonly OptionSeed[],
  newId: () => string,
): PropertyConfig & { type: 'status' } {
  const stated: readonly OptionSeed[] = seeds.length > 0 ? seeds : DEFAULT_STATUSES;
  const options = optionsFromSeeds(stated, newId);
  const groups: StatusGroup[] = GROUPS.map((group) => ({ id: newId(), ...group, optionIds: [] }));
  stated.forEach((seed, index) => {
    const name = (typeof seed === 'string' ? undefined : seed.group) ?? 'To-do';
    const option = options[index];
    if (option !== undefined) groups.find((group) => group.name === name)?.optionIds.push(option.id);
  });
  return { type: 'status', options, groups };
}

const DEFAULT_STATUSES: readonly OptionSeed[] = [
  { name: 'Not started', color: 'default', group: 'To-do' },
  { name: 'In progress', color: 'blue', group: 'In progress' },
  { name: 'Done', color: 'green', group: 'Complete' },
];

/** The option a status column falls back on: the first of its To-do group. */
export function defaultStatus(config: PropertyConfig & { type: 'status' }): SelectOption | undefined {
  const [id] = config.groups[0]?.optionIds ?? [];
  return config.options.find((option) => option.id === id) ?? config.options[0];
}
