/**
 * How far before `changedSince` a listing really starts. Our clock and the vendor's differ, the vendor's index lags
 * behind its writes, and Notion cuts times to the minute; whoever lists again tells repeats by their content.
 */
const OVERLAP_MS = 5 * 60_000;

/** The instant to ask the vendor from, in ISO 8601 UTC. Throws `RangeError` for a text that is no instant. */
export function changesFrom(changedSince: string): string {
  return new Date(Date.parse(changedSince) - OVERLAP_MS).toISOString();
}
