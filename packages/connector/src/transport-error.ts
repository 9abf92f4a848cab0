import { ConnectorError } from './errors.ts';
import { redact } from './redact.ts';

/** What a failed request says about itself. */
export interface FailedRequest {
  readonly vendor: string;
  readonly token: string;
  readonly write: boolean;
  /** The time it was given, when that was what ended it. */
  readonly timedOutAfterMs: number | null;
}

/**
 * Codes after which nothing of the request can have reached the vendor: no name, no connection, no trusted TLS
 * session. Everything else may have cut a request already received: a host or network out of reach too, unless
 * connecting was what failed, as a route can be lost while the answer is awaited.
 */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const NEVER_SENT_CALLS = new Set(['connect', 'getaddrinfo']);

/**
 * Turns a failure of `fetch` into the one error connectors throw. The cause kept is a cleaned copy of the words of
 * the whole chain: the originals could carry the request, and with it the token.
 */
export function transportError(error: unknown, request: FailedRequest): ConnectorError {
  const { vendor, write, timedOutAfterMs } = request;
  const failures = failuresOf(error);
  const code = failures.map(({ code }) => code).find((known) => known !== undefined);
  const cause = new Error(redact(failures.map(({ message }) => message).join(' ← '), request.token));
  const reason =
    timedOutAfterMs === null
      ? `la connexion a échoué${code === undefined ? '' : ` (${code})`}`
      : `aucune réponse complète en ${timedOutAfterMs / 1000} s`;

  if (write && (timedOutAfterMs !== null || !failures.some(wasNeverSent))) {
    return new ConnectorError(
      'outcome_unknown',
      `${vendor} n'a pas confirmé l'écriture : ${reason}. Elle a pu être faite ou non ; à vérifier avant de la répéter.`,
      { cause },
    );
  }
  return new ConnectorError(
    'network',
    `${vendor} est injoignable : ${reason}. Vérifiez l'accès du serveur à Internet, puis réessayez.`,
    { cause },
  );
}

/** For a token with blanks, line breaks or letters that HTTP cannot send: refused before anything is. */
export function unusableTokenError(vendor: string): ConnectorError {
  return new ConnectorError(
    'token_refused',
    `Le jeton ${vendor} est vide, ou contient des espaces, des retours à la ligne ou des caractères non permis. Copiez-le à nouveau, sans rien autour.`,
  );
}

/** For an answer that goes on past what any answer of the vendor is: it is not read to its end. */
export function answerTooLargeError({
  vendor,
  write,
  status,
  largestBytes,
}: Pick<FailedRequest, 'vendor' | 'write'> & { status: number; largestBytes: number }): ConnectorError {
  const found = `sa réponse dépasse ${Math.floor(largestBytes / 1024 / 1024)} Mo`;
  return write
    ? new ConnectorError(
        'outcome_unknown',
        `${vendor} n'a pas confirmé l'écriture : ${found}. Elle a pu être faite ou non ; à vérifier avant de la répéter.`,
        { status },
      )
    : new ConnectorError(
        'answer_unreadable',
        `La réponse de ${vendor} est illisible : ${found}. Vérifiez l'adresse de l'API et qu'aucun proxy ne répond à sa place.`,
        { status },
      );
}

interface Failure {
  readonly message: string;
  readonly code: string | undefined;
  readonly syscall: string | undefined;
}

function wasNeverSent({ code, syscall }: Failure): boolean {
  return (
    (code !== undefined && NEVER_SENT.has(code)) || (syscall !== undefined && NEVER_SENT_CALLS.has(syscall))
  );
}

/** The error and its causes, outermost first; a failed attempt per address (AggregateError) counts as causes. */
function failuresOf(error: unknown, depth = 0): Failure[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [
    { message: error.message, code: textOf(error, 'code'), syscall: textOf(error, 'syscall') },
    ...inner.flatMap((cause: unknown) => failuresOf(cause, depth + 1)),
  ];
}

function textOf(error: Error, key: string): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
}
