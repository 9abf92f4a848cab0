import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite from 'better-sqlite3';
import { prepared } from './prepared.ts';
import type { Answer, Question } from './reading-thread.ts';
import { teachFunctions } from './search-functions.ts';

const database = new BetterSqlite(String(workerData), { readonly: true });
teachFunctions(database);

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)));

function answer({ id, text, values }: Question): Answer {
  try {
    return { id, rows: prepared(database, text).all(...values) };
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
