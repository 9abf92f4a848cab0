export type ClientOptions = {
    baseUrl: `${string}://${string}/api` | (string & {});
};
export type Chart = {
    labels: Array<string>;
    datasets: Array<{
        label: string;
        data: Array<number>;
        backgroundColor: Array<string>;
        borderColor: Array<string>;
        borderWidth: number;
    }>;
};
export type ColdDeals = {
    success: true;
    data: {
        cold_deals: Array<{
            client: string;
            statut: string;
            /**
             * Euros, au centime.
             */
            montant_brut: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            montant_formatted: string;
            date_echeance: string | null;
            secteur: string | null;
            assignee: string | null;
            id: number;
            jours_inactifs: number;
        }>;
        stats: {
            nb_cold_deals: number;
            /**
             * Euros, au centime.
             */
            montant_total_cold: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            montant_total_cold_formatted: string;
        };
    };
    error: null;
};
export type Conflict = {
    id: number;
    provider: string;
    deal_id: number;
    /**
     * Identifiant de l’enregistrement distant.
     */
    external_id: string;
    /**
     * Le client.
     */
    name: string | null;
    field: string;
    /**
     * La valeur du CRM.
     */
    local: string | number | null;
    /**
     * La valeur du service.
     */
    remote: string | number | null;
    /**
     * L’exécution qui l’a vu.
     */
    run_id: number;
    /**
     * ISO 8601, UTC.
     */
    noticed_at: string;
};
export type ConflictList = {
    success: true;
    data: Array<Conflict>;
};
export type ConflictsSettled = {
    success: true;
    settled: number;
    message: string;
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
    /**
     * Seulement quand il y a à dire : ce qui ne pourra pas marcher, ou n’a pas pu être vérifié.
     */
    warnings?: Array<string>;
};
export type ConnectorPolicies = {
    /**
     * Un champ changé des deux côtés : `remote` garde la valeur du service, `local` celle du CRM, `newest` la plus récente, `ask` laisse les deux et demande.
     */
    conflict: 'remote' | 'local' | 'newest' | 'ask';
    /**
     * Un enregistrement disparu d’un côté : `ignore` ne fait rien, `flag` vous demande, `archive` l’archive de l’autre côté (et demande là où le service ne saurait pas le rendre).
     */
    deletion: 'ignore' | 'flag' | 'archive';
    /**
     * Pour cent des enregistrements reliés. Au-delà, et à partir de six, aucune disparition n’est appliquée avant votre accord.
     */
    deletion_threshold: number;
    /**
     * Champs dont l’export peut créer les options manquantes dans la colonne de choix distante.
     */
    create_options: Array<'client' | 'statut' | 'montant_brut' | 'secteur' | 'date_echeance' | 'assignee' | 'notes'>;
    /**
     * Statut distant → statut du CRM, à l’import ; et l’inverse à l’export.
     */
    status_values: {
        [key: string]: 'prospect' | 'qualifié' | 'négociation' | 'gagné' | 'gagné - en cours';
    };
    /**
     * Un import sur tant relit toute la table ; les autres ne lisent que ce qui a changé.
     */
    full_scan_every: number;
};
export type ConnectorPoliciesAnswer = {
    success: true;
    data: ConnectorPolicies;
};
export type ConnectorSamples = {
    success: true;
    data: {
        table_name: string;
        records: Array<SampleRecord>;
        conflicts: Array<MappingConflict>;
    };
};
export type ConnectorSaved = {
    success: true;
    data: ConnectorConfig;
    /**
     * Seulement quand il y a à dire : ce qui ne pourra pas marcher, ou n’a pas pu être vérifié.
     */
    warnings?: Array<string>;
};
export type ConnectorSchedule = {
    provider: 'airtable' | 'notion';
    /**
     * Un tour toutes les N minutes ; `null` quand `cron` dit quand.
     */
    every_minutes: number | null;
    /**
     * Expression cron à cinq champs : minute, heure, jour du mois, mois, jour de la semaine ; `null` quand `every_minutes` dit quand.
     */
    cron: string | null;
    direction: 'import' | 'export' | 'sync';
    /**
     * Fuseau des heures de `cron` et des heures calmes.
     */
    time_zone: string;
    /**
     * Aucun tour ne commence dans ces heures ; `null` : il n’y en a pas.
     */
    quiet_hours: QuietHours | null;
    /**
     * Faux : le planning est gardé, mais aucun tour n’a lieu.
     */
    enabled: boolean;
    /**
     * ISO 8601, UTC ; `null` quand le planning est éteint.
     */
    next_turn_at: string | null;
    last_turn: ScheduledTurn | null;
    /**
     * Tours échoués de suite.
     */
    failures: number;
    /**
     * Phrase à montrer telle quelle : pourquoi les tours sont espacés.
     */
    notice: string | null;
    /**
     * ISO 8601, UTC.
     */
    updated_at: string;
};
export type ConnectorScheduleAnswer = {
    success: true;
    /**
     * `null` : aucun planning.
     */
    data: ConnectorSchedule | null;
};
export type ConnectorScheduleDeleted = {
    success: true;
    message: string;
};
export type ConnectorSchema = {
    success: true;
    data: {
        /**
         * `null` tant que la table est à choisir.
         */
        table_id: string | null;
        table_name: string | null;
        /**
         * Toutes les tables de la base, pour choisir.
         */
        tables: Array<{
            id: string;
            name: string;
        }>;
        /**
         * Ce qu’il faut choisir ; `null` sinon.
         */
        message: string | null;
        columns: Array<RemoteColumn>;
        suggested_mapping: FieldMapping;
        suggestions: Array<MappingSuggestion>;
        /**
         * La colonne que la correspondance enregistrée donne à chaque champ, renommée ou non.
         */
        mapped: Array<MappedColumn>;
        /**
         * Options de la colonne reliée à statut ; vide quand elle n’en a pas.
         */
        statuses: Array<RemoteStatus>;
        /**
         * Chaque champ et chaque colonne qui ne vont pas ensemble, et pourquoi.
         */
        misfits: Array<MappingMisfit>;
        /**
         * Ce qui ne peut pas aller dans la correspondance enregistrée.
         */
        conflicts: Array<MappingConflict>;
    };
};
export type ConnectorUsage = {
    base_id: string;
    /**
     * Mois en cours, `AAAA-MM`, UTC.
     */
    month: string;
    /**
     * Appels que Passerelle a envoyés depuis le début du mois.
     */
    calls: number;
    /**
     * Premier appel du mois, ISO 8601, UTC.
     */
    since: string | null;
    /**
     * Appels attendus à la fin du mois, au rythme vu jusqu’ici.
     */
    forecast: number;
    /**
     * Formules du service et leurs limites mensuelles ; vide quand il n’en a pas.
     */
    plans: Array<{
        name: string;
        /**
         * `null` : sans limite.
         */
        monthly_calls: number | null;
        /**
         * Part de la limite que la prévision atteint, en pour cent.
         */
        forecast_share: number | null;
    }>;
    message: string;
};
export type ConnectorUsageAnswer = {
    success: true;
    data: ConnectorUsage;
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
export type CsvUploaded = {
    success: true;
    data: {
        /**
         * Deals ajoutés.
         */
        nb_imported: number;
        /**
         * Lignes refusées.
         */
        nb_errors: number;
        /**
         * Les 10 premiers problèmes : « Ligne N - champ: … ».
         */
        errors: Array<string>;
    };
    error: null;
};
export type DeadlineFigures = {
    success: true;
    data: {
        overdue: Array<{
            client: string;
            statut: string;
            /**
             * Euros, au centime.
             */
            montant_brut: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            montant_formatted: string;
            date_echeance: string;
            secteur: string | null;
            assignee: string | null;
            jours_retard: number;
        }>;
        upcoming: Array<{
            client: string;
            statut: string;
            /**
             * Euros, au centime.
             */
            montant_brut: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            montant_formatted: string;
            date_echeance: string;
            secteur: string | null;
            assignee: string | null;
            jours_restants: number;
        }>;
        stats: {
            nb_overdue: number;
            nb_upcoming: number;
            /**
             * Euros, au centime.
             */
            montant_upcoming: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            montant_upcoming_formatted: string;
        };
    };
    error: null;
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
export type DealChange = {
    /**
     * `null` pour la création, qui vient en dernier.
     */
    id: number | null;
    kind: 'created' | 'updated' | 'deleted' | 'archived' | 'restored';
    /**
     * Par où le changement est venu ; `null` : d’avant Passerelle.
     */
    origin: 'form' | 'csv' | 'import' | 'sync' | 'undo' | 'correction' | null;
    /**
     * L’exécution qui l’a fait, quand c’en est une.
     */
    run_id: number | null;
    /**
     * ISO 8601, UTC.
     */
    at: string;
    changes: Array<{
        field: string;
        before: string | number | null;
        after: string | number | null;
    }>;
};
export type DealCreated = {
    success: true;
    data: Deal;
    error: null;
};
export type DealFound = {
    success: true;
    data: Deal;
    error: null;
};
export type DealHistory = {
    success: true;
    data: Array<DealChange>;
    error: null;
};
export type DealList = {
    success: true;
    data: Array<Deal>;
    error: null;
};
export type DealUpdated = {
    success: true;
    data: Deal;
    error: null;
};
export type DealWindow = {
    success: true;
    data: {
        /**
         * Deals que les filtres retiennent en tout.
         */
        total: number;
        deals: Array<Deal>;
    };
    error: null;
};
export type DealsDeleted = {
    success: true;
    data: {
        message: string;
    };
    error: null;
};
export type Deletion = {
    id: number;
    provider: string;
    /**
     * Le côté qui l’a perdu. `remote` : l’enregistrement n’est plus dans la table du service ; `local` : le deal a été supprimé du CRM.
     */
    side: 'local' | 'remote';
    /**
     * Le client.
     */
    name: string | null;
    deal_id: number;
    /**
     * Identifiant de l’enregistrement distant.
     */
    external_id: string;
    /**
     * Champ → valeur sur laquelle les deux côtés étaient d’accord.
     */
    values: {
        [key: string]: string | number | null;
    };
    /**
     * `pending` : attend votre choix ; `approved` : sera archivée par le prochain export ou la prochaine synchronisation ; `archived` : archivée de l’autre côté aussi ; `kept` : gardée à votre demande ; `left` : laissée telle quelle, personne n’a rien demandé ; `returned` : revenue d’elle-même ; `restored` : ramenée à votre demande.
     */
    state: 'pending' | 'approved' | 'archived' | 'kept' | 'left' | 'returned' | 'restored';
    /**
     * Pourquoi elle attend : phrase à montrer telle quelle.
     */
    reason: string | null;
    /**
     * Faux : archiver cet enregistrement l’efface pour de bon chez le service, qui ne sait pas le rendre.
     */
    is_reversible: boolean;
    /**
     * L’exécution qui l’a vu.
     */
    run_id: number;
    /**
     * ISO 8601, UTC.
     */
    noticed_at: string;
    decided_at: string | null;
};
export type DeletionList = {
    success: true;
    data: Array<Deletion>;
};
export type DeletionsDecided = {
    success: true;
    decided: number;
    /**
     * Celles qui n’ont pas pu l’être, les 100 premières.
     */
    refused: Array<{
        id: number;
        reason: string;
    }>;
    message: string;
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
export type FilterOptions = {
    success: true;
    data: {
        statuts: Array<string>;
        secteurs: Array<string>;
        assignees: Array<string>;
    };
    error: null;
};
export type Kpis = {
    success: true;
    data: {
        /**
         * Euros, au centime.
         */
        pipeline_pondere: number;
        /**
         * En euros français, tel que « 1 500,50 € ».
         */
        pipeline_pondere_formatted: string;
        /**
         * Euros, au centime.
         */
        panier_moyen: number;
        /**
         * En euros français, tel que « 1 500,50 € ».
         */
        panier_moyen_formatted: string;
        nombre_deals: number;
        deals_gagnes: number;
        /**
         * Pour cent, une décimale.
         */
        taux_conversion: number;
        /**
         * Jours, une décimale.
         */
        vitesse_vente_moyenne: number;
        /**
         * `N/A`, `< 1 jour` ou `12.5 jours`.
         */
        vitesse_vente_formatted: string;
        nb_cold_deals: number;
    };
    error: null;
};
export type MappedColumn = {
    field: 'client' | 'statut' | 'montant_brut' | 'secteur' | 'date_echeance' | 'assignee' | 'notes';
    column_id: string;
    column_name: string;
};
export type MappingConflict = {
    field: 'client' | 'statut' | 'montant_brut' | 'secteur' | 'date_echeance' | 'assignee' | 'notes';
    /**
     * Ce que dit la correspondance ; `null` sans colonne.
     */
    mapped_to: string | null;
    affects: 'import' | 'export' | 'both';
    /**
     * Ce qui ne va pas, et le remède.
     */
    message: string;
};
export type MappingMisfit = {
    field: 'client' | 'statut' | 'montant_brut' | 'secteur' | 'date_echeance' | 'assignee' | 'notes';
    column_id: string;
    /**
     * `export` seul : la colonne se lit, et peut être choisie.
     */
    affects: 'import' | 'export' | 'both';
    message: string;
};
export type MappingSuggestion = {
    field: 'client' | 'statut' | 'montant_brut' | 'secteur' | 'date_echeance' | 'assignee' | 'notes';
    column_id: string;
    column_name: string;
    confidence: number;
    reason: string;
};
export type PerformanceFigures = {
    success: true;
    data: {
        performance: Array<{
            assignee: string;
            nb_deals: number;
            /**
             * Euros, au centime.
             */
            montant_total: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            montant_total_formatted: string;
            /**
             * Euros, au centime.
             */
            pipeline_pondere: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            pipeline_pondere_formatted: string;
            deals_gagnes: number;
            /**
             * Pour cent, une décimale.
             */
            taux_conversion: number;
            /**
             * Euros, au centime.
             */
            panier_moyen: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            panier_moyen_formatted: string;
        }>;
        chart_data: {
            labels: Array<string>;
            datasets: Array<{
                label: string;
                data: Array<number>;
                backgroundColor: Array<string>;
                borderColor: Array<string>;
                borderWidth: number;
                yAxisID: 'y' | 'y1';
            }>;
        };
        stats: {
            nb_commerciaux: number;
        };
    };
    error: null;
};
export type Plan = {
    /**
     * Identifiant de l’aperçu.
     */
    id: number;
    provider: string;
    direction: 'import' | 'export' | 'sync' | 'undo';
    /**
     * `expired` : trop ancien pour être appliqué ; `outdated` : un côté a changé depuis, voir `differences` ; `applied` : voir `run_id`.
     */
    state: 'planning' | 'ready' | 'failed' | 'expired' | 'applied' | 'outdated';
    /**
     * Enregistrements par sorte ; leur somme est le nombre d’enregistrements prévus.
     */
    counts: {
        create: number;
        update: number;
        /**
         * Perdus par un côté, à archiver de l’autre : le deal quitte le CRM, ou l’enregistrement la table.
         */
        archive: number;
        unchanged: number;
        /**
         * Changés des deux côtés ; chacun montre les deux valeurs.
         */
        conflict: number;
        refused: number;
        /**
         * Annulation : créés par l’exécution, à retirer.
         */
        remove: number;
        /**
         * Annulation : retirés par l’exécution, à ramener.
         */
        restore: number;
        /**
         * Annulation : modifiés depuis, gardés tels quels.
         */
        kept: number;
    };
    requests: {
        /**
         * Appels du service pour relire la table.
         */
        read: number;
        /**
         * Appels du service pour écrire.
         */
        write: number;
    };
    /**
     * Durée prévue de l’application.
     */
    expected_seconds: number;
    /**
     * Pourquoi l’aperçu n’a pas pu être fait, ou ne vaut plus ; ou pourquoi des suppressions attendront votre accord.
     */
    message: string | null;
    /**
     * Ce qui a changé depuis, quand l’aperçu ne vaut plus : une phrase par enregistrement.
     */
    differences: Array<string>;
    /**
     * L’exécution qui l’a appliqué.
     */
    run_id: number | null;
    /**
     * Annulation : l’exécution à annuler.
     */
    undone_run_id: number | null;
    /**
     * ISO 8601, UTC.
     */
    created_at: string;
    expires_at: string;
};
export type PlanAnswer = {
    success: true;
    data: Plan;
};
export type PlanRecord = {
    position: number;
    kind: 'create' | 'update' | 'archive' | 'unchanged' | 'conflict' | 'refused' | 'remove' | 'restore' | 'kept';
    /**
     * Le client, quand il est connu.
     */
    name: string | null;
    /**
     * Pourquoi il est refusé ou laissé : phrase à montrer telle quelle.
     */
    reason: string | null;
    /**
     * Champ par champ, avant et après, et de quel côté.
     */
    changes: Array<{
        field: string;
        /**
         * `local` : le CRM ; `remote` : le service.
         */
        side: 'local' | 'remote';
        before: string | number | null;
        after: string | number | null;
    }>;
    /**
     * Champs changés des deux côtés depuis leur dernier accord.
     */
    conflicts: Array<{
        field: string;
        local: string | number | null;
        remote: string | number | null;
        /**
         * Le côté dont la valeur est gardée ; `null` : à vous de choisir.
         */
        kept: 'local' | 'remote' | null;
    }>;
    deal_id: number | null;
    /**
     * Identifiant de l’enregistrement distant.
     */
    external_id: string | null;
};
export type PlanRecordList = {
    success: true;
    data: Array<PlanRecord>;
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
export type QuietHours = {
    /**
     * Début, HH:MM.
     */
    from: string;
    /**
     * Fin, HH:MM ; avant le début : le lendemain.
     */
    to: string;
};
export type RemoteColumn = {
    id: string;
    name: string;
    /**
     * Le type, dans les mots du service.
     */
    type: string;
    kind: 'text' | 'number' | 'date' | 'choice' | 'choices' | 'people' | 'checkbox' | 'links' | 'other';
    writable: boolean;
    /**
     * Pourquoi la colonne ne peut pas être modifiée ; `null` quand elle le peut.
     */
    read_only_reason: string | null;
    /**
     * Options d’une colonne à choix, dans leur ordre.
     */
    options: Array<string>;
};
export type RemoteStatus = {
    value: string;
    /**
     * Statut du CRM ; `null` : rien ne le traduit, l’import lit prospect.
     */
    statut: 'prospect' | 'qualifié' | 'négociation' | 'gagné' | 'gagné - en cours' | null;
};
export type Run = {
    /**
     * Identifiant de l’exécution.
     */
    id: number;
    provider: string;
    /**
     * `undo` : annule une exécution précédente, celle de `origin_run_id`.
     */
    direction: 'import' | 'export' | 'sync' | 'undo';
    /**
     * L’exécution qu’elle annule (`undo`), ou dont elle reprend les enregistrements refusés.
     */
    origin_run_id: number | null;
    /**
     * `finished` : allée au bout, même si des enregistrements ont été refusés ; `failed` : n’a pas pu ; `cancelled` : à la demande ; `interrupted` : par l’arrêt du serveur.
     */
    state: 'running' | 'finished' | 'failed' | 'cancelled' | 'interrupted';
    /**
     * Celui de l’historique.
     */
    status: 'running' | 'success' | 'partial' | 'error';
    /**
     * `stage` : lecture de la table distante ; `apply` : écriture.
     */
    phase: 'stage' | 'apply' | 'done';
    /**
     * Enregistrements lus (`stage`) ou traités (`apply`, `done`).
     */
    done: number;
    /**
     * `null` tant que le service ne l’a pas laissé connaître.
     */
    total: number | null;
    /**
     * Enregistrements par seconde dans cette phase.
     */
    rate: number | null;
    time_left_seconds: number | null;
    wait: RunWait | null;
    records_processed: number;
    records_created: number;
    records_updated: number;
    /**
     * Compris dans `records_updated` : perdus par un côté, archivés de l’autre.
     */
    records_archived: number;
    records_unchanged: number;
    records_failed: number;
    /**
     * Pourquoi elle n’est pas allée au bout, ou ce qui a été refusé.
     */
    message: string | null;
    unknown_statuses: Array<string>;
    /**
     * Si le serveur s’arrête en route : `resume` reprend au démarrage suivant là où l’exécution en était, `close` la ferme avec ce qui était fait.
     */
    on_interruption: 'resume' | 'close';
    /**
     * L’arrêt est demandé ; la requête en cours se termine.
     */
    is_cancelling: boolean;
    can_resume: boolean;
    /**
     * Faux tant qu’elle est en cours, une fois annulée, ou si elle n’a rien changé.
     */
    can_undo: boolean;
    /**
     * L’exécution qui l’a annulée.
     */
    undone_by: number | null;
    /**
     * ISO 8601, UTC : quand le détail de ses enregistrements a été retiré, la durée de conservation passée ; ses totaux restent.
     */
    details_removed_at: string | null;
    /**
     * ISO 8601, UTC.
     */
    started_at: string;
    completed_at: string | null;
};
export type RunAnswer = {
    success: true;
    data: Run;
};
export type RunCause = {
    /**
     * La raison, sans les valeurs : à montrer telle quelle.
     */
    cause: string;
    field: string | null;
    count: number;
    /**
     * Ceux qui ne sont pas repris encore.
     */
    open: number;
};
export type RunCauseList = {
    success: true;
    data: Array<RunCause>;
};
export type RunExchange = {
    position: number;
    /**
     * Fin de l’échange : ISO 8601, UTC.
     */
    at: string;
    method: string;
    /**
     * Sans jeton.
     */
    url: string;
    /**
     * Statut HTTP ; `null` : aucune réponse n’est venue.
     */
    status: number | null;
    duration_ms: number;
    /**
     * Corps envoyé, coupé s’il est très long ; `null` : sans corps.
     */
    request: string | null;
    /**
     * Corps reçu, de même ; `null` pour une page de lignes lues, qui sont dans les enregistrements de l’exécution.
     */
    answer: string | null;
};
export type RunExchangeList = {
    success: true;
    data: Array<RunExchange>;
};
export type RunList = {
    success: true;
    data: Array<Run>;
};
export type RunRecord = {
    position: number;
    /**
     * Le client, quand il est connu.
     */
    name: string | null;
    /**
     * D’une annulation : `reversed` (repris), `kept` (gardé, car modifié depuis) ou `failed`.
     */
    outcome: 'created' | 'updated' | 'archived' | 'unchanged' | 'failed' | 'reversed' | 'kept';
    /**
     * Phrase à montrer telle quelle.
     */
    reason: string | null;
    /**
     * Champ → valeur avant et après.
     */
    changes: {
        [key: string]: {
            before: string | number | null;
            after: string | number | null;
        };
    } | null;
    deal_id: number | null;
    /**
     * Identifiant de l’enregistrement distant.
     */
    external_id: string | null;
    /**
     * D’un refusé : ce qu’il contient, tel que lu puis corrigé.
     */
    values: {
        [key: string]: string | number | null;
    } | null;
    /**
     * D’un refusé : le champ en cause, quand il y en a un.
     */
    field: string | null;
    /**
     * D’un refusé : chaque faute, par champ.
     */
    faults: Array<{
        field: string | null;
        message: string;
    }>;
    /**
     * Les champs corrigés depuis.
     */
    corrected: Array<string>;
    /**
     * L’exécution qui l’a repris depuis.
     */
    solved_by: number | null;
};
export type RunRecordAnswer = {
    success: true;
    data: RunRecord;
};
export type RunRecordList = {
    success: true;
    data: Array<RunRecord>;
};
export type RunReport = {
    success: true;
    /**
     * `partial` : des enregistrements ont été refusés, ou trop de suppressions attendent votre accord ; `error` : tous l’ont été. Les données, pas l’exécution.
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
export type RunWait = {
    /**
     * `vendor_limit` : débit autorisé atteint ; `lock_out` : le service demande d’attendre ; `retry` : nouvel essai après une panne.
     */
    reason: 'vendor_limit' | 'lock_out' | 'retry';
    /**
     * Phrase à montrer telle quelle.
     */
    message: string;
    /**
     * ISO 8601, UTC.
     */
    until: string;
};
export type SampleRecord = {
    external_id: string;
    cells: Array<{
        field: 'client' | 'statut' | 'montant_brut' | 'secteur' | 'date_echeance' | 'assignee' | 'notes';
        column_id: string;
        column_name: string;
        /**
         * La cellule, telle que le service la donne.
         */
        value: string | number | boolean | Array<string> | null | {
            unreadable: string;
        };
    }>;
    /**
     * Les champs lus ; ceux qui ne le peuvent pas manquent.
     */
    deal: {
        [key: string]: string | number | null;
    };
    /**
     * Pourquoi l’import le refuserait ; vide quand il le prendrait.
     */
    reasons: Array<string>;
    /**
     * Le statut distant que rien ne traduit.
     */
    unknown_status: string | null;
};
export type SandboxTable = {
    provider: 'airtable' | 'notion';
    api_token: string;
    base_id: string;
    table_name: string | null;
};
export type SandboxTables = {
    success: true;
    /**
     * Une table par service ; aucune quand il est éteint.
     */
    data: Array<SandboxTable>;
};
export type ScheduledTurn = {
    /**
     * ISO 8601, UTC.
     */
    at: string;
    /**
     * Celui de l’exécution, ou `skipped` : une autre était en cours ; `refused` : elle n’a pas pu commencer.
     */
    result: 'running' | 'success' | 'partial' | 'error' | 'skipped' | 'refused';
    /**
     * L’exécution du tour ; `null` s’il n’y en a pas eu.
     */
    run_id: number | null;
    /**
     * Phrase à montrer telle quelle.
     */
    message: string | null;
};
export type SectorFigures = {
    success: true;
    data: {
        chart_montants: Chart;
        chart_panier_moyen: Chart;
        tableau: Array<{
            secteur: string;
            /**
             * Euros, au centime.
             */
            montant_total: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            montant_total_formatted: string;
            /**
             * Euros, au centime.
             */
            panier_moyen: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            panier_moyen_formatted: string;
            nb_deals: number;
            /**
             * Euros, au centime.
             */
            valeur_ponderee: number;
            /**
             * En euros français, tel que « 1 500,50 € ».
             */
            valeur_ponderee_formatted: string;
        }>;
    };
    error: null;
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
    /**
     * `undo` : annule une exécution précédente, celle de `origin_run_id`.
     */
    direction: 'import' | 'export' | 'sync' | 'undo';
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
export type VelocityFigures = {
    success: true;
    data: {
        /**
         * Jours, une décimale.
         */
        vitesse_moyenne_jours: number;
        /**
         * `N/A`, `< 1 jour` ou `12.5 jours`.
         */
        vitesse_moyenne_formatted: string;
        has_won_deals: boolean;
        velocity_by_sector: Array<{
            secteur: string;
            /**
             * Jours, une décimale.
             */
            vitesse_moyenne_jours: number;
            /**
             * `N/A`, `< 1 jour` ou `12.5 jours`.
             */
            vitesse_moyenne_formatted: string;
            nb_deals: number;
        }>;
        velocity_by_assignee: Array<{
            assignee: string;
            /**
             * Jours, une décimale.
             */
            vitesse_moyenne_jours: number;
            /**
             * `N/A`, `< 1 jour` ou `12.5 jours`.
             */
            vitesse_moyenne_formatted: string;
            nb_deals: number;
        }>;
    };
    error: null;
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
export type ConnectorsSandboxData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/connectors/sandbox';
};
export type ConnectorsSandboxErrors = {
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
export type ConnectorsSandboxError = ConnectorsSandboxErrors[keyof ConnectorsSandboxErrors];
export type ConnectorsSandboxResponses = {
    /**
     * Une table par service ; aucune quand le bac à sable est éteint.
     */
    200: SandboxTables;
};
export type ConnectorsSandboxResponse = ConnectorsSandboxResponses[keyof ConnectorsSandboxResponses];
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
export type ConnectorsSchemaData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: {
        base_id?: string;
        table_name?: string;
    };
    url: '/connectors/{provider}/schema';
};
export type ConnectorsSchemaErrors = {
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
     * Le service ne répond pas, ou refuse.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type ConnectorsSchemaError = ConnectorsSchemaErrors[keyof ConnectorsSchemaErrors];
export type ConnectorsSchemaResponses = {
    /**
     * Tables, colonnes, correspondance proposée, et ce qui ne va pas dans l’actuelle.
     */
    200: ConnectorSchema;
};
export type ConnectorsSchemaResponse = ConnectorsSchemaResponses[keyof ConnectorsSchemaResponses];
export type ConnectorsSamplesData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: {
        base_id?: string;
        table_name?: string;
        client?: string;
        statut?: string;
        montant_brut?: string;
        secteur?: string;
        date_echeance?: string;
        assignee?: string;
        notes?: string;
    };
    url: '/connectors/{provider}/samples';
};
export type ConnectorsSamplesErrors = {
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
     * Le service ne répond pas, ou refuse.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type ConnectorsSamplesError = ConnectorsSamplesErrors[keyof ConnectorsSamplesErrors];
export type ConnectorsSamplesResponses = {
    /**
     * Au plus trois enregistrements.
     */
    200: ConnectorSamples;
};
export type ConnectorsSamplesResponse = ConnectorsSamplesResponses[keyof ConnectorsSamplesResponses];
export type ConnectorsUsageData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/{provider}/usage';
};
export type ConnectorsUsageErrors = {
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type ConnectorsUsageError = ConnectorsUsageErrors[keyof ConnectorsUsageErrors];
export type ConnectorsUsageResponses = {
    /**
     * Appels et prévision.
     */
    200: ConnectorUsageAnswer;
};
export type ConnectorsUsageResponse = ConnectorsUsageResponses[keyof ConnectorsUsageResponses];
export type ConnectorsPoliciesData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/{provider}/policies';
};
export type ConnectorsPoliciesErrors = {
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
export type ConnectorsPoliciesError = ConnectorsPoliciesErrors[keyof ConnectorsPoliciesErrors];
export type ConnectorsPoliciesResponses = {
    /**
     * Les règles.
     */
    200: ConnectorPoliciesAnswer;
};
export type ConnectorsPoliciesResponse = ConnectorsPoliciesResponses[keyof ConnectorsPoliciesResponses];
export type ConnectorsSavePoliciesData = {
    body: {
        /**
         * Un champ changé des deux côtés : `remote` garde la valeur du service, `local` celle du CRM, `newest` la plus récente, `ask` laisse les deux et demande.
         */
        conflict?: 'remote' | 'local' | 'newest' | 'ask';
        /**
         * Un enregistrement disparu d’un côté : `ignore` ne fait rien, `flag` vous demande, `archive` l’archive de l’autre côté (et demande là où le service ne saurait pas le rendre).
         */
        deletion?: 'ignore' | 'flag' | 'archive';
        /**
         * Pour cent des enregistrements reliés. Au-delà, et à partir de six, aucune disparition n’est appliquée avant votre accord.
         */
        deletion_threshold?: number;
        /**
         * Champs dont l’export peut créer les options manquantes dans la colonne de choix distante.
         */
        create_options?: Array<'client' | 'statut' | 'montant_brut' | 'secteur' | 'date_echeance' | 'assignee' | 'notes'>;
        /**
         * Statut distant → statut du CRM, à l’import ; et l’inverse à l’export.
         */
        status_values?: {
            [key: string]: 'prospect' | 'qualifié' | 'négociation' | 'gagné' | 'gagné - en cours';
        };
        /**
         * Un import sur tant relit toute la table ; les autres ne lisent que ce qui a changé.
         */
        full_scan_every?: number;
    };
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/{provider}/policies';
};
export type ConnectorsSavePoliciesErrors = {
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
export type ConnectorsSavePoliciesError = ConnectorsSavePoliciesErrors[keyof ConnectorsSavePoliciesErrors];
export type ConnectorsSavePoliciesResponses = {
    /**
     * Toutes les règles, comme elles sont maintenant.
     */
    200: ConnectorPoliciesAnswer;
};
export type ConnectorsSavePoliciesResponse = ConnectorsSavePoliciesResponses[keyof ConnectorsSavePoliciesResponses];
export type ConnectorsDeleteScheduleData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/{provider}/schedule';
};
export type ConnectorsDeleteScheduleErrors = {
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
export type ConnectorsDeleteScheduleError = ConnectorsDeleteScheduleErrors[keyof ConnectorsDeleteScheduleErrors];
export type ConnectorsDeleteScheduleResponses = {
    /**
     * Supprimé.
     */
    200: ConnectorScheduleDeleted;
};
export type ConnectorsDeleteScheduleResponse = ConnectorsDeleteScheduleResponses[keyof ConnectorsDeleteScheduleResponses];
export type ConnectorsScheduleData = {
    body?: never;
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/{provider}/schedule';
};
export type ConnectorsScheduleErrors = {
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
export type ConnectorsScheduleError = ConnectorsScheduleErrors[keyof ConnectorsScheduleErrors];
export type ConnectorsScheduleResponses = {
    /**
     * Le planning ; `null` quand il n’y en a pas.
     */
    200: ConnectorScheduleAnswer;
};
export type ConnectorsScheduleResponse = ConnectorsScheduleResponses[keyof ConnectorsScheduleResponses];
export type ConnectorsSaveScheduleData = {
    body: {
        /**
         * Un tour toutes les N minutes ; `null` quand `cron` dit quand.
         */
        every_minutes?: number | null;
        /**
         * Expression cron à cinq champs : minute, heure, jour du mois, mois, jour de la semaine ; `null` quand `every_minutes` dit quand.
         */
        cron?: string | null;
        direction: 'import' | 'export' | 'sync';
        /**
         * `Europe/Paris` par défaut.
         */
        time_zone?: string;
        /**
         * Aucun tour ne commence dans ces heures ; `null` : il n’y en a pas.
         */
        quiet_hours?: QuietHours | null;
        /**
         * Vrai par défaut.
         */
        enabled?: boolean;
    };
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/connectors/{provider}/schedule';
};
export type ConnectorsSaveScheduleErrors = {
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
export type ConnectorsSaveScheduleError = ConnectorsSaveScheduleErrors[keyof ConnectorsSaveScheduleErrors];
export type ConnectorsSaveScheduleResponses = {
    /**
     * Le planning enregistré, avec son prochain tour.
     */
    200: ConnectorScheduleAnswer;
};
export type ConnectorsSaveScheduleResponse = ConnectorsSaveScheduleResponses[keyof ConnectorsSaveScheduleResponses];
export type SyncImportData = {
    body?: never;
    headers?: {
        /**
         * `respond-async` : répondre 202 aussitôt, l’exécution se suivant à l’adresse de `Location`.
         */
        Prefer?: string;
    };
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: {
        /**
         * Vrai : toute la table est relue. Sinon, seulement ce qui a changé depuis le dernier import quand le service sait le dire ; le résultat est le même.
         */
        full?: boolean;
    };
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
    /**
     * L’exécution, commencée (`Prefer: respond-async`).
     */
    202: RunAnswer;
};
export type SyncImportResponse = SyncImportResponses[keyof SyncImportResponses];
export type SyncExportData = {
    body?: never;
    headers?: {
        /**
         * `respond-async` : répondre 202 aussitôt, l’exécution se suivant à l’adresse de `Location`.
         */
        Prefer?: string;
    };
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
    /**
     * L’exécution, commencée (`Prefer: respond-async`).
     */
    202: RunAnswer;
};
export type SyncExportResponse = SyncExportResponses[keyof SyncExportResponses];
export type SyncSyncData = {
    body?: never;
    headers?: {
        /**
         * `respond-async` : répondre 202 aussitôt, l’exécution se suivant à l’adresse de `Location`.
         */
        Prefer?: string;
    };
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/sync/{provider}/sync';
};
export type SyncSyncErrors = {
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
export type SyncSyncError = SyncSyncErrors[keyof SyncSyncErrors];
export type SyncSyncResponses = {
    /**
     * Le décompte, même quand des enregistrements ont été refusés.
     */
    200: RunReport;
    /**
     * L’exécution, commencée (`Prefer: respond-async`).
     */
    202: RunAnswer;
};
export type SyncSyncResponse = SyncSyncResponses[keyof SyncSyncResponses];
export type SyncStartData = {
    body: {
        direction: 'import' | 'export' | 'sync';
        /**
         * Vrai : toute la table est relue. Sinon, seulement ce qui a changé depuis le dernier import quand le service sait le dire ; le résultat est le même.
         */
        full?: boolean;
        /**
         * Si le serveur s’arrête en route : `resume` reprend au démarrage suivant là où l’exécution en était, `close` la ferme avec ce qui était fait.
         */
        on_interruption?: 'resume' | 'close';
    };
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/sync/{provider}/runs';
};
export type SyncStartErrors = {
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type SyncStartError = SyncStartErrors[keyof SyncStartErrors];
export type SyncStartResponses = {
    /**
     * L’exécution, commencée.
     */
    202: RunAnswer;
};
export type SyncStartResponse = SyncStartResponses[keyof SyncStartResponses];
export type SyncPreviewData = {
    body: {
        /**
         * Sens de la synchronisation à prévoir. Se donne aussi dans l’adresse : `?direction=import`.
         */
        direction: 'import' | 'export' | 'sync';
    };
    path: {
        provider: 'airtable' | 'notion';
    };
    query?: never;
    url: '/sync/{provider}/preview';
};
export type SyncPreviewErrors = {
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
export type SyncPreviewError = SyncPreviewErrors[keyof SyncPreviewErrors];
export type SyncPreviewResponses = {
    /**
     * L’aperçu, enregistré.
     */
    200: PlanAnswer;
};
export type SyncPreviewResponse = SyncPreviewResponses[keyof SyncPreviewResponses];
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
export type PlansGetData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’aperçu.
         */
        id: number;
    };
    query?: never;
    url: '/sync/plans/{id}';
};
export type PlansGetErrors = {
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
     * Aucun aperçu de cet identifiant.
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
export type PlansGetError = PlansGetErrors[keyof PlansGetErrors];
export type PlansGetResponses = {
    /**
     * L’aperçu.
     */
    200: PlanAnswer;
};
export type PlansGetResponse = PlansGetResponses[keyof PlansGetResponses];
export type PlansRunData = {
    body?: never;
    headers?: {
        /**
         * `respond-async` : répondre 202 aussitôt, l’exécution se suivant à l’adresse de `Location`.
         */
        Prefer?: string;
    };
    path: {
        /**
         * Identifiant de l’aperçu.
         */
        id: number;
    };
    query?: never;
    url: '/sync/plans/{id}/apply';
};
export type PlansRunErrors = {
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
     * Aucun aperçu de cet identifiant.
     */
    404: SyncError;
    /**
     * Aperçu dépassé (un côté a changé), déjà appliqué ou expiré ; ou exécution déjà en cours.
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
export type PlansRunError = PlansRunErrors[keyof PlansRunErrors];
export type PlansRunResponses = {
    /**
     * Le décompte.
     */
    200: RunReport;
    /**
     * L’exécution, commencée (`Prefer: respond-async`).
     */
    202: RunAnswer;
};
export type PlansRunResponse = PlansRunResponses[keyof PlansRunResponses];
export type PlansStartData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’aperçu.
         */
        id: number;
    };
    query?: never;
    url: '/sync/plans/{id}/start';
};
export type PlansStartErrors = {
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
     * Aucun aperçu de cet identifiant.
     */
    404: SyncError;
    /**
     * Aperçu dépassé (un côté a changé), déjà appliqué ou expiré ; ou exécution déjà en cours.
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type PlansStartError = PlansStartErrors[keyof PlansStartErrors];
export type PlansStartResponses = {
    /**
     * L’exécution, commencée.
     */
    202: RunAnswer;
};
export type PlansStartResponse = PlansStartResponses[keyof PlansStartResponses];
export type PlansRecordsData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’aperçu.
         */
        id: number;
    };
    query?: {
        kind?: 'create' | 'update' | 'archive' | 'unchanged' | 'conflict' | 'refused' | 'remove' | 'restore' | 'kept';
        /**
         * Enregistrements par page, 50 par défaut.
         */
        limit?: number;
        /**
         * `position` du dernier reçu.
         */
        cursor?: number;
    };
    url: '/sync/plans/{id}/records';
};
export type PlansRecordsErrors = {
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
     * Aucun aperçu de cet identifiant.
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
export type PlansRecordsError = PlansRecordsErrors[keyof PlansRecordsErrors];
export type PlansRecordsResponses = {
    /**
     * Une page d’enregistrements.
     */
    200: PlanRecordList;
};
export type PlansRecordsResponse = PlansRecordsResponses[keyof PlansRecordsResponses];
export type RunsListData = {
    body?: never;
    path?: never;
    query?: {
        provider?: 'airtable' | 'notion';
        /**
         * Exécutions par page, 50 par défaut.
         */
        limit?: number;
        /**
         * Identifiant de la dernière reçue.
         */
        cursor?: number;
    };
    url: '/sync/runs';
};
export type RunsListErrors = {
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
export type RunsListError = RunsListErrors[keyof RunsListErrors];
export type RunsListResponses = {
    /**
     * Une page d’exécutions.
     */
    200: RunList;
};
export type RunsListResponse = RunsListResponses[keyof RunsListResponses];
export type RunsGetData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: never;
    url: '/sync/runs/{id}';
};
export type RunsGetErrors = {
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
     * Aucune exécution de cet identifiant.
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
export type RunsGetError = RunsGetErrors[keyof RunsGetErrors];
export type RunsGetResponses = {
    /**
     * L’exécution.
     */
    200: RunAnswer;
};
export type RunsGetResponse = RunsGetResponses[keyof RunsGetResponses];
export type RunsRecordsData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: {
        outcome?: 'created' | 'updated' | 'archived' | 'unchanged' | 'failed' | 'reversed' | 'kept';
        /**
         * Une cause de refus, telle que `/causes` la donne.
         */
        cause?: string;
        /**
         * Enregistrements par page, 50 par défaut.
         */
        limit?: number;
        /**
         * `position` du dernier reçu.
         */
        cursor?: number;
    };
    url: '/sync/runs/{id}/records';
};
export type RunsRecordsErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * Le détail de l’exécution n’est plus conservé.
     */
    410: SyncError;
    /**
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type RunsRecordsError = RunsRecordsErrors[keyof RunsRecordsErrors];
export type RunsRecordsResponses = {
    /**
     * Une page d’enregistrements.
     */
    200: RunRecordList;
};
export type RunsRecordsResponse = RunsRecordsResponses[keyof RunsRecordsResponses];
export type RunsExchangesData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: {
        mention?: string;
        /**
         * Échanges par page, 20 par défaut.
         */
        limit?: number;
        /**
         * `position` du dernier reçu.
         */
        cursor?: number;
    };
    url: '/sync/runs/{id}/exchanges';
};
export type RunsExchangesErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * Le détail de l’exécution n’est plus conservé.
     */
    410: SyncError;
    /**
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type RunsExchangesError = RunsExchangesErrors[keyof RunsExchangesErrors];
export type RunsExchangesResponses = {
    /**
     * Une page d’échanges.
     */
    200: RunExchangeList;
};
export type RunsExchangesResponse = RunsExchangesResponses[keyof RunsExchangesResponses];
export type RunsCancelData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: never;
    url: '/sync/runs/{id}/cancel';
};
export type RunsCancelErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * L’exécution est terminée.
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type RunsCancelError = RunsCancelErrors[keyof RunsCancelErrors];
export type RunsCancelResponses = {
    /**
     * L’exécution, qui s’arrête.
     */
    200: RunAnswer;
};
export type RunsCancelResponse = RunsCancelResponses[keyof RunsCancelResponses];
export type RunsResumeData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: never;
    url: '/sync/runs/{id}/resume';
};
export type RunsResumeErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * Connecteur désactivé, exécution en cours, allée au bout ou dépassée par une autre.
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type RunsResumeError = RunsResumeErrors[keyof RunsResumeErrors];
export type RunsResumeResponses = {
    /**
     * L’exécution, reprise.
     */
    202: RunAnswer;
};
export type RunsResumeResponse = RunsResumeResponses[keyof RunsResumeResponses];
export type RunsUndoData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: never;
    url: '/sync/runs/{id}/undo';
};
export type RunsUndoErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * Exécution en cours, déjà annulée, sans effet, ou dont le détail a été effacé.
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type RunsUndoError = RunsUndoErrors[keyof RunsUndoErrors];
export type RunsUndoResponses = {
    /**
     * L’aperçu.
     */
    200: PlanAnswer;
};
export type RunsUndoResponse = RunsUndoResponses[keyof RunsUndoResponses];
export type RunsCausesData = {
    body?: never;
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: never;
    url: '/sync/runs/{id}/causes';
};
export type RunsCausesErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * Le détail de l’exécution n’est plus conservé.
     */
    410: SyncError;
    /**
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type RunsCausesError = RunsCausesErrors[keyof RunsCausesErrors];
export type RunsCausesResponses = {
    /**
     * Les causes.
     */
    200: RunCauseList;
};
export type RunsCausesResponse = RunsCausesResponses[keyof RunsCausesResponses];
export type RunsCorrectData = {
    body: {
        /**
         * Champ → valeur corrigée, par les règles d’un deal. Les autres restent.
         */
        values: {
            [key: string]: string | number | null;
        };
    };
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
        /**
         * La place de l’enregistrement dans l’exécution.
         */
        position: number;
    };
    query?: never;
    url: '/sync/runs/{id}/records/{position}';
};
export type RunsCorrectErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * Enregistrement qui n’est pas refusé, ou plus ; ou exécution en cours.
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type RunsCorrectError = RunsCorrectErrors[keyof RunsCorrectErrors];
export type RunsCorrectResponses = {
    /**
     * L’enregistrement, corrigé.
     */
    200: RunRecordAnswer;
};
export type RunsCorrectResponse = RunsCorrectResponses[keyof RunsCorrectResponses];
export type RunsRetryData = {
    body: {
        /**
         * Seulement ceux-là ; sinon tous les refusés.
         */
        positions?: Array<number>;
        /**
         * Une cause de refus, telle que `/causes` la donne.
         */
        cause?: string;
    };
    headers?: {
        /**
         * `respond-async` : répondre 202 aussitôt, l’exécution se suivant à l’adresse de `Location`.
         */
        Prefer?: string;
    };
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: never;
    url: '/sync/runs/{id}/retry';
};
export type RunsRetryErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * Enregistrement qui n’est pas refusé, ou plus ; ou exécution en cours.
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
export type RunsRetryError = RunsRetryErrors[keyof RunsRetryErrors];
export type RunsRetryResponses = {
    /**
     * Le décompte.
     */
    200: RunReport;
    /**
     * L’exécution, commencée (`Prefer: respond-async`).
     */
    202: RunAnswer;
};
export type RunsRetryResponse = RunsRetryResponses[keyof RunsRetryResponses];
export type RunsStartRetryData = {
    body: {
        /**
         * Seulement ceux-là ; sinon tous les refusés.
         */
        positions?: Array<number>;
        /**
         * Une cause de refus, telle que `/causes` la donne.
         */
        cause?: string;
    };
    path: {
        /**
         * Identifiant de l’exécution.
         */
        id: number;
    };
    query?: never;
    url: '/sync/runs/{id}/retry/start';
};
export type RunsStartRetryErrors = {
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
     * Aucune exécution de cet identifiant.
     */
    404: SyncError;
    /**
     * Enregistrement qui n’est pas refusé, ou plus ; ou exécution en cours.
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type RunsStartRetryError = RunsStartRetryErrors[keyof RunsStartRetryErrors];
export type RunsStartRetryResponses = {
    /**
     * L’exécution, commencée.
     */
    202: RunAnswer;
};
export type RunsStartRetryResponse = RunsStartRetryResponses[keyof RunsStartRetryResponses];
export type ConflictsListData = {
    body?: never;
    path?: never;
    query?: {
        provider?: 'airtable' | 'notion';
        /**
         * Conflits par page, 50 par défaut.
         */
        limit?: number;
        /**
         * Identifiant (`id`) du dernier élément reçu ; la page commence après lui.
         */
        cursor?: number;
    };
    url: '/sync/conflicts';
};
export type ConflictsListErrors = {
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
export type ConflictsListError = ConflictsListErrors[keyof ConflictsListErrors];
export type ConflictsListResponses = {
    /**
     * Une page de conflits.
     */
    200: ConflictList;
};
export type ConflictsListResponse = ConflictsListResponses[keyof ConflictsListResponses];
export type ConflictsSettleData = {
    body: {
        ids: Array<number>;
        /**
         * Le côté dont la valeur est gardée : `local` (CRM) ou `remote` (service).
         */
        keep: 'local' | 'remote';
    };
    path?: never;
    query?: never;
    url: '/sync/conflicts/settle';
};
export type ConflictsSettleErrors = {
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
export type ConflictsSettleError = ConflictsSettleErrors[keyof ConflictsSettleErrors];
export type ConflictsSettleResponses = {
    /**
     * Réglés.
     */
    200: ConflictsSettled;
};
export type ConflictsSettleResponse = ConflictsSettleResponses[keyof ConflictsSettleResponses];
export type DeletionsListData = {
    body?: never;
    path?: never;
    query?: {
        provider?: 'airtable' | 'notion';
        /**
         * `pending` : attend votre choix ; `approved` : sera archivée par le prochain export ou la prochaine synchronisation ; `archived` : archivée de l’autre côté aussi ; `kept` : gardée à votre demande ; `left` : laissée telle quelle, personne n’a rien demandé ; `returned` : revenue d’elle-même ; `restored` : ramenée à votre demande.
         */
        state?: 'pending' | 'approved' | 'archived' | 'kept' | 'left' | 'returned' | 'restored';
        /**
         * Suppressions par page, 50 par défaut.
         */
        limit?: number;
        /**
         * Identifiant (`id`) du dernier élément reçu ; la page commence après lui.
         */
        cursor?: number;
    };
    url: '/sync/deletions';
};
export type DeletionsListErrors = {
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
export type DeletionsListError = DeletionsListErrors[keyof DeletionsListErrors];
export type DeletionsListResponses = {
    /**
     * Une page de suppressions.
     */
    200: DeletionList;
};
export type DeletionsListResponse = DeletionsListResponses[keyof DeletionsListResponses];
export type DeletionsDecideData = {
    body: {
        /**
         * `archive` : porte la suppression de l’autre côté ; `keep` : laisse l’autre côté tel quel et ne demande plus ; `restore` : ramène l’enregistrement du côté qui l’a perdu.
         */
        decision: 'archive' | 'keep' | 'restore';
        ids?: Array<number>;
        /**
         * À la place de `ids` : toutes celles-là. Vide : toutes.
         */
        filter?: {
            provider?: 'airtable' | 'notion';
            /**
             * `local` : le CRM ; `remote` : le service.
             */
            side?: 'local' | 'remote';
        };
        /**
         * L’état dans lequel vous les avez lues, `pending` quand il est absent. Celles qui sont dans un autre sont refusées, et celles qui ont déjà reçu cette décision comptées.
         */
        state?: 'pending' | 'approved' | 'archived' | 'kept' | 'left' | 'returned' | 'restored';
    };
    path?: never;
    query?: never;
    url: '/sync/deletions/decide';
};
export type DeletionsDecideErrors = {
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
     * Aucune suppression de ces identifiants, ou rien ne répond au filtre.
     */
    404: SyncError;
    /**
     * Aucune n’a pu l’être : déjà décidées, revenues ou changées depuis.
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
     * Échec.
     */
    500: SyncError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: SyncError;
};
export type DeletionsDecideError = DeletionsDecideErrors[keyof DeletionsDecideErrors];
export type DeletionsDecideResponses = {
    /**
     * Décidées.
     */
    200: DeletionsDecided;
};
export type DeletionsDecideResponse = DeletionsDecideResponses[keyof DeletionsDecideResponses];
export type DealsDeleteAllData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/deals';
};
export type DealsDeleteAllErrors = {
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
export type DealsDeleteAllError = DealsDeleteAllErrors[keyof DealsDeleteAllErrors];
export type DealsDeleteAllResponses = {
    /**
     * Supprimés.
     */
    200: DealsDeleted;
};
export type DealsDeleteAllResponse = DealsDeleteAllResponses[keyof DealsDeleteAllResponses];
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
export type DealsCreateData = {
    body: {
        /**
         * Nom du client.
         */
        client: string;
        /**
         * Parmi : prospect, qualifié, négociation, gagné, gagné - en cours. Casse et accents indifférents.
         */
        statut: string;
        /**
         * Euros, au-dessus de 0 ; nombre, ou texte tel que « 8 500,50 € ».
         */
        montant_brut: number | string;
        secteur?: string | null;
        /**
         * AAAA-MM-JJ ou JJ/MM/AAAA.
         */
        date_echeance?: string | null;
        assignee?: string | null;
        notes?: string | null;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        probabilite?: unknown;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        valeur_ponderee?: unknown;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        created_at?: unknown;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        updated_at?: unknown;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        id?: unknown;
    };
    path?: never;
    query?: never;
    url: '/deals';
};
export type DealsCreateErrors = {
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
     * Corps trop grand.
     */
    413: CrmError;
    /**
     * Corps d’un autre type que JSON.
     */
    415: CrmError;
    /**
     * Échec.
     */
    500: CrmError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: CrmError;
};
export type DealsCreateError = DealsCreateErrors[keyof DealsCreateErrors];
export type DealsCreateResponses = {
    /**
     * Le deal ajouté.
     */
    201: DealCreated;
};
export type DealsCreateResponse = DealsCreateResponses[keyof DealsCreateResponses];
export type DealsWindowData = {
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
         * Champ du tri, `updated_at` par défaut.
         */
        sort?: 'client' | 'statut' | 'montant_brut' | 'valeur_ponderee' | 'secteur' | 'date_echeance' | 'assignee' | 'updated_at';
        /**
         * Sens du tri, `desc` par défaut.
         */
        order?: 'asc' | 'desc';
        /**
         * Deals à sauter avant le premier.
         */
        offset?: number;
        /**
         * Deals de la fenêtre, 100 par défaut.
         */
        limit?: number;
    };
    url: '/deals/window';
};
export type DealsWindowErrors = {
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
export type DealsWindowError = DealsWindowErrors[keyof DealsWindowErrors];
export type DealsWindowResponses = {
    /**
     * Les deals de la fenêtre, et combien il y en a en tout.
     */
    200: DealWindow;
};
export type DealsWindowResponse = DealsWindowResponses[keyof DealsWindowResponses];
export type DealsDeleteData = {
    body?: never;
    path: {
        id: number;
    };
    query?: never;
    url: '/deals/{id}';
};
export type DealsDeleteErrors = {
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
export type DealsDeleteError = DealsDeleteErrors[keyof DealsDeleteErrors];
export type DealsDeleteResponses = {
    /**
     * Supprimé.
     */
    200: DealsDeleted;
};
export type DealsDeleteResponse = DealsDeleteResponses[keyof DealsDeleteResponses];
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
export type DealsUpdateData = {
    body: {
        /**
         * Nom du client.
         */
        client?: string;
        /**
         * Parmi : prospect, qualifié, négociation, gagné, gagné - en cours. Casse et accents indifférents.
         */
        statut?: string;
        /**
         * Euros, au-dessus de 0 ; nombre, ou texte tel que « 8 500,50 € ».
         */
        montant_brut?: number | string;
        secteur?: string | null;
        /**
         * AAAA-MM-JJ ou JJ/MM/AAAA.
         */
        date_echeance?: string | null;
        assignee?: string | null;
        notes?: string | null;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        probabilite?: unknown;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        valeur_ponderee?: unknown;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        created_at?: unknown;
        /**
         * Calculé par le CRM : accepté, sans effet.
         */
        updated_at?: unknown;
    };
    path: {
        id: number;
    };
    query?: never;
    url: '/deals/{id}';
};
export type DealsUpdateErrors = {
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
     * Corps trop grand.
     */
    413: CrmError;
    /**
     * Corps d’un autre type que JSON.
     */
    415: CrmError;
    /**
     * Échec.
     */
    500: CrmError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: CrmError;
};
export type DealsUpdateError = DealsUpdateErrors[keyof DealsUpdateErrors];
export type DealsUpdateResponses = {
    /**
     * Le deal tel qu’il est désormais.
     */
    200: DealUpdated;
};
export type DealsUpdateResponse = DealsUpdateResponses[keyof DealsUpdateResponses];
export type DealsHistoryData = {
    body?: never;
    path: {
        id: number;
    };
    query?: {
        /**
         * Changements par page, 50 par défaut.
         */
        limit?: number;
        /**
         * Identifiant (`id`) du dernier élément reçu ; la page commence après lui.
         */
        cursor?: number;
    };
    url: '/deals/{id}/history';
};
export type DealsHistoryErrors = {
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
export type DealsHistoryError = DealsHistoryErrors[keyof DealsHistoryErrors];
export type DealsHistoryResponses = {
    /**
     * Les changements, du plus récent à la création.
     */
    200: DealHistory;
};
export type DealsHistoryResponse = DealsHistoryResponses[keyof DealsHistoryResponses];
export type AnalyticsKpisData = {
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
    };
    url: '/kpis';
};
export type AnalyticsKpisErrors = {
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
export type AnalyticsKpisError = AnalyticsKpisErrors[keyof AnalyticsKpisErrors];
export type AnalyticsKpisResponses = {
    /**
     * Les indicateurs.
     */
    200: Kpis;
};
export type AnalyticsKpisResponse = AnalyticsKpisResponses[keyof AnalyticsKpisResponses];
export type AnalyticsSectorsData = {
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
    };
    url: '/analytics/sectors';
};
export type AnalyticsSectorsErrors = {
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
export type AnalyticsSectorsError = AnalyticsSectorsErrors[keyof AnalyticsSectorsErrors];
export type AnalyticsSectorsResponses = {
    /**
     * Les secteurs.
     */
    200: SectorFigures;
};
export type AnalyticsSectorsResponse = AnalyticsSectorsResponses[keyof AnalyticsSectorsResponses];
export type AnalyticsDeadlinesData = {
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
    };
    url: '/analytics/deadlines';
};
export type AnalyticsDeadlinesErrors = {
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
export type AnalyticsDeadlinesError = AnalyticsDeadlinesErrors[keyof AnalyticsDeadlinesErrors];
export type AnalyticsDeadlinesResponses = {
    /**
     * Les échéances.
     */
    200: DeadlineFigures;
};
export type AnalyticsDeadlinesResponse = AnalyticsDeadlinesResponses[keyof AnalyticsDeadlinesResponses];
export type AnalyticsPerformanceData = {
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
    };
    url: '/analytics/performance';
};
export type AnalyticsPerformanceErrors = {
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
export type AnalyticsPerformanceError = AnalyticsPerformanceErrors[keyof AnalyticsPerformanceErrors];
export type AnalyticsPerformanceResponses = {
    /**
     * Les responsables.
     */
    200: PerformanceFigures;
};
export type AnalyticsPerformanceResponse = AnalyticsPerformanceResponses[keyof AnalyticsPerformanceResponses];
export type AnalyticsVelocityData = {
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
    };
    url: '/analytics/velocity';
};
export type AnalyticsVelocityErrors = {
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
export type AnalyticsVelocityError = AnalyticsVelocityErrors[keyof AnalyticsVelocityErrors];
export type AnalyticsVelocityResponses = {
    /**
     * Les vitesses.
     */
    200: VelocityFigures;
};
export type AnalyticsVelocityResponse = AnalyticsVelocityResponses[keyof AnalyticsVelocityResponses];
export type AnalyticsColdDealsData = {
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
    };
    url: '/analytics/cold-deals';
};
export type AnalyticsColdDealsErrors = {
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
export type AnalyticsColdDealsError = AnalyticsColdDealsErrors[keyof AnalyticsColdDealsErrors];
export type AnalyticsColdDealsResponses = {
    /**
     * Les deals froids.
     */
    200: ColdDeals;
};
export type AnalyticsColdDealsResponse = AnalyticsColdDealsResponses[keyof AnalyticsColdDealsResponses];
export type AnalyticsFilterOptionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/filters/options';
};
export type AnalyticsFilterOptionsErrors = {
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
export type AnalyticsFilterOptionsError = AnalyticsFilterOptionsErrors[keyof AnalyticsFilterOptionsErrors];
export type AnalyticsFilterOptionsResponses = {
    /**
     * Les choix.
     */
    200: FilterOptions;
};
export type AnalyticsFilterOptionsResponse = AnalyticsFilterOptionsResponses[keyof AnalyticsFilterOptionsResponses];
export type DealsExportData = {
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
    };
    url: '/deals/export.csv';
};
export type DealsExportErrors = {
    /**
     * Filtre inconnu ou mal formé.
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
export type DealsExportError = DealsExportErrors[keyof DealsExportErrors];
export type DealsExportResponses = {
    /**
     * Le fichier.
     */
    200: string;
};
export type DealsExportResponse = DealsExportResponses[keyof DealsExportResponses];
export type RunsEventsData = {
    body?: never;
    headers?: {
        /**
         * L’`id` du dernier événement reçu.
         */
        'Last-Event-ID'?: string;
    };
    path: {
        id: number;
    };
    query?: never;
    url: '/sync/runs/{id}/events';
};
export type RunsEventsErrors = {
    /**
     * Identifiant mal formé.
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
     * Aucune exécution de cet identifiant.
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
export type RunsEventsError = RunsEventsErrors[keyof RunsEventsErrors];
export type RunsEventsResponses = {
    /**
     * Les événements ; `data` est une exécution (`Run`).
     */
    200: string;
};
export type RunsEventsResponse = RunsEventsResponses[keyof RunsEventsResponses];
export type UploadCsvData = {
    body: {
        /**
         * Fichier `.csv`.
         */
        file: Blob | File;
    };
    headers?: {
        /**
         * UUID choisi par le client, qui suit l’envoi par l’abonnement tRPC `upload.events`.
         */
        'Upload-Id'?: string;
    };
    path?: never;
    query?: never;
    url: '/upload/csv';
};
export type UploadCsvErrors = {
    /**
     * Fichier absent, d’un autre type, illisible, sans ses colonnes ou sans ligne valide : rien n’est ajouté.
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
     * Fichier de plus de 200 Mo.
     */
    413: CrmError;
    /**
     * Échec : rien n’est ajouté.
     */
    500: CrmError;
    /**
     * Le serveur démarre ou s’arrête.
     */
    503: CrmError;
};
export type UploadCsvError = UploadCsvErrors[keyof UploadCsvErrors];
export type UploadCsvResponses = {
    /**
     * Ce qui a été ajouté, et ce qui a été refusé.
     */
    200: CsvUploaded;
};
export type UploadCsvResponse = UploadCsvResponses[keyof UploadCsvResponses];
