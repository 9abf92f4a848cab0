import { parseArgs } from 'node:util';

/** What the command was asked for. */
export interface CommandOptions {
  readonly airtablePort: number;
  readonly notionPort: number;
  readonly seed: number | undefined;
  readonly latencyMs: number;
  readonly limits: 'strict' | 'off';
  readonly today: string | undefined;
}

/** An option of the command that cannot be understood; its message is for the person who typed it. */
export class CommandOptionError extends Error {
  readonly code = 'COMMAND_OPTION_INVALID';

  constructor(message: string) {
    super(message);
    this.name = 'CommandOptionError';
  }
}

/** Answered to `--help`. */
export const COMMAND_HELP = `passerelle-emulators : Airtable et Notion sur cette machine, avec 250 deals chacun.

  --airtable-port <port>   port d’Airtable (4010 ; 0 : un port libre)
  --notion-port <port>     port de Notion (4020 ; 0 : un port libre)
  --seed <entier>          graine des données et des identifiants
  --latency <ms>           durée minimale de chaque réponse (0)
  --limits strict|off      limites de débit des fournisseurs (strict)
  --today <AAAA-MM-JJ>     jour autour duquel tombent les échéances (aujourd’hui)
  --help                   cette aide`;

/** Reads the command line; `null` when help is asked for. Throws `CommandOptionError`. */
export function readCommandOptions(args: readonly string[]): CommandOptions | null {
  const values = parse(args);
  if (values.help === true) return null;
  const limits = values.limits ?? 'strict';
  if (limits !== 'strict' && limits !== 'off') {
    throw new CommandOptionError(`--limits vaut « ${limits} » : choisissez strict ou off.`);
  }
  const { today } = values;
  if (today !== undefined && !isDay(today)) {
    throw new CommandOptionError(`--today vaut « ${today} » : donnez une date qui existe, comme 2026-04-24.`);
  }
  return {
    airtablePort: wholeNumber('airtable-port', values['airtable-port'] ?? '4010', 65_535),
    notionPort: wholeNumber('notion-port', values['notion-port'] ?? '4020', 65_535),
    seed: values.seed === undefined ? undefined : wholeNumber('seed', values.seed, 2 ** 31),
    latencyMs: wholeNumber('latency', values.latency ?? '0', 60_000),
    limits,
    today,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        'airtable-port': text,
        'notion-port': text,
        seed: text,
        latency: text,
        limits: text,
        today: text,
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandOptionError(`Option refusée (${reason}). Les options : --help.`);
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= max) return number;
  throw new CommandOptionError(`--${name} vaut « ${text} » : donnez un entier de 0 à ${max}.`);
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}
