export type ClientOptions = {
    baseUrl: `${string}://${string}/api` | (string & {});
};
export type ConnectionAccepted = {
    success: true;
    message: string;
    table_name: string | null;
    /**
     * Enregistrements comptés, 10000 au plus.
     */
    record_count: number;
    checks: Array<ConnectionCheck>;
};
export type ConnectionCheck = {
    name: 'network' | 'token' | 'access' | 'table' | 'mapping' | 'write';
    ok: boolean;
    /**
     * Ce qui a été vu ; en cas d’échec, le remède.
     */
    message: string;
};
export type ConnectionRefused = {
    success: false;
    error: string;
    /**
     * La même phrase que `error`.
     */
    message: string;
    checks: Array<ConnectionCheck>;
};
export type ConnectionTest = ({
    success: true;
} & ConnectionAccepted) | ({
    success: false;
} & ConnectionRefused);
export type ConnectorConfig = {
    id: number;
    provider: 'airtable' | 'notion';
    /**
     * `***` quand un jeton est enregistré, `null` sinon.
     */
    api_token: '***' | null;
    base_id: string | null;
    table_name: string | null;
    field_mapping: {
        [key: string]: string;
    } | null;
    is_active: boolean;
    /**
     * ISO 8601, UTC.
     */
    updated_at: string;
};
export type ConnectorDeleted = {
    success: true;
    message: string;
};
export type ConnectorList = {
    success: true;
    data: Array<ConnectorConfig>;
};
export type ConnectorSaved = {
    success: true;
    data: ConnectorConfig;
};
/**
 * Erreur des chemins du CRM.
 */
export type CrmError = {
    success: false;
    data: null;
    /**
     * Phrase à montrer telle quelle.
     */
    error: string;
};
export type Deal = {
    id: number;
    client: string;
    /**
     * Parmi : prospect, qualifié, négociation, gagné, gagné - en cours.
     */
    statut: string;
    /**
     * Euros.
     */
    montant_brut: number;
    /**
     * Celle du statut, de 0 à 1.
     */
    probabilite: number;
    /**
     * montant_brut × probabilite, au centime.
     */
    valeur_ponderee: number;
    secteur: string | null;
    /**
     * AAAA-MM-JJ.
     */
    date_echeance: string | null;
    assignee: string | null;
    notes: string | null;
    /**
     * ISO 8601, UTC.
     */
    created_at: string;
    /**
     * ISO 8601, UTC.
     */
    updated_at: string;
};
export type DealFound = {
    success: true;
    data: Deal;
    error: null;
};
export type DealList = {
    success: true;
    data: Array<Deal>;
    error: null;
};
/**
 * Champ du CRM → colonne distante, par nom ou identifiant. Sans correspondance, celle par défaut (en exemple).
 */
export type FieldMapping = {
    client?: string;
    statut?: string;
    montant_brut?: string;
    secteur?: string;
    date_echeance?: string;
    assignee?: string;
    notes?: string;
};
/**
 * Toute erreur, pour un client qui envoie `Accept: application/problem+json` (RFC 9457).
 */
export type Problem = {
    /**
     * URN qui nomme la sorte d’erreur.
     */
    type: string;
    title: string;
    status: number;
    /**
     * Phrase à montrer telle quelle.
     */
    detail: string;
    /**
     * Chemin demandé.
     */
    instance: string;
    /**
     * À donner à qui tient le serveur.
     */
    request_id: string;
    errors: Array<{
        /**
         * Pointeur JSON (RFC 6901) vers le champ fautif.
         */
        pointer: string;
        /**
         * Phrase à montrer telle quelle.
         */
        detail: string;
    }>;
};
export type RunReport = {
    success: true;
    /**
     * `partial` : des enregistrements ont été refusés ; `error` : tous l’ont été. Les données, pas l’exécution.
     */
    status: 'success' | 'partial' | 'error';
    /**
     * Identifiant de l’exécution, celui de sa ligne de l’historique.
     */
    run_id: number;
    records_processed: number;
    records_created: number;
    /**
     * Enregistrements changés ; un égal compte dans `unchanged`.
     */
    records_updated: number;
    records_unchanged: number;
    records_failed: number;
    /**
     * Une phrase par enregistrement refusé, les 100 premières.
     */
    errors: Array<string>;
    /**
     * Enregistrements dont le statut inconnu a été lu comme prospect.
     */
    unknown_statuses: Array<string>;
    message?: string;
};
/**
 * Erreur des chemins de connecteurs et de synchronisation.
 */
export type SyncError = {
    success: false;
    /**
     * Phrase à montrer telle quelle.
     */
    error: string;
};
export type SyncLog = {
    id: number;
    provider: string;
    direction: 'import' | 'export';
    status: 'running' | 'success' | 'partial' | 'error';
    records_processed: number;
    records_created: number;
    records_updated: number;
    error_message: string | null;
    /**
     * ISO 8601, UTC.
     */
    started_at: string;
    completed_at: string | null;
};
export type SyncLogList = {
    success: true;
    data: Array<SyncLog>;
};
export type ConnectorsListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/connectors/config';
};
export type ConnectorsListErrors = {
    /**
     * Valeur absente, inconnue ou mal formée.
     */
    400: SyncError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: SyncError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: SyncError;
    /**
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type ConnectorsListError = ConnectorsListErrors[keyof ConnectorsListErrors];
export type ConnectorsListResponses = {
    /**
     * Les configurations.
     */
    200: ConnectorList;
};
export type ConnectorsListResponse = ConnectorsListResponses[keyof ConnectorsListResponses];
export type ConnectorsDeleteData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/config/{provider}';
};
export type ConnectorsDeleteErrors = {
    /**
     * Service inconnu, ou autre valeur mal formée.
     */
    400: SyncError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: SyncError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: SyncError;
    /**
     * Rien à supprimer.
     */
    404: SyncError;
    /**
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type ConnectorsDeleteError = ConnectorsDeleteErrors[keyof ConnectorsDeleteErrors];
export type ConnectorsDeleteResponses = {
    /**
     * Supprimé.
     */
    200: ConnectorDeleted;
};
export type ConnectorsDeleteResponse = ConnectorsDeleteResponses[keyof ConnectorsDeleteResponses];
export type ConnectorsSaveData = {
    body: {
        /**
         * Jeton du service. Absent, ou `***` : le jeton enregistré est gardé.
         */
        api_token?: string;
        /**
         * Base, base de données ou source de données : identifiant ou adresse (URL) copiée.
         */
        base_id?: string | null;
        /**
         * Nom ou identifiant de la table, pour les services qui en demandent une.
         */
        table_name?: string | null;
        field_mapping?: FieldMapping | null;
        /**
         * Faux : les synchronisations sont refusées (409).
         */
        is_active?: boolean;
    };
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/config/{provider}';
};
export type ConnectorsSaveErrors = {
    /**
     * Service inconnu, ou autre valeur mal formée.
     */
    400: SyncError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: SyncError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: SyncError;
    /**
     * Corps trop grand.
     */
    413: SyncError;
    /**
     * Corps d’un autre type que JSON.
     */
    415: SyncError;
    /**
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type ConnectorsSaveError = ConnectorsSaveErrors[keyof ConnectorsSaveErrors];
export type ConnectorsSaveResponses = {
    /**
     * La configuration enregistrée, jeton masqué.
     */
    200: ConnectorSaved;
};
export type ConnectorsSaveResponse = ConnectorsSaveResponses[keyof ConnectorsSaveResponses];
export type ConnectorsTestData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/test/{provider}';
};
export type ConnectorsTestErrors = {
    /**
     * Service inconnu, ou connecteur sans configuration.
     */
    400: SyncError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: SyncError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: SyncError;
    /**
     * Corps trop grand.
     */
    413: SyncError;
    /**
     * Corps d’un autre type que JSON.
     */
    415: SyncError;
    /**
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type ConnectorsTestError = ConnectorsTestErrors[keyof ConnectorsTestErrors];
export type ConnectorsTestResponses = {
    /**
     * Ce qui a été vu, contrôle par contrôle.
     */
    200: ConnectionTest;
};
export type ConnectorsTestResponse = ConnectorsTestResponses[keyof ConnectorsTestResponses];
export type SyncImportData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/sync/{provider}/import';
};
export type SyncImportErrors = {
    /**
     * Service inconnu, ou connecteur sans configuration.
     */
    400: SyncError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: SyncError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: SyncError;
    /**
     * Connecteur désactivé, ou exécution déjà en cours.
     */
    409: SyncError;
    /**
     * Corps trop grand.
     */
    413: SyncError;
    /**
     * Corps d’un autre type que JSON.
     */
    415: SyncError;
    /**
     * L’exécution n’a pas pu aller au bout, par exemple parce que le service ne répond pas.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type SyncImportError = SyncImportErrors[keyof SyncImportErrors];
export type SyncImportResponses = {
    /**
     * Le décompte, même quand des enregistrements ont été refusés.
     */
    200: RunReport;
};
export type SyncImportResponse = SyncImportResponses[keyof SyncImportResponses];
export type SyncExportData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/sync/{provider}/export';
};
export type SyncExportErrors = {
    /**
     * Service inconnu, ou connecteur sans configuration.
     */
    400: SyncError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: SyncError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: SyncError;
    /**
     * Connecteur désactivé, ou exécution déjà en cours.
     */
    409: SyncError;
    /**
     * Corps trop grand.
     */
    413: SyncError;
    /**
     * Corps d’un autre type que JSON.
     */
    415: SyncError;
    /**
     * L’exécution n’a pas pu aller au bout, par exemple parce que le service ne répond pas.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type SyncExportError = SyncExportErrors[keyof SyncExportErrors];
export type SyncExportResponses = {
    /**
     * Le décompte, même quand des deals ont été refusés.
     */
    200: RunReport;
};
export type SyncExportResponse = SyncExportResponses[keyof SyncExportResponses];
export type SyncLogsData = {
    body?: never;
    path?: never;
    query?: {
        provider?: 'airtable' | 'notion';
        /**
         * Lignes par page, 50 par défaut.
         */
        limit?: number;
        /**
         * Identifiant (`id`) du dernier élément reçu ; la page commence après lui.
         */
        cursor?: number;
    };
    url: '/sync/logs';
};
export type SyncLogsErrors = {
    /**
     * Service inconnu, ou autre valeur mal formée.
     */
    400: SyncError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: SyncError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: SyncError;
    /**
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type SyncLogsError = SyncLogsErrors[keyof SyncLogsErrors];
export type SyncLogsResponses = {
    /**
     * Une page d’exécutions.
     */
    200: SyncLogList;
};
export type SyncLogsResponse = SyncLogsResponses[keyof SyncLogsResponses];
export type DealsListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Statuts voulus, répétable : prospect, qualifié, négociation, gagné, gagné - en cours. Casse et accents indifférents.
         */
        statut?: Array<string>;
        /**
         * Secteurs voulus, répétable.
         */
        secteur?: Array<string>;
        /**
         * Responsables voulus, répétable.
         */
        assignee?: Array<string>;
        /**
         * Échéance, à partir de ce jour compris.
         */
        date_from?: string;
        /**
         * Échéance, jusqu’à ce jour compris.
         */
        date_to?: string;
        /**
         * Cherché dans client et notes, casse et accents indifférents.
         */
        search?: string;
        /**
         * Deals par page ; sans limite, tous.
         */
        limit?: number;
        /**
         * Identifiant (`id`) du dernier élément reçu ; la page commence après lui.
         */
        cursor?: number;
    };
    url: '/deals';
};
export type DealsListErrors = {
    /**
     * Valeur absente, inconnue ou mal formée.
     */
    400: CrmError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: CrmError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: CrmError;
    /**
     * Échec.
     */
    500: CrmError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: CrmError;
};
export type DealsListError = DealsListErrors[keyof DealsListErrors];
export type DealsListResponses = {
    /**
     * Les deals.
     */
    200: DealList;
};
export type DealsListResponse = DealsListResponses[keyof DealsListResponses];
export type DealsGetData = {
    body?: never;
    path: {
        id: number;
    };
    query?: never;
    url: '/deals/{id}';
};
export type DealsGetErrors = {
    /**
     * Valeur absente, inconnue ou mal formée.
     */
    400: CrmError;
    /**
     * Clé absente ou fausse (seulement hors de la machine locale).
     */
    401: CrmError;
    /**
     * Demande venue d’une autre origine que ce serveur.
     */
    403: CrmError;
    /**
     * Aucun deal de cet identifiant.
     */
    404: CrmError;
    /**
     * Échec.
     */
    500: CrmError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: CrmError;
};
export type DealsGetError = DealsGetErrors[keyof DealsGetErrors];
export type DealsGetResponses = {
    /**
     * Le deal.
     */
    200: DealFound;
};
export type DealsGetResponse = DealsGetResponses[keyof DealsGetResponses];
