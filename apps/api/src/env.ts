import { existsSync } from 'node:fs';
import { type Provider, quote } from '@passerelle/contracts';
import * as z from 'zod';
import { isLoopback } from './access.ts';
import type { Retention } from './clean-up.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

/** Everything that can be set from outside, read once. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Where each provider's API is, without trailing slash. */
  readonly apiUrls: Readonly<Record<Provider, string>>;
  /** 32 bytes in base64; `undefined`: a key file beside the database. */
  readonly encryptionKey: string | undefined;
  readonly sandbox: boolean;
  readonly apiKey: string | null;
  readonly logLevel: LogLevel;
  readonly retention: Retention;
}

/** Settings that cannot be used. `message` lists every fault, in French, without any secret value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const MAX_PORT = 65_535;
const portFault = (given: unknown) =>
  `${quote(given)} n'est pas un port. Donnez un nombre de 0 à ${MAX_PORT}.`;

/** Address of a vendor's API: the version at its end is part of what connectors count on. */
function vendorUrl(fallback: string) {
  const version = fallback.slice(fallback.lastIndexOf('/'));
  return z
    .string()
    .default(fallback)
    .transform((url) => url.replace(/\/+$/, ''))
    .refine((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? '') && url.endsWith(version), {
      error: (issue) =>
        `${quote(issue.input)} n'est pas une adresse qui finit par ${version}. Donnez par exemple ${fallback}.`,
    });
}

/** A whole number of something, none of which would be nothing to work with. */
function atLeastOne(fallback: number, max: number) {
  return z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= 1 && Number(text) <= max, {
      error: (issue) => `${quote(issue.input)} n'est pas accepté. Donnez un nombre entier de 1 à ${max}.`,
    })
    .transform(Number);
}

const schema = z
  .object({
    PORT: z
      .string()
      .default('3000')
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= MAX_PORT, {
        error: (issue) => portFault(issue.input),
      })
      .transform(Number),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_URL: z
      .string()
      .default('sqlite:data/passerelle.db')
      .refine((url) => /^sqlite:./.test(url) || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)), {
        error:
          'ni SQLite ni PostgreSQL. Donnez sqlite:<chemin>, par exemple sqlite:data/passerelle.db, ou postgresql://utilisateur:secret@serveur/base.',
      }),
    AIRTABLE_API_URL: vendorUrl('https://api.airtable.com/v0'),
    NOTION_API_URL: vendorUrl('https://api.notion.com/v1'),
    PASSERELLE_ENCRYPTION_KEY: z
      .base64({ abort: true, error: "n'est pas du base64. Faites-en une : openssl rand -base64 32." })
      .refine((text) => Buffer.from(text, 'base64').length === 32, {
        error: 'ne fait pas 32 octets. Faites-en une : openssl rand -base64 32.',
      })
      .optional(),
    PASSERELLE_SANDBOX: z
      .enum(['on', 'off'], { error: (issue) => `${quote(issue.input)} n'est pas accepté. Donnez on ou off.` })
      .optional(),
    PASSERELLE_API_KEY: z
      .string()
      .regex(/^[\x21-\x7e]+$/, {
        error: 'contient un blanc ou un accent, qu’un en-tête HTTP ne porte pas. Choisissez-en une autre.',
      })
      .optional(),
    PASSERELLE_KEEP_DAYS: atLeastOne(90, 36_500),
    PASSERELLE_KEEP_RECORDS: atLeastOne(2_000_000, 1_000_000_000),
    LOG_LEVEL: z
      .enum(LOG_LEVELS, {
        error: (issue) =>
          `${quote(issue.input)} n'est pas un niveau. Choisissez parmi : ${LOG_LEVELS.join(', ')}.`,
      })
      .default('info'),
    NODE_ENV: z.string().optional(),
  })
  .refine((env) => isLoopback(env.HOST) || env.PASSERELLE_API_KEY !== undefined, {
    path: ['HOST'],
    error:
      'ouvre Passerelle au réseau, où elle ne démarre pas sans clé. Donnez PASSERELLE_API_KEY, ou gardez 127.0.0.1.',
  });

/** Reads the environment, `.env` of the working folder included. Throws `SettingsError` naming every fault. */
export function loadSettings(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readSettings(process.env);
}

/** Reads settings from `env`; a variable set to nothing counts as not set. Throws `SettingsError`. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '');
  const result = schema.safeParse(Object.fromEntries(given));
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `- ${issue.path.join('.')} : ${issue.message}`);
    throw new SettingsError(`Réglages à corriger, dans l'environnement ou dans .env :\n${faults.join('\n')}`);
  }
  const { data } = result;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    apiUrls: { airtable: data.AIRTABLE_API_URL, notion: data.NOTION_API_URL },
    encryptionKey: data.PASSERELLE_ENCRYPTION_KEY,
    sandbox: data.PASSERELLE_SANDBOX ? data.PASSERELLE_SANDBOX === 'on' : data.NODE_ENV !== 'production',
    apiKey: data.PASSERELLE_API_KEY ?? null,
    logLevel: data.LOG_LEVEL,
    retention: { days: data.PASSERELLE_KEEP_DAYS, records: data.PASSERELLE_KEEP_RECORDS },
  };
}
