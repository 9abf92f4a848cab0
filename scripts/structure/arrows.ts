const HTTP_SERVER = ['fastify', '@fastify/*'];
const ORM = ['@mikro-orm/*', 'better-sqlite3', 'pg', 'pg-boss'];
const RPC = ['@trpc/*', 'trpc-openapi'];
const VENDOR_CLIENTS = ['@notionhq/client', 'airtable'];

/** What one package may know. Packages of ours are named without their scope, an entry of its own with its path. */
export interface PackageRule {
  /** Packages of ours that its code may import. */
  knows: readonly string[];
  /** Further ones that only its tests and benchmarks may import. */
  testsKnow: readonly string[];
  /** Outside libraries that its code must never know; `*` stands for any end. */
  neverKnows: readonly string[];
  /** Libraries out of `neverKnows` that one folder of its code may know all the same. */
  except?: { folder: string; libraries: readonly string[] };
}

const connectorRule: PackageRule = {
  knows: ['connector'],
  testsKnow: ['connector/suite', 'connector/type-table', 'emulators'],
  neverKnows: [...HTTP_SERVER, ...ORM, ...RPC],
};

/** The arrows of the house, the only place that states them; a new package adds its line here. */
export const ARROWS: Readonly<Record<string, PackageRule>> = {
  api: {
    knows: [
      'connector',
      'connector-airtable',
      'connector-notion',
      'contracts',
      'contracts/router',
      'database',
      'deals',
      'emulators',
      'sync',
    ],
    testsKnow: ['database/bench', 'database/testing', 'sdk'],
    neverKnows: VENDOR_CLIENTS,
  },
  connector: { ...connectorRule, knows: [], testsKnow: ['emulators'] },
  'connector-airtable': connectorRule,
  'connector-notion': connectorRule,
  console: {
    knows: ['contracts', 'contracts/provider-names', 'contracts/router', 'contracts/vocabulary'],
    testsKnow: ['api', 'emulators'],
    neverKnows: [...HTTP_SERVER, ...ORM, ...VENDOR_CLIENTS, '@trpc/server', 'trpc-openapi', 'zod'],
  },
  contracts: {
    knows: [],
    testsKnow: [],
    neverKnows: [...HTTP_SERVER, ...ORM, ...RPC],
    except: { folder: 'src/router', libraries: RPC },
  },
  database: { knows: [], testsKnow: [], neverKnows: [...HTTP_SERVER, ...RPC, ...VENDOR_CLIENTS] },
  deals: {
    knows: ['contracts'],
    testsKnow: [],
    neverKnows: [...HTTP_SERVER, ...ORM, ...RPC, ...VENDOR_CLIENTS],
  },
  emulators: { knows: [], testsKnow: [], neverKnows: [...ORM, ...RPC, ...VENDOR_CLIENTS] },
  sdk: { knows: [], testsKnow: [], neverKnows: [...HTTP_SERVER, ...ORM, ...RPC, ...VENDOR_CLIENTS] },
  sync: {
    knows: ['connector', 'database', 'deals'],
    testsKnow: ['connector-airtable', 'connector-notion', 'connector/suite', 'database/testing', 'emulators'],
    neverKnows: [...HTTP_SERVER, ...RPC, ...VENDOR_CLIENTS],
  },
};
