import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { ConnectorPolicy } from '../entities/index.ts';

/** How runs of one provider settle what nobody is asked about each time. */
export interface Policies {
  /** Whose value a field that both sides changed takes; `ask`: neither until a person has chosen. */
  readonly conflict: 'remote' | 'local' | 'newest' | 'ask';
  /** What becomes of a record whose other side is gone. */
  readonly deletion: 'ignore' | 'flag' | 'archive';
  /** Percent of the linked records above which deletions wait for a person. */
  readonly deletionThreshold: number;
  /** Fields whose missing options an export may create in the remote choice column. */
  readonly createOptions: readonly string[];
  /** Remote status → statut. */
  readonly statusValues: Readonly<Record<string, string>>;
  /** One import in so many reads the whole table. */
  readonly fullScanEvery: number;
}

/** What holds for a provider whose policies nobody has chosen. */
export const DEFAULT_POLICIES: Policies = {
  conflict: 'remote',
  deletion: 'ignore',
  deletionThreshold: 20,
  createOptions: [],
  statusValues: {},
  fullScanEvery: 20,
};

/** The provider's policies, or the defaults when none are stored. */
export async function policiesOf(em: SqlEntityManager, provider: string): Promise<Policies> {
  const row = await em.findOne(ConnectorPolicy, { provider });
  return row === null ? DEFAULT_POLICIES : policiesIn(row);
}

/** Stores the policies that change, the others staying as they are; answers them all. */
export async function savePolicies(
  em: SqlEntityManager,
  provider: string,
  { changes, now }: { changes: Partial<Policies>; now: Date },
): Promise<Policies> {
  return em.transactional(async (tx) => {
    const policies = { ...(await policiesOf(tx, provider)), ...changes };
    await tx.upsert(ConnectorPolicy, {
      provider,
      conflict: policies.conflict,
      deletion: policies.deletion,
      deletion_threshold: policies.deletionThreshold,
      create_options: JSON.stringify(policies.createOptions),
      status_values: JSON.stringify(policies.statusValues),
      full_scan_every: policies.fullScanEvery,
      updated_at: now.toISOString(),
    });
    return policies;
  });
}

function policiesIn(row: ConnectorPolicy): Policies {
  return {
    conflict: row.conflict as Policies['conflict'],
    deletion: row.deletion as Policies['deletion'],
    deletionThreshold: row.deletion_threshold,
    createOptions: JSON.parse(row.create_options),
    statusValues: JSON.parse(row.status_values),
    fullScanEvery: row.full_scan_every,
  };
}
