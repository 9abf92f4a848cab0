import { DatabaseError } from '@passerelle/database';
import { SettingsError } from './env.ts';

const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'est déjà pris. Arrêtez le programme qui l’occupe, ou choisissez-en un autre, par exemple PORT=3001.',
  EACCES: 'est réservé au système. Choisissez-en un autre, par exemple PORT=3000.',
  EADDRNOTAVAIL: 'n’est pas sur une adresse de cette machine. Corrigez HOST.',
};

/** What PostgreSQL answers to whoever may not come in (its manual, appendix A). */
const LOGIN_REFUSED = ['28000', '28P01'];

/** Why Passerelle could not start, in a sentence, where it is known; `null` for a fault nobody foresaw. */
export function startFault(error: unknown): string | null {
  if (error instanceof SettingsError || error instanceof DatabaseError) return error.message;
  if (!(error instanceof Error)) return null;
  const { code = '', syscall, port, path } = error as SystemFault;
  if (syscall === 'listen' && LISTEN_FAULTS[code]) return `Le port ${port} ${LISTEN_FAULTS[code]}`;
  if (syscall === 'connect' || syscall === 'getaddrinfo') {
    return `La base PostgreSQL de DATABASE_URL ne répond pas (${code}). Démarrez-la, ou corrigez l’adresse.`;
  }
  if (LOGIN_REFUSED.includes(code)) {
    return 'La base PostgreSQL refuse l’utilisateur ou le mot de passe de DATABASE_URL. Corrigez-les.';
  }
  // Of files, only the database and its key are touched at the start.
  if (path === undefined) return null;
  return `Rien ne peut être écrit dans ${path} (${code}). Corrigez DATABASE_URL, ou les droits de ce dossier.`;
}

/** What the system says of a failed call. */
interface SystemFault extends Error {
  readonly code?: string;
  readonly syscall?: string;
  readonly port?: number;
  readonly path?: string;
}
