import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { ContractError } from '@passerelle/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Who may call: whoever holds the key, or, without one, whoever sits at this machine. */
export interface Access {
  readonly apiKey: string | null;
}

/** Refuses every request that access does not allow. To be added before any route. */
export function guardAccess(app: FastifyInstance, { apiKey }: Access): void {
  const refusalOf = apiKey === null ? refuseForeignPages : refuseWithoutKey(apiKey);
  // A callback, not a promise: every request passes here.
  app.addHook('onRequest', (request, _reply, done) => done(refusalOf(request)));
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host === '::1' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))
  );
}

/**
 * A page of another site can make a browser on this machine send requests here, by its own name made to point
 * here (`Host`) or plainly (`Origin`). Ports are compared between the two only: a tunnel may change both.
 */
function refuseForeignPages(request: FastifyRequest): ContractError | undefined {
  const { host, origin } = request.headers;
  if (host === undefined || !isLoopback(request.hostname.toLowerCase())) {
    return new ContractError(
      'forbidden',
      'Hôte refusé. Sans clé d’accès, Passerelle ne répond qu’à http://127.0.0.1 ou http://localhost.',
    );
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return new ContractError(
      'forbidden',
      'Origine refusée. Ouvrez Passerelle à sa propre adresse, non depuis une autre page.',
    );
  }
  return undefined;
}

function refuseWithoutKey(apiKey: string): (request: FastifyRequest) => ContractError | undefined {
  const expected = digest(apiKey);
  return (request) => {
    if (request.routeOptions.config.open) return undefined;
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return undefined;
    return new ContractError(
      'unauthorized',
      `Clé d’accès ${given === undefined ? 'absente' : 'refusée'}. Envoyez l’en-tête « Authorization: Bearer », suivi de la valeur de PASSERELLE_API_KEY.`,
    );
  };
}

/** Same length for every key, so that comparing takes the same time whatever was sent. */
function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
