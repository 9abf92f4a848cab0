import { type AirtableEmulator, startAirtableEmulator } from '../airtable/index.ts';
import type { Clock } from '../core/index.ts';
import { type NotionEmulator, startNotionEmulator } from '../notion/index.ts';
import { sandboxAirtableBase } from './sandbox-airtable.ts';
import { sandboxDeals } from './sandbox-deals.ts';
import { sandboxNotionDatabase } from './sandbox-notion.ts';

/** The token that opens the sandbox at both vendors, where no other is named. */
export const SANDBOX_TOKEN = 'sandbox';

/** Deals at each vendor; no client is at both. */
export const SANDBOX_DEAL_COUNT = 250;

/** How to start the sandbox. */
export interface SandboxOptions {
  /** 0, the default, picks a free one. */
  readonly airtablePort?: number | undefined;
  readonly notionPort?: number | undefined;
  /** Decides the deals and all ids. */
  readonly seed?: number | undefined;
  /** Day around which due dates lie, `YYYY-MM-DD`; the machine's own when left out. */
  readonly today?: string | undefined;
  /** Real milliseconds that each request takes at least. */
  readonly latencyMs?: number | undefined;
  /** `strict`, the default, as the vendors have them; `off` for tests that must be quick. */
  readonly limits?: 'strict' | 'off' | undefined;
  readonly clock?: Clock | undefined;
  /** Tokens that open both vendors; `SANDBOX_TOKEN` when left out. */
  readonly tokens?: readonly string[] | undefined;
}

/** The two emulators of a running sandbox. */
export interface Sandbox {
  readonly airtable: AirtableEmulator;
  readonly notion: NotionEmulator;
  close(): Promise<void>;
}

/** Starts both vendors on loopback ports, each with its own deals. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed, today, latencyMs, clock } = options;
  const { limits = 'strict', tokens = [SANDBOX_TOKEN] } = options;
  const dealsFrom = (offset: number) => sandboxDeals({ seed, today, count: SANDBOX_DEAL_COUNT, offset });
  const airtable = await startAirtableEmulator({
    port: options.airtablePort,
    tokens: Object.fromEntries(tokens.map((token) => [token, { bases: 'all' }])),
    bases: [sandboxAirtableBase(dealsFrom(0))],
    limits,
    latencyMs,
    clock,
    seed,
  });
  try {
    const notion = await startNotionEmulator({
      port: options.notionPort,
      tokens: Object.fromEntries(tokens.map((token) => [token, { name: 'Passerelle' }])),
      databases: [sandboxNotionDatabase(dealsFrom(SANDBOX_DEAL_COUNT))],
      limits,
      latencyMs,
      clock,
      seed,
    });
    return {
      airtable,
      notion,
      close: async () => {
        await Promise.all([airtable.close(), notion.close()]);
      },
    };
  } catch (error) {
    await airtable.close();
    throw error;
  }
}
