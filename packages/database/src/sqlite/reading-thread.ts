import { once } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Statement } from '../statement.ts';

/** What the thread is asked: all rows at once, or the texts of a select of one column through a port of their own. */
export type Question = Statement & ({ readonly id: number } | { readonly port: MessagePort });

/** What it answers to a question for rows. */
export type Answer =
  | { readonly id: number; readonly rows: readonly object[] }
  | { readonly id: number; readonly error: Error };

/** What it answers through a port each time it is asked for more; `null`: there is no more. */
export type Texts = Uint8Array | Error | null;

/**
 * A thread that reads a SQLite file. A figure over a million deals takes SQLite a second, in which the thread that asks
 * could do nothing else; this one is made for waiting. It starts when it is first asked.
 */
export class ReadingThread {
  readonly #path: string;
  readonly #waiting = new Map<number, PromiseWithResolvers<readonly object[]>>();
  #worker: Worker | null = null;
  #asked = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** The rows of a select. */
  rows<Row extends object>({ text, values }: Statement): Promise<Row[]> {
    const worker = this.#started();
    const answer = Promise.withResolvers<readonly object[]>();
    this.#asked += 1;
    this.#waiting.set(this.#asked, answer);
    // The process stays for an answer it waits for, and for nothing else.
    worker.ref();
    worker.postMessage({ id: this.#asked, text, values } satisfies Question);
    return answer.promise as Promise<Row[]>;
  }

  /** The texts of a select of one column as UTF-8, with commas between them: a piece at a time, all of one moment. */
  async *texts({ text, values }: Statement): AsyncGenerator<Uint8Array> {
    const { port1: here, port2: port } = new MessageChannel();
    this.#started().postMessage({ port, text, values } satisfies Question, [port]);
    try {
      // One is written while the one before is sent.
      for (let next = askFor(here); ; ) {
        const texts = await next;
        if (texts === null) return;
        next = askFor(here);
        next.catch(() => undefined);
        yield texts;
      }
    } finally {
      here.close();
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
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
    else waiting?.resolve(answer.rows);
  }

  /** Nothing more will come; the next question starts another thread. */
  #lose(error: unknown): void {
    this.#worker = null;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(error);
  }
}

/** The next piece. A port closes when the thread has ended. */
async function askFor(port: MessagePort): Promise<Uint8Array | null> {
  const answered = new AbortController();
  const { signal } = answered;
  try {
    const answer = once(port, 'message', { signal });
    const end = once(port, 'close', { signal }).then((): never => {
      throw new Error('the reading thread has ended');
    });
    port.postMessage('more');
    const [texts] = (await Promise.race([answer, end])) as [Texts];
    if (texts instanceof Error) throw texts;
    return texts;
  } finally {
    answered.abort();
  }
}
