import { ContractError, type EnvelopeKind } from '@passerelle/contracts';
import { appRouter } from '@passerelle/contracts/router';
import { listProcedures } from './procedures.ts';

const API = /^\/api\/([^/?]+)/;

const ENVELOPE_BY_FAMILY: ReadonlyMap<string, EnvelopeKind> = new Map([
  ...listProcedures(appRouter).map(
    ({ meta }) => [meta.openapi.path.split('/')[1] ?? '', meta.envelope] as const,
  ),
  ['upload', 'crm'],
]);

/** Shape of errors outside any route: that of the paths which begin alike. */
export function envelopeOf(url: string): EnvelopeKind {
  return ENVELOPE_BY_FAMILY.get(API.exec(url)?.[1] ?? '') ?? 'sync';
}

/** For a path that leads nowhere. */
export function pathNotFound(method: string, path: string): ContractError {
  return new ContractError(
    'not_found',
    `Aucun chemin ${method} ${path.slice(0, 100)}. Les chemins sont décrits à l’adresse /api/docs.`,
  );
}
