import { Worker } from 'node:worker_threads';
import type { Statement } from '../statement.ts';

/** What the thread is asked, and what it answers. */
export interface Question extends Statement {
  readonly id: number;
  /** Whole rows, or the numbers of a select of one column. */
  readonly wanted: 'rows' | 'numbers';
}
export type Answer =
  | { readonly id: number; readonly result: readonly object[] | Float64Array }
  | { readonly id: number; readonly error: Error };

/**
 * A thread that reads a SQLite file. A figure over a million deals takes SQLite a second, in which the thread that asks
 * could do nothing else; this one is made for waiting. It starts when it is first asked.
 */
export class ReadingThread {
  readonly #path: string;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #worker: Worker | null = null;
  #asked = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** The rows of a select. */
  rows<Row extends object>(select: Statement): Promise<Row[]> {
    return this.#ask(select, 'rows') as Promise<Row[]>;
  }

  /** The numbers of a select of one column, as many as there are, at eight bytes each. */
  numbers(select: Statement): Promise<Float64Array> {
    return this.#ask(select, 'numbers') as Promise<Float64Array>;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask({ text, values }: Statement, wanted: Question['wanted']): Promise<unknown> {
    const worker = this.#started();
    const answer = Promise.withResolvers<unknown>();
    this.#asked += 1;
    this.#waiting.set(this.#asked, answer);
    // The process stays for an answer it waits for, and for nothing else.
    worker.ref();
    worker.postMessage({ id: this.#asked, wanted, text, values } satisfies Question);
    return answer.promise;
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: this.#path });
    worker.on('message', (answer: Answer) => this.#settle(worker, answer));
    worker.on('error', (error) => this.#lose(error));
    worker.on('exit', () => this.#lose(new Error('the reading thread has ended')));
    this.#worker = worker;
    return worker;
  }

  #settle(worker: Worker, answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) worker.unref();
    if ('error' in answer) waiting?.reject(answer.error);
    else waiting?.resolve(answer.result);
  }

  /** Nothing more will come; the next question starts another thread. */
  #lose(error: unknown): void {
    this.#worker = null;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(error);
  }
}
