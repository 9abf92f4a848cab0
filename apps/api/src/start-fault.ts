import { DatabaseError } from '@passerelle/database';
import { SettingsError } from './env.ts';

const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'est déjà pris. Arrêtez le programme qui l’occupe, ou choisissez-en un autre, par exemple PORT=3001.',
  EACCES: 'est réservé au système. Choisissez-en un autre, par exemple PORT=3000.',
  EADDRNOTAVAIL: 'n’est pas sur une adresse de cette machine. Corrigez HOST.',
};

/** Why Passerelle could not start, in a sentence, where it is known; `null` for a fault nobody foresaw. */
export function startFault(error: unknown): string | null {
  if (error instanceof SettingsError || error instanceof DatabaseError) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  const fault = LISTEN_FAULTS[String(error.code)];
  return fault === undefined || !('port' in error) ? null : `Le port ${error.port} ${fault}`;
}
