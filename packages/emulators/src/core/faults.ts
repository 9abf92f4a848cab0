import * as z from 'zod';
import { matchesRequest, type RequestMatch } from './request-match.ts';

/** One thing that goes wrong on purpose. */
export interface Fault {
  /** Which requests it strikes; all when left out. */
  readonly match?: RequestMatch | undefined;
  /** How many requests it strikes before it is spent; 1 when left out. */
  readonly times?: number | undefined;
  /** How many matching requests go through untouched first; 0 when left out. */
  readonly after?: number | undefined;
  /** `answer`: this answer is sent; `drop`: the connection is cut; `delay`: it only takes longer; `run`: only `run` is called. */
  readonly kind: 'answer' | 'drop' | 'delay' | 'run';
  /**
   * `before` (default): the request has done nothing. `after`: it was carried out, and its answer is replaced, lost or late;
   * requests that the vendor refused anyway are neither struck nor counted.
   */
  readonly when?: 'before' | 'after' | undefined;
  /** 500 when left out. */
  readonly status?: number | undefined;
  /** Text is sent as it is, anything else as JSON; the vendor's usual error body is not added. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `text/html` for text and `application/json` for the rest when left out. */
  readonly contentType?: string | undefined;
  /** Real milliseconds, for every kind. */
  readonly delayMs?: number | undefined;
  /** Called when the fault strikes: a change on the vendor's side between two requests. In process only. */
  readonly run?: (() => void) | undefined;
}

const regexpSource = z.string().refine(
  (source) => {
    try {
      return new RegExp(source) instanceof RegExp;
    } catch {
      return false;
    }
  },
  { error: 'path is not the source of a regular expression' },
);

/** A fault as `POST /_control/faults` takes it. */
export const FaultInput = z.strictObject({
  match: z.strictObject({ method: z.string().optional(), path: regexpSource.optional() }).optional(),
  times: z.int().min(1).optional(),
  after: z.int().min(0).optional(),
  kind: z.enum(['answer', 'drop', 'delay']),
  when: z.enum(['before', 'after']).optional(),
  status: z.int().min(200).max(599).optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  contentType: z.string().optional(),
  delayMs: z.number().min(0).optional(),
});

/** A fault of the vendor's own by its name, as `POST /_control/faults` takes it. */
export const NamedFaultInput = z.strictObject({
  name: z.string(),
  match: FaultInput.shape.match,
  times: FaultInput.shape.times,
  after: FaultInput.shape.after,
  status: FaultInput.shape.status,
  retryAfterSeconds: z.int().min(0).optional(),
  reason: z.string().optional(),
});

/** What a vendor is known to do, by name; takes what it understands of the request that asks for it. */
export type NamedFaults = Readonly<Record<string, (asked: z.infer<typeof NamedFaultInput>) => Fault>>;

interface Armed {
  readonly fault: Fault;
  seen: number;
  struck: number;
}

/** The faults still to come, in the order they were given; the first that matches strikes. */
export class FaultScript {
  #armed: Armed[] = [];

  constructor(faults: readonly Fault[] = []) {
    this.add(...faults);
  }

  add(...faults: readonly Fault[]): void {
    for (const fault of faults) this.#armed.push({ fault, seen: 0, struck: 0 });
  }

  clear(): void {
    this.#armed = [];
  }

  /** Faults that are not spent. */
  get pending(): readonly Fault[] {
    return this.#armed.map((armed) => armed.fault);
  }

  /** The fault that strikes this request now, counted as used. */
  take(when: 'before' | 'after', request: { method: string; path: string }): Fault | null {
    for (const armed of this.#armed) {
      const { fault } = armed;
      if ((fault.when ?? 'before') !== when || !matchesRequest(fault.match ?? {}, request)) continue;
      armed.seen += 1;
      if (armed.seen <= (fault.after ?? 0)) continue;
      armed.struck += 1;
      if (armed.struck >= (fault.times ?? 1)) this.#armed = this.#armed.filter((other) => other !== armed);
      return fault;
    }
    return null;
  }
}
