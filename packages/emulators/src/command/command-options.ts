import { parseArgs } from 'node:util';
import * as z from 'zod';
import { SANDBOX_TOKEN } from '../sandbox/index.ts';

/** What the command was asked for. */
export interface CommandOptions {
  readonly airtablePort: number;
  readonly notionPort: number;
  readonly seed: number | undefined;
  readonly latencyMs: number;
  readonly limits: 'strict' | 'off';
  readonly today: string | undefined;
  /** Accepted by both vendors, the first of them shown. */
  readonly tokens: readonly [string, ...string[]];
  /** Instant at which the clock stands still; it runs with the machine when left out. */
  readonly clock: string | undefined;
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
  --token <jeton>          jeton accepté par les deux, à répéter pour en accepter plusieurs (sandbox)
  --clock <instant>        horloge arrêtée à cet instant ISO 8601, avancée par POST /_control/clock
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
  const { clock } = values;
  if (clock !== undefined && !isInstant(clock)) {
    throw new CommandOptionError(
      `--clock vaut « ${clock} » : donnez un instant, comme 2026-04-24T15:00:00Z.`,
    );
  }
  return {
    airtablePort: wholeNumber('airtable-port', values['airtable-port'] ?? '4010', 65_535),
    notionPort: wholeNumber('notion-port', values['notion-port'] ?? '4020', 65_535),
    seed: values.seed === undefined ? undefined : wholeNumber('seed', values.seed, 2 ** 31),
    latencyMs: wholeNumber('latency', values.latency ?? '0', 60_000),
    limits,
    today: today ?? clock?.slice(0, 10),
    tokens: tokensOf(values.token),
    clock,
  };
}

/** What an HTTP header can carry. */
function tokensOf(values: readonly string[] = [SANDBOX_TOKEN]): CommandOptions['tokens'] {
  const [first = SANDBOX_TOKEN, ...others] = values;
  const unusable = values.find((token) => !/^[\x21-\x7e]+$/.test(token));
  if (unusable === undefined) return [first, ...others];
  throw new CommandOptionError(`--token vaut « ${unusable} » : un jeton n’a ni espace ni accent.`);
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
        token: { type: 'string', multiple: true },
        clock: text,
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

function isInstant(text: string): boolean {
  return z.iso.datetime({ offset: true }).safeParse(text).success;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}
