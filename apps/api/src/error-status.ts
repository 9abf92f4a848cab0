import type { ErrorCode } from '@passerelle/contracts';

/** The HTTP status of each error, and its kind in a few words; the only place that says so. */
export const ERROR_STATUS: Readonly<Record<ErrorCode, { readonly status: number; readonly title: string }>> =
  {
    bad_input: { status: 400, title: 'Demande incorrecte' },
    malformed_body: { status: 400, title: 'Corps illisible' },
    malformed_request: { status: 400, title: 'Demande illisible' },
    connector_not_configured: { status: 400, title: 'Connecteur sans configuration' },
    connector_incomplete: { status: 400, title: 'Configuration incomplète' },
    sandbox_off: { status: 400, title: 'Bac à sable éteint' },
    unauthorized: { status: 401, title: 'Clé demandée' },
    forbidden: { status: 403, title: 'Accès refusé' },
    not_found: { status: 404, title: 'Introuvable' },
    connector_inactive: { status: 409, title: 'Connecteur désactivé' },
    run_active: { status: 409, title: 'Exécution en cours' },
    deletion_decided: { status: 409, title: 'Suppression déjà décidée' },
    plan_outdated: { status: 409, title: 'Aperçu dépassé' },
    plan_over: { status: 409, title: 'Aperçu terminé' },
    run_over: { status: 409, title: 'Exécution terminée' },
    record_not_refused: { status: 409, title: 'Rien à reprendre' },
    run_not_undoable: { status: 409, title: 'Annulation impossible' },
    run_not_resumable: { status: 409, title: 'Reprise impossible' },
    details_removed: { status: 410, title: 'Détail retiré' },
    payload_too_large: { status: 413, title: 'Corps trop grand' },
    unsupported_media_type: { status: 415, title: 'Type non lu' },
    run_failed: { status: 500, title: 'Exécution échouée' },
    vendor_failed: { status: 500, title: 'Service injoignable' },
    internal: { status: 500, title: 'Erreur imprévue' },
    not_ready: { status: 503, title: 'Indisponible' },
  };
