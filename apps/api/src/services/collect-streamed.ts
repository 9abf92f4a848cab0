import type { JsonItems, Streamed } from '@passerelle/contracts';

/** A streamed answer once all of it is there, for clients that take it whole. */
export async function collectStreamed<Answer extends object>(streamed: Streamed<Answer>): Promise<Answer> {
  return (await collected(streamed)) as Answer;
}

async function collected(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Symbol.asyncIterator in value) {
    const items: unknown[] = [];
    for await (const batch of value as AsyncIterable<readonly unknown[] | JsonItems>) {
      items.push(...(batch instanceof Uint8Array ? parsed(batch) : batch));
    }
    return items;
  }
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) members.push([name, await collected(member)]);
  return Object.fromEntries(members);
}

function parsed(items: JsonItems): readonly unknown[] {
  return JSON.parse(`[${new TextDecoder().decode(items)}]`);
}
