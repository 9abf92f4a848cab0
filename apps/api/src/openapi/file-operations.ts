import { MAX_UPLOAD_MEGABYTES } from '@passerelle/contracts';
import { CSV_HEADERS } from '@passerelle/deals';
import type { OpenAPIObject } from 'trpc-openapi';

const REFUSALS = {
  400: 'Fichier absent, d’un autre type, illisible, sans ses colonnes ou sans ligne valide : rien n’est ajouté.',
  401: 'Clé absente ou fausse (seulement hors de la machine locale).',
  403: 'Demande venue d’une autre origine que ce serveur.',
  413: `Fichier de plus de ${MAX_UPLOAD_MEGABYTES} Mo.`,
  500: 'Échec : rien n’est ajouté.',
  503: 'Le serveur démarre ou s’arrête.',
};

/** What no procedure stands for: a file, or a stream of events, is no JSON. */
const FILE_PATHS = {
  '/deals/export.csv': {
    get: {
      operationId: 'deals-export',
      summary: 'Exporter les deals pour un tableur',
      description:
        'Les deals que les filtres de `GET /deals` retiennent, en CSV : UTF-8 avec BOM, points-virgules, formules désarmées.',
      tags: ['Deals'],
      security: [{ ApiKey: [] }, {}],
      responses: {
        200: {
          description: 'Le fichier.',
          content: { 'text/csv': { schema: { type: 'string' as const } } },
        },
        400: refusal('Filtre inconnu ou mal formé.'),
        401: refusal(REFUSALS[401]),
        403: refusal(REFUSALS[403]),
        500: refusal('Échec.'),
        503: refusal(REFUSALS[503]),
      },
    },
  },
  '/sync/runs/{id}/events': {
    get: {
      operationId: 'runs-events',
      summary: 'Suivre une exécution en direct',
      description:
        'Server-sent events : un `run` à chaque avancée, puis `end`. Reprend après `Last-Event-ID` ; un client qui s’en va n’arrête rien.',
      tags: ['Exécutions'],
      security: [{ ApiKey: [] }, {}],
      parameters: [
        { in: 'path' as const, name: 'id', required: true, schema: { type: 'integer' as const, minimum: 1 } },
        {
          in: 'header' as const,
          name: 'Last-Event-ID',
          description: 'L’`id` du dernier événement reçu.',
          schema: { type: 'string' as const },
        },
      ],
      responses: {
        200: {
          description: 'Les événements ; `data` est une exécution (`Run`).',
          content: { 'text/event-stream': { schema: { type: 'string' as const } } },
        },
        400: refusal('Identifiant mal formé.', 'SyncError'),
        401: refusal(REFUSALS[401], 'SyncError'),
        403: refusal(REFUSALS[403], 'SyncError'),
        404: refusal('Aucune exécution de cet identifiant.', 'SyncError'),
        500: refusal('Échec.', 'SyncError'),
        503: refusal(REFUSALS[503], 'SyncError'),
      },
    },
  },
  '/upload/csv': {
    post: {
      operationId: 'upload-csv',
      summary: 'Ajouter les deals d’un fichier CSV',
      description: `UTF-8 ou Latin-1, virgules ou points-virgules, colonnes dans n’importe quel ordre : ${Object.entries(
        CSV_HEADERS,
      )
        .map(([field, header]) => `\`${header}\` ou \`${field}\``)
        .join(', ')}. Les bonnes lignes sont ajoutées, les autres dites.`,
      tags: ['Deals'],
      security: [{ ApiKey: [] }, {}],
      parameters: [
        {
          in: 'header' as const,
          name: 'Upload-Id',
          description: 'UUID choisi par le client, qui suit l’envoi par l’abonnement tRPC `upload.events`.',
          schema: { type: 'string' as const, format: 'uuid' },
        },
      ],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object' as const,
              required: ['file'],
              properties: {
                file: { type: 'string' as const, format: 'binary', description: 'Fichier `.csv`.' },
              },
            },
          },
        },
      },
      responses: {
        200: {
          description: 'Ce qui a été ajouté, et ce qui a été refusé.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/CsvUploaded' } } },
        },
        ...Object.fromEntries(Object.entries(REFUSALS).map(([status, text]) => [status, refusal(text)])),
      },
    },
  },
};

function refusal(description: string, body: 'CrmError' | 'SyncError' = 'CrmError') {
  return {
    description,
    content: {
      'application/json': { schema: { $ref: `#/components/schemas/${body}` } },
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  };
}

/** Paths of files; the export takes the filters that analyses take. */
export function filePaths({ paths }: OpenAPIObject) {
  const { '/deals/export.csv': exported, ...others } = FILE_PATHS;
  const parameters = structuredClone(paths?.['/kpis']?.get?.parameters ?? []);
  return { '/deals/export.csv': { get: { ...exported.get, parameters } }, ...others };
}
