import type { Provider } from './providers.ts';

/** What the specification answers, to the letter, for a provider that was never configured. */
export function notConfiguredMessage(provider: Provider): string {
  return `Aucune configuration trouvée pour ${provider}. Configurez d'abord le connecteur.`;
}

/** For a run of a connector that was switched off. */
export function inactiveMessage(provider: Provider): string {
  return `Le connecteur ${provider} est désactivé. Activez-le (is_active: true), puis recommencez.`;
}

/** For a run while another one of the same connection goes on. */
export function runActiveMessage(provider: Provider): string {
  return `Une synchronisation ${provider} est déjà en cours : attendez sa fin, puis recommencez.`;
}

/** For a schedule that was to be removed and is not there. */
export function noScheduleMessage(provider: Provider): string {
  return `Aucun planning n’est enregistré pour ${provider} : il n’y a rien à supprimer.`;
}

/** For a plan that was never made, or is long forgotten. */
export function planNotFoundMessage(id: number): string {
  return `Aucun aperçu ne porte l’identifiant ${id}. Refaites-en un.`;
}

/** For a run that no history holds. */
export function runNotFoundMessage(id: number): string {
  return `Aucune exécution ne porte l’identifiant ${id}. Reprenez-le dans la liste des exécutions.`;
}

/** For the records of a run once they are kept no longer. `removedAt`: ISO 8601 UTC. */
export function detailsRemovedMessage(id: number, removedAt: string): string {
  const day = removedAt.slice(0, 10).split('-').toReversed().join('/');
  return `Le détail des enregistrements de l’exécution ${id} a été retiré le ${day}, la durée de conservation passée. Ses totaux restent.`;
}

/** For a record that a run never had. */
export function recordNotFoundMessage(id: number, position: number): string {
  return `L’exécution ${id} n’a pas d’enregistrement ${position}. Reprenez-le dans la liste de ses enregistrements.`;
}

/** For a record that was to be corrected and is not refused, or no longer. */
export function recordNotRefusedMessage(position: number, solvedBy: number | null): string {
  return solvedBy === null
    ? `L’enregistrement ${position} n’a pas été refusé : modifiez son deal.`
    : `L’enregistrement ${position} a déjà été repris, par l’exécution ${solvedBy} : modifiez son deal.`;
}

/** For a run that was to be cancelled once it had ended. */
export function runOverMessage(id: number): string {
  return `L’exécution ${id} est déjà terminée : il n’y a plus rien à arrêter.`;
}

/** For a run that cannot be taken up again. */
export function runNotResumableMessage(id: number): string {
  return `L’exécution ${id} ne peut pas être reprise : elle est allée au bout, ou une autre l’a suivie. Lancez-en une nouvelle.`;
}

/** For any call before the server is ready, and once it stops. */
export const NOT_READY_MESSAGE = 'Le serveur démarre ou s’arrête. Réessayez dans un instant.';

/** For a body that is not JSON. Never quotes the body, which may hold a token. */
export const MALFORMED_BODY_MESSAGE =
  "Le corps de la demande n'est pas du JSON valide. Corrigez-le : guillemets doubles, accolades fermées, pas de virgule finale.";

/** For a request that cannot be read as HTTP. */
export const MALFORMED_REQUEST_MESSAGE =
  "La demande n'a pas pu être lue en entier. Vérifiez l'adresse et les en-têtes, puis renvoyez-la.";

/** For a fault of ours: nothing of it but the name to look it up by. */
export function internalMessage(requestId: string | null): string {
  const help = requestId === null ? 'prévenez' : `donnez l'identifiant ${requestId} à`;
  return `Une erreur imprévue est survenue. Réessayez ; si elle revient, ${help} qui tient le serveur.`;
}

/** For a body of another type than JSON. */
export const UNSUPPORTED_MEDIA_TYPE_MESSAGE =
  "Seul du JSON est lu ici. Envoyez l'en-tête « Content-Type: application/json ».";

/** For a body longer than `megabytes`. */
export function payloadTooLargeMessage(megabytes: number): string {
  return `Le corps de la demande dépasse ${megabytes} Mo. Envoyez-en moins.`;
}
