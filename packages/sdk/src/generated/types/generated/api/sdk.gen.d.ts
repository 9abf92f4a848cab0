import type { Client, ClientMeta, Options as Options2, RequestResult, TDataShape } from './client/index.ts';
import type { ConnectorsDeleteData, ConnectorsDeleteErrors, ConnectorsDeleteResponses, ConnectorsListData, ConnectorsListErrors, ConnectorsListResponses, ConnectorsSaveData, ConnectorsSaveErrors, ConnectorsSaveResponses, ConnectorsTestData, ConnectorsTestErrors, ConnectorsTestResponses, DealsGetData, DealsGetErrors, DealsGetResponses, DealsListData, DealsListErrors, DealsListResponses, SyncExportData, SyncExportErrors, SyncExportResponses, SyncImportData, SyncImportErrors, SyncImportResponses, SyncLogsData, SyncLogsErrors, SyncLogsResponses } from './types.gen.ts';
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
     * Supprimer un connecteur
     *
     * Retire le jeton et la configuration ; l’historique et les liens des deals restent.
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
}
export declare class Sync extends HeyApiClient {
    /**
     * Importer les deals d’un service
     *
     * Lit toute la table distante, puis crée et met à jour les deals. Va au bout même si le client s’en va.
     */
    import<ThrowOnError extends boolean = false>(options: Options<SyncImportData, ThrowOnError>): RequestResult<SyncImportResponses, SyncImportErrors, ThrowOnError>;
    /**
     * Exporter les deals vers un service
     *
     * Crée ou met à jour une ligne distante par deal ; ce qui est égal ne coûte aucune écriture.
     */
    export<ThrowOnError extends boolean = false>(options: Options<SyncExportData, ThrowOnError>): RequestResult<SyncExportResponses, SyncExportErrors, ThrowOnError>;
    /**
     * Lire l’historique des synchronisations
     *
     * Les exécutions, de la plus récente à la plus ancienne.
     */
    logs<ThrowOnError extends boolean = false>(options?: Options<SyncLogsData, ThrowOnError>): RequestResult<SyncLogsResponses, SyncLogsErrors, ThrowOnError>;
}
export declare class Deals extends HeyApiClient {
    /**
     * Lister les deals
     *
     * Les deals que les filtres retiennent, dans l’ordre de leur création ; par pages avec `limit`.
     */
    list<ThrowOnError extends boolean = false>(options?: Options<DealsListData, ThrowOnError>): RequestResult<DealsListResponses, DealsListErrors, ThrowOnError>;
    /**
     * Lire un deal
     *
     * Le deal de cet identifiant.
     */
    get<ThrowOnError extends boolean = false>(options: Options<DealsGetData, ThrowOnError>): RequestResult<DealsGetResponses, DealsGetErrors, ThrowOnError>;
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
    private _deals?;
    get deals(): Deals;
}
export {};
