import { parentPort, workerData } from 'node:worker_threads';
import type BetterSqlite from 'better-sqlite3';
import { openReader } from './open-reader.ts';
import { prepared } from './prepared.ts';
import type { Answer, Question } from './reading-thread.ts';

/** Numbers there is room for at first. */
const FIRST_ROOM = 1_024;

const database = openReader(String(workerData));

parentPort?.on('message', (question: Question) => {
  const reply = answer(question);
  const numbers = 'result' in reply && reply.result instanceof Float64Array ? [reply.result.buffer] : [];
  parentPort?.postMessage(reply, numbers as ArrayBuffer[]);
});

function answer({ id, wanted, text, values }: Question): Answer {
  try {
    return {
      id,
      result: wanted === 'rows' ? prepared(database, text).all(...values) : numbersOf(text, values),
    };
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

function numbersOf(text: string, values: readonly unknown[]): Float64Array {
  const statement: BetterSqlite.Statement<unknown[], number> = database.prepare(text);
  let numbers = new Float64Array(FIRST_ROOM);
  let count = 0;
  for (const number of statement.pluck().iterate(...values)) {
    if (count === numbers.length) {
      const wider = new Float64Array(count * 2);
      wider.set(numbers);
      numbers = wider;
    }
    numbers[count] = number;
    count += 1;
  }
  return numbers.slice(0, count);
}
