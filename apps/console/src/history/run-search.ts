import { textOf } from '../address.ts';

/** What the address of a run says. */
export interface RunSearch {
  /** The plan that would take the run back, when it is looked at. */
  readonly undo?: number;
  /** A remote id: only the exchanges that mention it are shown. */
  readonly mention?: string;
}

/** Reads it, leaving out what is no plan and no id. */
export function readRunSearch({ undo, mention }: Record<string, unknown>): RunSearch {
  const id = /^[1-9]\d{0,14}$/.exec(textOf(String(undo)) ?? '')?.[0];
  return {
    ...(id === undefined ? {} : { undo: Number(id) }),
    ...(typeof mention === 'string' && mention !== '' ? { mention } : {}),
  };
}
