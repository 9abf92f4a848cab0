import { CrmErrorBody, PROVIDERS, ProblemBody, SyncErrorBody, UploadCsvOutput } from '@passerelle/contracts';
import { appRouter } from '@passerelle/contracts/router';
import { generateOpenApiDocument, type OpenAPIObject } from 'trpc-openapi';
import manifest from '../../package.json' with { type: 'json' };
import { listProcedures } from '../http/procedures.ts';
import { filePaths } from './file-operations.ts';
import { finishOperation } from './finish-operation.ts';

const DESCRIPTION = `Passerelle tient les deals d'un CRM au pas de leurs tables distantes (${PROVIDERS.join(', ')}).

Chaque réponse porte l'en-tête \`X-Request-Id\`. Toute erreur a la forme de son chemin, ou celle de la RFC 9457 pour un
client qui envoie \`Accept: application/problem+json\`. Sur la machine même, aucune clé n'est demandée ; ailleurs, la
valeur de \`PASSERELLE_API_KEY\` est envoyée comme jeton « Bearer ».`;

const TAGS: Readonly<Record<string, string>> = {
  Connecteurs: 'Configurer et essayer la connexion à un service.',
  Synchronisation: 'Importer, exporter, et relire ce qui a été fait.',
  Aperçus: 'Ce qu’une synchronisation ferait, avant qu’elle ne le fasse.',
  Exécutions: 'Suivre une synchronisation, l’arrêter, la reprendre, relire chaque enregistrement.',
  Conflits: 'Ce que les deux côtés ont changé, et qui attend votre choix.',
  Suppressions:
    'Les enregistrements qu’un côté a perdus et que l’autre tient encore : les lister, les archiver, les garder ou les ramener.',
  Deals: 'Les deals du CRM.',
  Analyses: 'Ce que les deals totalisent, et ce qui demande attention.',
};

/** The OpenAPI 3.1 document of everything the contract promises over REST. */
export function openApiDocument(): OpenAPIObject {
  const document = generateOpenApiDocument(appRouter, {
    title: 'Passerelle',
    description: DESCRIPTION,
    version: manifest.version,
    license: { name: manifest.license, identifier: manifest.license },
    openApiVersion: '3.1.0',
    baseUrl: '/api',
    securitySchemes: {
      ApiKey: {
        type: 'http',
        scheme: 'bearer',
        description: 'Demandée hors de la machine locale seulement.',
      },
    },
    defs: {
      SyncError: SyncErrorBody,
      CrmError: CrmErrorBody,
      Problem: ProblemBody,
      CsvUploaded: UploadCsvOutput,
    },
  });
  Object.assign(document.paths ?? {}, filePaths(document));
  for (const { meta } of listProcedures(appRouter)) finishOperation(document, meta);
  return { ...document, tags: describedTags(document), components: withoutGeneratedErrors(document) };
}

function describedTags(document: OpenAPIObject) {
  const used = Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path as Record<string, { tags?: string[] }>).flatMap((operation) => operation.tags ?? []),
  );
  return [...new Set(used)].map((name) => ({ name, description: descriptionOf(name) }));
}

function descriptionOf(tag: string): string {
  const description = TAGS[tag];
  if (description === undefined)
    throw new Error(`The tag « ${tag} » has no description in ${import.meta.filename}.`);
  return description;
}

/** The generator's own error schemas promise bodies that we do not answer, under names with dots. */
function withoutGeneratedErrors({ components }: OpenAPIObject): NonNullable<OpenAPIObject['components']> {
  const schemas = Object.entries(components?.schemas ?? {});
  const ours = schemas
    .filter(([name]) => !name.startsWith('error.'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...components, schemas: Object.fromEntries(ours) };
}
