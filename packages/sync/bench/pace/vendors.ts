import type { ConnectorDefinition, RateLimit } from '@passerelle/connector';
import { airtable } from '@passerelle/connector-airtable';
import { notion } from '@passerelle/connector-notion';
import { startAirtableEmulator, startNotionEmulator } from '@passerelle/emulators';

/** The base every run of this benchmark works on. */
export interface BenchBase {
  readonly baseId: string;
  readonly token: string;
  readonly latencyMs: number;
  readonly tables: readonly {
    readonly name: string;
    readonly rows: readonly Readonly<Record<string, string | number>>[];
  }[];
}

/** A vendor as this benchmark meets it. */
export interface Vendor {
  readonly definition: ConnectorDefinition;
  readonly baseId: string;
  /** What the vendor allows, on the base or for the token. */
  readonly limit: RateLimit;
  /** Calls with records that one run makes: a minute at the vendor’s full speed, so that what a run asks once weighs as little as in a real table. */
  readonly calls: number;
  /** Starts the emulator with the vendor's limits. */
  start(base: BenchBase): Promise<{ readonly url: string }>;
}

/** Both vendors. Notion also gets the older, narrower wording of its limit, which the connector keeps to. */
export const VENDORS: readonly Vendor[] = [
  {
    definition: airtable,
    baseId: 'appBench000000001',
    limit: { calls: 5, windowMs: 1000 },
    calls: 300,
    start: ({ baseId, token, latencyMs, tables }) => {
      const fields = [
        { name: 'Name', type: 'singleLineText' },
        { name: 'Status', type: 'singleLineText' },
        { name: 'Amount', type: 'number', options: { precision: 2 } },
      ] as const;
      return startAirtableEmulator({
        latencyMs,
        tokens: { [token]: { bases: 'all' } },
        bases: [{ id: baseId, tables: tables.map(({ name, rows }) => ({ name, fields, records: rows })) }],
      });
    },
  },
  {
    definition: notion,
    baseId: '00000000-0000-4000-8000-0000000000b1',
    limit: { calls: 3, windowMs: 1000 },
    calls: 180,
    start: ({ baseId, token, latencyMs, tables }) => {
      const properties = { Name: 'title', Status: 'rich_text', Amount: 'number' } as const;
      const dataSources = tables.map((table) => ({ ...table, properties, rows: table.rows.map(spread) }));
      return startNotionEmulator({
        latencyMs,
        limits: { perSecond: 3 },
        tokens: { [token]: {} },
        databases: [{ id: baseId, title: 'Deals', dataSources }],
      });
    },
  },
];

/** No table of more than 10,000 rows was made within one minute, and one that was could not be read whole. */
function spread<Row>(row: Row, index: number) {
  return { ...row, $createdTime: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(index / 50))).toISOString() };
}

/** The vendor of this name. */
export function vendorNamed(provider: string | undefined): Vendor {
  const found = VENDORS.find(({ definition }) => definition.provider === provider);
  if (!found) throw new RangeError(`no vendor is called ${provider}`);
  return found;
}
