import { once } from 'node:events';
import { FakeClock } from '../core/index.ts';
import {
  SANDBOX_AIRTABLE_BASE_ID,
  SANDBOX_AIRTABLE_TABLE_NAME,
  SANDBOX_NOTION_DATABASE_ID,
  type Sandbox,
  startSandbox,
} from '../sandbox/index.ts';
import { COMMAND_HELP, CommandOptionError, readCommandOptions } from './command-options.ts';

/** Runs both emulators until SIGTERM or SIGINT; answers the exit code: 0 stopped, 1 could not start, 2 bad option. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let sandbox: Sandbox;
  let token: string;
  try {
    const options = readCommandOptions(args);
    if (options === null) {
      console.log(COMMAND_HELP);
      return 0;
    }
    sandbox = await startSandbox({
      ...options,
      clock: options.clock === undefined ? undefined : new FakeClock(options.clock),
    });
    [token] = options.tokens;
  } catch (error) {
    console.error(error instanceof CommandOptionError ? error.message : startFailure(error));
    return error instanceof CommandOptionError ? 2 : 1;
  }
  // Listened for before anything is printed: who reads the addresses may stop us at once.
  const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  console.log(
    `Airtable : ${sandbox.airtable.url} (base ${SANDBOX_AIRTABLE_BASE_ID}, table ${SANDBOX_AIRTABLE_TABLE_NAME})`,
  );
  console.log(`Notion   : ${sandbox.notion.url} (base de données ${SANDBOX_NOTION_DATABASE_ID})`);
  console.log(`Jeton    : ${token}. Ctrl-C pour arrêter.`);
  await stopped;
  await sandbox.close();
  return 0;
}

function startFailure(error: unknown): string {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const port = busy && 'port' in error ? String(error.port) : '';
  if (busy)
    return `Le port ${port} est déjà pris : choisissez-en un autre avec --airtable-port ou --notion-port.`;
  return `Les émulateurs n’ont pas pu démarrer : ${error instanceof Error ? error.message : String(error)}`;
}
