import { textOf } from '../address.ts';

/** What the address of a run says. */
export interface RunSearch {
  /** The plan that would take the run back, when it is looked at. */
  readonly undo?: number;
}

/** Reads it, leaving out what is no plan. */
export function readRunSearch({ undo }: Record<string, unknown>): RunSearch {
  const id = /^[1-9]\d{0,14}$/.exec(textOf(String(undo)) ?? '')?.[0];
  return id === undefined ? {} : { undo: Number(id) };
}
