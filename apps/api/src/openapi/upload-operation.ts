import { MAX_UPLOAD_MEGABYTES } from '@passerelle/contracts';
import { CSV_HEADERS } from '@passerelle/deals';

const REFUSALS = {
  400: 'Fichier absent, d’un autre type, illisible, sans ses colonnes ou sans ligne valide : rien n’est ajouté.',
  401: 'Clé absente ou fausse (seulement hors de la machine locale).',
  403: 'Demande venue d’une autre origine que ce serveur.',
  413: `Fichier de plus de ${MAX_UPLOAD_MEGABYTES} Mo.`,
  500: 'Échec : rien n’est ajouté.',
  503: 'Le serveur démarre ou s’arrête.',
};

/** The upload, which no procedure stands for: a file is no JSON. */
export const UPLOAD_PATH = {
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

function refusal(description: string) {
  return {
    description,
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/CrmError' } },
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  };
}
