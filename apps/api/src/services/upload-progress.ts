import { setTimeout as sleep } from 'node:timers/promises';
import { ContractError, type UploadProgress } from '@passerelle/contracts';

/** Uploads remembered; the oldest that are over are forgotten first. */
const MOST_REMEMBERED = 200;

/** Between two looks at an upload. */
const LOOK_EVERY_MS = 100;

/** How long one may ask for an upload before it has begun: both requests leave at once, on two connections. */
const PATIENCE_MS = 500;

type Changes = Partial<Omit<UploadProgress, 'id'>>;

/** How far the uploads of this process are, under the ids their clients chose. */
export class UploadProgressBook {
  readonly #known = new Map<string, UploadProgress>();

  /** Begins an upload; the function answered tells how it goes. Throws `ContractError` while another one has the id. */
  begin(id: string | null): (changes: Changes) => void {
    if (id === null) return () => {};
    const before = this.#known.get(id);
    if (before !== undefined && !isOver(before)) throw inUse(id);
    this.#known.delete(id);
    this.#forgetOldest();
    const first = { phase: 'receiving', rows_read: 0, rows_refused: 0, bytes_read: 0 } as const;
    let now: UploadProgress = { id, ...first, bytes_total: null, message: null };
    this.#known.set(id, now);
    return (changes) => {
      now = { ...now, ...changes };
      this.#known.set(id, now);
    };
  }

  /** An upload as it is, then each time it has moved. Throws `ContractError` for one that nobody began. */
  async *follow(id: string, signal: AbortSignal | undefined): AsyncGenerator<UploadProgress> {
    const wait = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
    for (let waited = 0; !this.#known.has(id) && waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
      await wait(LOOK_EVERY_MS);
    }
    for (let told: UploadProgress | null = null; !signal?.aborted; ) {
      const now = this.#known.get(id);
      if (now === undefined) throw unknown(id);
      if (now !== told) yield now;
      if (isOver(now)) return;
      told = now;
      await wait(LOOK_EVERY_MS);
    }
  }

  #forgetOldest(): void {
    for (const [id, upload] of this.#known) {
      if (this.#known.size < MOST_REMEMBERED) return;
      if (isOver(upload)) this.#known.delete(id);
    }
  }
}

function isOver({ phase }: UploadProgress): boolean {
  return phase === 'finished' || phase === 'failed';
}

function inUse(id: string): ContractError {
  const detail = `Champ Upload-Id : un envoi « ${id} » est déjà en cours. Attendez sa fin, ou choisissez un autre UUID.`;
  return new ContractError('bad_input', detail, { faults: [{ pointer: '/Upload-Id', detail }] });
}

function unknown(id: string): ContractError {
  return new ContractError(
    'not_found',
    `Aucun envoi ne porte l’identifiant ${id}. Donnez-le dans l’en-tête Upload-Id de l’envoi, puis suivez-le.`,
  );
}
