import { type Client, type ClientMeta, type Options as Options2, type RequestResult, type ServerSentEventsResult, type TDataShape } from './client/index.ts';
import type { AnalyticsColdDealsData, AnalyticsColdDealsErrors, AnalyticsColdDealsResponses, AnalyticsDeadlinesData, AnalyticsDeadlinesErrors, AnalyticsDeadlinesResponses, AnalyticsFilterOptionsData, AnalyticsFilterOptionsErrors, AnalyticsFilterOptionsResponses, AnalyticsKpisData, AnalyticsKpisErrors, AnalyticsKpisResponses, AnalyticsPerformanceData, AnalyticsPerformanceErrors, AnalyticsPerformanceResponses, AnalyticsSectorsData, AnalyticsSectorsErrors, AnalyticsSectorsResponses, AnalyticsVelocityData, AnalyticsVelocityErrors, AnalyticsVelocityResponses, ConflictsListData, ConflictsListErrors, ConflictsListResponses, ConflictsSettleData, ConflictsSettleErrors, ConflictsSettleResponses, ConnectorsDeleteData, ConnectorsDeleteErrors, ConnectorsDeleteResponses, ConnectorsDeleteScheduleData, ConnectorsDeleteScheduleErrors, ConnectorsDeleteScheduleResponses, ConnectorsListData, ConnectorsListErrors, ConnectorsListResponses, ConnectorsPoliciesData, ConnectorsPoliciesErrors, ConnectorsPoliciesResponses, ConnectorsSamplesData, ConnectorsSamplesErrors, ConnectorsSamplesResponses, ConnectorsSandboxData, ConnectorsSandboxErrors, ConnectorsSandboxResponses, ConnectorsSaveData, ConnectorsSaveErrors, ConnectorsSavePoliciesData, ConnectorsSavePoliciesErrors, ConnectorsSavePoliciesResponses, ConnectorsSaveResponses, ConnectorsSaveScheduleData, ConnectorsSaveScheduleErrors, ConnectorsSaveScheduleResponses, ConnectorsScheduleData, ConnectorsScheduleErrors, ConnectorsScheduleResponses, ConnectorsSchemaData, ConnectorsSchemaErrors, ConnectorsSchemaResponses, ConnectorsTestData, ConnectorsTestErrors, ConnectorsTestResponses, ConnectorsUsageData, ConnectorsUsageErrors, ConnectorsUsageResponses, DealsCreateData, DealsCreateErrors, DealsCreateResponses, DealsDeleteAllData, DealsDeleteAllErrors, DealsDeleteAllResponses, DealsDeleteData, DealsDeleteErrors, DealsDeleteResponses, DealsExportData, DealsExportErrors, DealsExportResponses, DealsGetData, DealsGetErrors, DealsGetResponses, DealsHistoryData, DealsHistoryErrors, DealsHistoryResponses, DealsListData, DealsListErrors, DealsListResponses, DealsUpdateData, DealsUpdateErrors, DealsUpdateResponses, DealsWindowData, DealsWindowErrors, DealsWindowResponses, DeletionsDecideData, DeletionsDecideErrors, DeletionsDecideResponses, DeletionsListData, DeletionsListErrors, DeletionsListResponses, PlansGetData, PlansGetErrors, PlansGetResponses, PlansRecordsData, PlansRecordsErrors, PlansRecordsResponses, PlansRunData, PlansRunErrors, PlansRunResponses, PlansStartData, PlansStartErrors, PlansStartResponses, RunsCancelData, RunsCancelErrors, RunsCancelResponses, RunsCausesData, RunsCausesErrors, RunsCausesResponses, RunsCorrectData, RunsCorrectErrors, RunsCorrectResponses, RunsEventsData, RunsEventsResponse, RunsEventsResponses, RunsExchangesData, RunsExchangesErrors, RunsExchangesResponses, RunsGetData, RunsGetErrors, RunsGetResponses, RunsListData, RunsListErrors, RunsListResponses, RunsRecordsData, RunsRecordsErrors, RunsRecordsResponses, RunsResumeData, RunsResumeErrors, RunsResumeResponses, RunsRetryData, RunsRetryErrors, RunsRetryResponses, RunsStartRetryData, RunsStartRetryErrors, RunsStartRetryResponses, RunsUndoData, RunsUndoErrors, RunsUndoResponses, SyncExportData, SyncExportErrors, SyncExportResponses, SyncImportData, SyncImportErrors, SyncImportResponses, SyncLogsData, SyncLogsErrors, SyncLogsResponses, SyncPreviewData, SyncPreviewErrors, SyncPreviewResponses, SyncStartData, SyncStartErrors, SyncStartResponses, SyncSyncData, SyncSyncErrors, SyncSyncResponses, UploadCsvData, UploadCsvErrors, UploadCsvResponses } from './types.gen.ts';
export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};
declare class HeyApiClient {
    protected client: Client;
    constructor(args?: {
        client?: Client;
    });
}
declare class HeyApiRegistry<T> {
    private readonly defaultKey;
    private readonly instances;
    get(key?: string): T;
    set(value: T, key?: string): void;
}
export declare class Connectors extends HeyApiClient {
    /**
     * Lister les connecteurs configurés
     *
     * Toutes les configurations, par nom de service. Le jeton est masqué.
     */
    list<ThrowOnError extends boolean = false>(options?: Options<ConnectorsListData, ThrowOnError>): RequestResult<ConnectorsListResponses, ConnectorsListErrors, ThrowOnError>;
    /**
     * Voir les tables du bac à sable
     *
     * De quoi essayer chaque service sans compte : à enregistrer tel quel.
     */
    sandbox<ThrowOnError extends boolean = false>(options?: Options<ConnectorsSandboxData, ThrowOnError>): RequestResult<ConnectorsSandboxResponses, ConnectorsSandboxErrors, ThrowOnError>;
    /**
     * Supprimer un connecteur
     *
     * Retire le jeton, la configuration, les règles et le planning ; l’historique et les liens des deals restent.
     */
    delete<ThrowOnError extends boolean = false>(options: Options<ConnectorsDeleteData, ThrowOnError>): RequestResult<ConnectorsDeleteResponses, ConnectorsDeleteErrors, ThrowOnError>;
    /**
     * Configurer un connecteur
     *
     * Crée ou met à jour la configuration. Un champ absent garde sa valeur ; le jeton aussi quand il vaut `***`.
     */
    save<ThrowOnError extends boolean = false>(options: Options<ConnectorsSaveData, ThrowOnError>): RequestResult<ConnectorsSaveResponses, ConnectorsSaveErrors, ThrowOnError>;
    /**
     * Tester une connexion
     *
     * Essaie le service avec la configuration enregistrée, sans rien y écrire. Un refus du service est une réponse 200 avec `success: false`.
     */
    test<ThrowOnError extends boolean = false>(options: Options<ConnectorsTestData, ThrowOnError>): RequestResult<ConnectorsTestResponses, ConnectorsTestErrors, ThrowOnError>;
    /**
     * Voir les tables et les colonnes d’un service
     *
     * Regarde la table enregistrée, ou une autre avec le jeton enregistré, et propose une correspondance : par nom, par noms usuels en français et en anglais, par type.
     */
    schema<ThrowOnError extends boolean = false>(options: Options<ConnectorsSchemaData, ThrowOnError>): RequestResult<ConnectorsSchemaResponses, ConnectorsSchemaErrors, ThrowOnError>;
    /**
     * Lire trois enregistrements à travers la correspondance
     *
     * Trois enregistrements du service, cellule par cellule, et le deal que chacun donnerait. Rien n’est enregistré.
     */
    samples<ThrowOnError extends boolean = false>(options: Options<ConnectorsSamplesData, ThrowOnError>): RequestResult<ConnectorsSamplesResponses, ConnectorsSamplesErrors, ThrowOnError>;
    /**
     * Voir les appels envoyés ce mois
     *
     * Les appels de Passerelle à la base enregistrée depuis le début du mois, et leur prévision face aux formules du service. Les appels d’autres applications n’y sont pas.
     */
    usage<ThrowOnError extends boolean = false>(options: Options<ConnectorsUsageData, ThrowOnError>): RequestResult<ConnectorsUsageResponses, ConnectorsUsageErrors, ThrowOnError>;
    /**
     * Lire les règles d’un connecteur
     *
     * Les règles enregistrées, ou celles par défaut.
     */
    policies<ThrowOnError extends boolean = false>(options: Options<ConnectorsPoliciesData, ThrowOnError>): RequestResult<ConnectorsPoliciesResponses, ConnectorsPoliciesErrors, ThrowOnError>;
    /**
     * Choisir les règles d’un connecteur
     *
     * Une règle absente garde sa valeur. Supprimer la configuration remet les règles par défaut.
     */
    savePolicies<ThrowOnError extends boolean = false>(options: Options<ConnectorsSavePoliciesData, ThrowOnError>): RequestResult<ConnectorsSavePoliciesResponses, ConnectorsSavePoliciesErrors, ThrowOnError>;
    /**
     * Supprimer le planning d’un connecteur
     *
     * Il ne se synchronise plus tout seul ; une exécution en cours va au bout.
     */
    deleteSchedule<ThrowOnError extends boolean = false>(options: Options<ConnectorsDeleteScheduleData, ThrowOnError>): RequestResult<ConnectorsDeleteScheduleResponses, ConnectorsDeleteScheduleErrors, ThrowOnError>;
    /**
     * Lire le planning d’un connecteur
     *
     * Quand il se synchronise tout seul, son prochain tour, et ce qu’a donné le dernier.
     */
    schedule<ThrowOnError extends boolean = false>(options: Options<ConnectorsScheduleData, ThrowOnError>): RequestResult<ConnectorsScheduleResponses, ConnectorsScheduleErrors, ThrowOnError>;
    /**
     * Planifier les synchronisations d’un connecteur
     *
     * Remplace le planning entier. Un tour qui trouve une exécution en cours est sauté ; ceux manqués pendant que le serveur était arrêté sont rattrapés par un seul. Supprimer la configuration supprime le planning.
     */
    saveSchedule<ThrowOnError extends boolean = false>(options: Options<ConnectorsSaveScheduleData, ThrowOnError>): RequestResult<ConnectorsSaveScheduleResponses, ConnectorsSaveScheduleErrors, ThrowOnError>;
}
export declare class Sync extends HeyApiClient {
    /**
     * Importer les deals d’un service
     *
     * Lit la table distante (ce qui a changé depuis le dernier import quand le service sait le dire, tout avec `full=true`), puis crée et met à jour les deals. Va au bout même si le client s’en va.
     */
    import<ThrowOnError extends boolean = false>(options: Options<SyncImportData, ThrowOnError>): RequestResult<SyncImportResponses, SyncImportErrors, ThrowOnError>;
    /**
     * Exporter les deals vers un service
     *
     * Crée ou met à jour une ligne distante par deal ; ce qui est égal ne coûte aucune écriture.
     */
    export<ThrowOnError extends boolean = false>(options: Options<SyncExportData, ThrowOnError>): RequestResult<SyncExportResponses, SyncExportErrors, ThrowOnError>;
    /**
     * Synchroniser dans les deux sens
     *
     * Lit toute la table distante une fois, prend ce qui y a changé et y porte ce qui a changé ici. Un champ changé des deux côtés suit la règle des conflits.
     */
    sync<ThrowOnError extends boolean = false>(options: Options<SyncSyncData, ThrowOnError>): RequestResult<SyncSyncResponses, SyncSyncErrors, ThrowOnError>;
    /**
     * Lancer une synchronisation
     *
     * Répond aussitôt ; l’exécution se suit à l’adresse de l’en-tête `Location`.
     */
    start<ThrowOnError extends boolean = false>(options: Options<SyncStartData, ThrowOnError>): RequestResult<SyncStartResponses, SyncStartErrors, ThrowOnError>;
    /**
     * Prévoir une synchronisation
     *
     * Lit tout et n’écrit rien, d’aucun côté : l’aperçu dit, enregistrement par enregistrement, ce qui serait fait.
     */
    preview<ThrowOnError extends boolean = false>(options: Options<SyncPreviewData, ThrowOnError>): RequestResult<SyncPreviewResponses, SyncPreviewErrors, ThrowOnError>;
    /**
     * Lire l’historique des synchronisations
     *
     * Les exécutions, de la plus récente à la plus ancienne.
     */
    logs<ThrowOnError extends boolean = false>(options?: Options<SyncLogsData, ThrowOnError>): RequestResult<SyncLogsResponses, SyncLogsErrors, ThrowOnError>;
}
export declare class Plans extends HeyApiClient {
    /**
     * Lire un aperçu
     *
     * Ce qu’une synchronisation ferait : décompte, appels du service, durée prévue.
     */
    get<ThrowOnError extends boolean = false>(options: Options<PlansGetData, ThrowOnError>): RequestResult<PlansGetResponses, PlansGetErrors, ThrowOnError>;
    /**
     * Appliquer un aperçu
     *
     * Fait exactement ce que l’aperçu dit ; ou refuse (409) en disant ce qui a changé, sans rien faire.
     */
    run<ThrowOnError extends boolean = false>(options: Options<PlansRunData, ThrowOnError>): RequestResult<PlansRunResponses, PlansRunErrors, ThrowOnError>;
    /**
     * Lancer l’application d’un aperçu
     *
     * Répond aussitôt ; l’exécution se suit à l’adresse de l’en-tête `Location`.
     */
    start<ThrowOnError extends boolean = false>(options: Options<PlansStartData, ThrowOnError>): RequestResult<PlansStartResponses, PlansStartErrors, ThrowOnError>;
    /**
     * Lire les enregistrements d’un aperçu
     *
     * Un enregistrement par ligne, champ par champ, avant et après.
     */
    records<ThrowOnError extends boolean = false>(options: Options<PlansRecordsData, ThrowOnError>): RequestResult<PlansRecordsResponses, PlansRecordsErrors, ThrowOnError>;
}
export declare class Runs extends HeyApiClient {
    /**
     * Lister les exécutions
     *
     * De la plus récente à la plus ancienne, celles en cours comprises.
     */
    list<ThrowOnError extends boolean = false>(options?: Options<RunsListData, ThrowOnError>): RequestResult<RunsListResponses, RunsListErrors, ThrowOnError>;
    /**
     * Suivre une exécution
     *
     * Où elle en est, à quel débit, ce qu’elle attend et ce qu’il lui reste.
     */
    get<ThrowOnError extends boolean = false>(options: Options<RunsGetData, ThrowOnError>): RequestResult<RunsGetResponses, RunsGetErrors, ThrowOnError>;
    /**
     * Lire ce qu’une exécution a fait de chaque enregistrement
     *
     * Un enregistrement par ligne, avec sa raison et ses champs changés, avant et après.
     */
    records<ThrowOnError extends boolean = false>(options: Options<RunsRecordsData, ThrowOnError>): RequestResult<RunsRecordsResponses, RunsRecordsErrors, ThrowOnError>;
    /**
     * Lire les échanges d’une exécution avec le service
     *
     * Chaque requête envoyée et sa réponse, sans jeton, dans l’ordre où elles se sont terminées ; les 5 000 premières.
     */
    exchanges<ThrowOnError extends boolean = false>(options: Options<RunsExchangesData, ThrowOnError>): RequestResult<RunsExchangesResponses, RunsExchangesErrors, ThrowOnError>;
    /**
     * Arrêter une exécution
     *
     * La requête en cours se termine, rien d’autre ne part. Ce qui était fait reste fait, et l’exécution peut être reprise.
     */
    cancel<ThrowOnError extends boolean = false>(options: Options<RunsCancelData, ThrowOnError>): RequestResult<RunsCancelResponses, RunsCancelErrors, ThrowOnError>;
    /**
     * Reprendre une exécution
     *
     * Une exécution arrêtée, interrompue ou échouée reprend là où elle en était, tant qu’aucune autre ne l’a suivie.
     */
    resume<ThrowOnError extends boolean = false>(options: Options<RunsResumeData, ThrowOnError>): RequestResult<RunsResumeResponses, RunsResumeErrors, ThrowOnError>;
    /**
     * Prévoir l’annulation d’une exécution
     *
     * Répond un aperçu, à appliquer par `/sync/plans/{id}/apply` : ce qui sera retiré, remis ou ramené, et ce qui est gardé parce que modifié depuis. Ne fait rien.
     */
    undo<ThrowOnError extends boolean = false>(options: Options<RunsUndoData, ThrowOnError>): RequestResult<RunsUndoResponses, RunsUndoErrors, ThrowOnError>;
    /**
     * Compter les refus d’une exécution par cause
     *
     * De la cause la plus fréquente à la plus rare, avec le champ en cause.
     */
    causes<ThrowOnError extends boolean = false>(options: Options<RunsCausesData, ThrowOnError>): RequestResult<RunsCausesResponses, RunsCausesErrors, ThrowOnError>;
    /**
     * Corriger un enregistrement refusé
     *
     * D’un import : garde les valeurs corrigées pour la reprise. D’un export : modifie le deal. Rien n’est repris avant `/retry`.
     */
    correct<ThrowOnError extends boolean = false>(options: Options<RunsCorrectData, ThrowOnError>): RequestResult<RunsCorrectResponses, RunsCorrectErrors, ThrowOnError>;
    /**
     * Reprendre les enregistrements refusés
     *
     * Un, plusieurs, ceux d’une cause ou tous, dans une exécution à part. Un corrigé est pris tel que corrigé ; sinon il est relu. Ceux qui passent quittent les refus ; repris deux fois, ils ne doublent rien.
     */
    retry<ThrowOnError extends boolean = false>(options: Options<RunsRetryData, ThrowOnError>): RequestResult<RunsRetryResponses, RunsRetryErrors, ThrowOnError>;
    /**
     * Lancer la reprise des enregistrements refusés
     *
     * Répond aussitôt ; l’exécution se suit à l’adresse de l’en-tête `Location`.
     */
    startRetry<ThrowOnError extends boolean = false>(options: Options<RunsStartRetryData, ThrowOnError>): RequestResult<RunsStartRetryResponses, RunsStartRetryErrors, ThrowOnError>;
    /**
     * Suivre une exécution en direct
     *
     * Server-sent events : un `run` à chaque avancée, puis `end`. Reprend après `Last-Event-ID` ; un client qui s’en va n’arrête rien.
     */
    events<ThrowOnError extends boolean = false>(options: Options<RunsEventsData, ThrowOnError, RunsEventsResponse>): Promise<ServerSentEventsResult<RunsEventsResponses>>;
}
export declare class Conflicts extends HeyApiClient {
    /**
     * Lister les conflits
     *
     * Les champs changés des deux côtés qui attendent votre choix (règle `ask`), avec les deux valeurs.
     */
    list<ThrowOnError extends boolean = false>(options?: Options<ConflictsListData, ThrowOnError>): RequestResult<ConflictsListResponses, ConflictsListErrors, ThrowOnError>;
    /**
     * Régler des conflits
     *
     * Dit quel côté garder, pour un ou plusieurs conflits. La prochaine synchronisation porte la valeur gardée de l’autre côté.
     */
    settle<ThrowOnError extends boolean = false>(options: Options<ConflictsSettleData, ThrowOnError>): RequestResult<ConflictsSettleResponses, ConflictsSettleErrors, ThrowOnError>;
}
export declare class Deletions extends HeyApiClient {
    /**
     * Lister les suppressions
     *
     * Les enregistrements qu’un côté a perdus et que l’autre tient encore (règle `deletion` du connecteur). Seule une lecture complète de la table en ajoute, jamais une perte d’accès ; celui qui revient quitte la liste.
     */
    list<ThrowOnError extends boolean = false>(options?: Options<DeletionsListData, ThrowOnError>): RequestResult<DeletionsListResponses, DeletionsListErrors, ThrowOnError>;
    /**
     * Décider de suppressions
     *
     * Archiver, garder ou ramener, pour quelques-unes ou toutes celles d’un filtre. Dans le CRM, c’est fait aussitôt : un deal archivé quitte listes et chiffres, et revient sous le même identifiant. Chez le service, le prochain export ou la prochaine synchronisation s’en charge. Redemander la même décision ne change rien.
     */
    decide<ThrowOnError extends boolean = false>(options: Options<DeletionsDecideData, ThrowOnError>): RequestResult<DeletionsDecideResponses, DeletionsDecideErrors, ThrowOnError>;
}
export declare class Deals extends HeyApiClient {
    /**
     * Supprimer tous les deals
     *
     * Tous les deals et leurs liens. Rien ne les ramène.
     */
    deleteAll<ThrowOnError extends boolean = false>(options?: Options<DealsDeleteAllData, ThrowOnError>): RequestResult<DealsDeleteAllResponses, DealsDeleteAllErrors, ThrowOnError>;
    /**
     * Lister les deals
     *
     * Les deals que les filtres retiennent, dans l’ordre de leur création ; par pages avec `limit`.
     */
    list<ThrowOnError extends boolean = false>(options?: Options<DealsListData, ThrowOnError>): RequestResult<DealsListResponses, DealsListErrors, ThrowOnError>;
    /**
     * Ajouter un deal
     *
     * Demande `client`, `statut` et `montant_brut` ; le reste est facultatif.
     */
    create<ThrowOnError extends boolean = false>(options: Options<DealsCreateData, ThrowOnError>): RequestResult<DealsCreateResponses, DealsCreateErrors, ThrowOnError>;
    /**
     * Lire une fenêtre des deals triés
     *
     * Les deals que les filtres retiennent, triés, à partir de `offset` : de quoi faire défiler une longue liste sans la lire en entier.
     */
    window<ThrowOnError extends boolean = false>(options?: Options<DealsWindowData, ThrowOnError>): RequestResult<DealsWindowResponses, DealsWindowErrors, ThrowOnError>;
    /**
     * Supprimer un deal
     *
     * Le deal de cet identifiant, et ses liens avec les services.
     */
    delete<ThrowOnError extends boolean = false>(options: Options<DealsDeleteData, ThrowOnError>): RequestResult<DealsDeleteResponses, DealsDeleteErrors, ThrowOnError>;
    /**
     * Lire un deal
     *
     * Le deal de cet identifiant.
     */
    get<ThrowOnError extends boolean = false>(options: Options<DealsGetData, ThrowOnError>): RequestResult<DealsGetResponses, DealsGetErrors, ThrowOnError>;
    /**
     * Modifier un deal
     *
     * Change les champs donnés et garde les autres ; `null` vide un champ facultatif.
     */
    update<ThrowOnError extends boolean = false>(options: Options<DealsUpdateData, ThrowOnError>): RequestResult<DealsUpdateResponses, DealsUpdateErrors, ThrowOnError>;
    /**
     * Lire l’histoire d’un deal
     *
     * Chaque changement, champ par champ, avec sa date, son origine et l’exécution qui l’a fait ; d’un deal supprimé aussi.
     */
    history<ThrowOnError extends boolean = false>(options: Options<DealsHistoryData, ThrowOnError>): RequestResult<DealsHistoryResponses, DealsHistoryErrors, ThrowOnError>;
    /**
     * Exporter les deals pour un tableur
     *
     * Les deals que les filtres de `GET /deals` retiennent, en CSV : UTF-8 avec BOM, points-virgules, formules désarmées.
     */
    export<ThrowOnError extends boolean = false>(options?: Options<DealsExportData, ThrowOnError>): RequestResult<DealsExportResponses, DealsExportErrors, ThrowOnError>;
}
export declare class Analytics extends HeyApiClient {
    /**
     * Lire les indicateurs
     *
     * Pipeline pondéré, panier moyen, conversion, vitesse et deals froids des deals que les filtres retiennent.
     */
    kpis<ThrowOnError extends boolean = false>(options?: Options<AnalyticsKpisData, ThrowOnError>): RequestResult<AnalyticsKpisResponses, AnalyticsKpisErrors, ThrowOnError>;
    /**
     * Analyser par secteur
     *
     * Montants par secteur, du plus grand au plus petit ; les deals sans secteur sont laissés de côté.
     */
    sectors<ThrowOnError extends boolean = false>(options?: Options<AnalyticsSectorsData, ThrowOnError>): RequestResult<AnalyticsSectorsResponses, AnalyticsSectorsErrors, ThrowOnError>;
    /**
     * Analyser les échéances
     *
     * Échéances passées, et celles des 30 prochains jours.
     */
    deadlines<ThrowOnError extends boolean = false>(options?: Options<AnalyticsDeadlinesData, ThrowOnError>): RequestResult<AnalyticsDeadlinesResponses, AnalyticsDeadlinesErrors, ThrowOnError>;
    /**
     * Analyser par responsable
     *
     * Chiffres de chaque responsable, par pipeline décroissant.
     */
    performance<ThrowOnError extends boolean = false>(options?: Options<AnalyticsPerformanceData, ThrowOnError>): RequestResult<AnalyticsPerformanceResponses, AnalyticsPerformanceErrors, ThrowOnError>;
    /**
     * Analyser la vitesse de vente
     *
     * Jours de la création au dernier changement des deals gagnés.
     */
    velocity<ThrowOnError extends boolean = false>(options?: Options<AnalyticsVelocityData, ThrowOnError>): RequestResult<AnalyticsVelocityResponses, AnalyticsVelocityErrors, ThrowOnError>;
    /**
     * Lister les deals froids
     *
     * Deals non gagnés et sans changement depuis plus de 10 jours, les plus anciens d’abord.
     */
    coldDeals<ThrowOnError extends boolean = false>(options?: Options<AnalyticsColdDealsData, ThrowOnError>): RequestResult<AnalyticsColdDealsResponses, AnalyticsColdDealsErrors, ThrowOnError>;
    /**
     * Lire les choix des filtres
     *
     * Les valeurs présentes dans les deals, triées.
     */
    filterOptions<ThrowOnError extends boolean = false>(options?: Options<AnalyticsFilterOptionsData, ThrowOnError>): RequestResult<AnalyticsFilterOptionsResponses, AnalyticsFilterOptionsErrors, ThrowOnError>;
}
export declare class Upload extends HeyApiClient {
    /**
     * Ajouter les deals d’un fichier CSV
     *
     * UTF-8 ou Latin-1, virgules ou points-virgules, colonnes dans n’importe quel ordre : `Task Name` ou `client`, `Status` ou `statut`, `Montant Deal` ou `montant_brut`, `Tags` ou `secteur`, `Due Date` ou `date_echeance`, `Assignees` ou `assignee`, `Task Content` ou `notes`. Les bonnes lignes sont ajoutées, les autres dites.
     */
    csv<ThrowOnError extends boolean = false>(options: Options<UploadCsvData, ThrowOnError>): RequestResult<UploadCsvResponses, UploadCsvErrors, ThrowOnError>;
}
export declare class Passerelle extends HeyApiClient {
    static readonly __registry: HeyApiRegistry<Passerelle>;
    constructor(args?: {
        client?: Client;
        key?: string;
    });
    private _connectors?;
    get connectors(): Connectors;
    private _sync?;
    get sync(): Sync;
    private _plans?;
    get plans(): Plans;
    private _runs?;
    get runs(): Runs;
    private _conflicts?;
    get conflicts(): Conflicts;
    private _deletions?;
    get deletions(): Deletions;
    private _deals?;
    get deals(): Deals;
    private _analytics?;
    get analytics(): Analytics;
    private _upload?;
    get upload(): Upload;
}
export {};
