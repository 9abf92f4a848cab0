import { SANDBOX_TOKEN } from '@passerelle/emulators';
import type { Settings } from './env.ts';
import { SANDBOX_TABLES } from './sandbox.ts';

/** What a person reads once Passerelle runs: where it is, what it uses, and a first command to try. */
export function welcome(
  settings: Settings,
  server: { origin: string; hasConsole: boolean; createdKeyFile: string | null; databaseCopy: string | null },
): string {
  const { origin, hasConsole, createdKeyFile, databaseCopy } = server;
  const lines = [
    '',
    'Passerelle est prête. Ctrl-C pour l’arrêter.',
    ...(hasConsole ? [`  Console        ${origin}`] : []),
    `  API            ${origin}/api`,
    `  Documentation  ${origin}/api/docs`,
    `  Base           ${withoutPassword(settings.databaseUrl)}`,
    ...(databaseCopy === null
      ? []
      : [`  Copie          ${databaseCopy} : votre base telle qu’elle était, jetons chiffrés.`]),
    ...(createdKeyFile === null
      ? []
      : [
          `  Clé            ${createdKeyFile}, faite à l’instant : sans elle, les jetons enregistrés sont perdus.`,
        ]),
    ...(settings.apiKey === null ? [] : ['  Accès          par clé (PASSERELLE_API_KEY)']),
    ...(settings.sandbox ? sandboxLines() : ['  Bac à sable    éteint (PASSERELLE_SANDBOX=off)']),
    '',
    'Première commande :',
    `  ${firstCommand(origin, settings)}`,
    '',
  ];
  return lines.join('\n');
}

function sandboxLines(): string[] {
  const tables = SANDBOX_TABLES.map(
    ({ provider, baseId, tableName }) =>
      `${provider} : base ${baseId}${tableName ? `, table ${tableName}` : ''}`,
  );
  return [`  Bac à sable    jeton « ${SANDBOX_TOKEN} » ; ${tables.join(' ; ')}`];
}

function firstCommand(origin: string, { sandbox, apiKey }: Settings): string {
  const key = apiKey === null ? '' : ' -H "Authorization: Bearer $PASSERELLE_API_KEY"';
  const [table] = SANDBOX_TABLES;
  if (!sandbox || table === undefined) return `curl${key} ${origin}/api/connectors/config`;
  const body = { api_token: SANDBOX_TOKEN, base_id: table.baseId, table_name: table.tableName };
  return `curl -X PUT ${origin}/api/connectors/config/${table.provider}${key} -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
}

function withoutPassword(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  if (!url?.password) return databaseUrl;
  url.password = '***';
  return url.href;
}
