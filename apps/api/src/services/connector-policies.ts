import type { ConnectorPolicies, SavePoliciesInput } from '@passerelle/contracts';
import { type Database, type Policies, policiesOf, savePolicies } from '@passerelle/database';

/** The provider's policies as the contract tells them. */
export async function readPolicies(database: Database, provider: string): Promise<ConnectorPolicies> {
  return answerOf(await policiesOf(database.em(), provider));
}

/** Stores the policies that an input names; answers them all. */
export async function storePolicies(
  database: Database,
  { provider, ...input }: SavePoliciesInput,
  now: Date,
): Promise<ConnectorPolicies> {
  const { deletion_threshold, create_options, status_values, full_scan_every, ...same } = input;
  const changes = {
    ...same,
    deletionThreshold: deletion_threshold,
    createOptions: create_options,
    statusValues: status_values,
    fullScanEvery: full_scan_every,
  };
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return answerOf(await savePolicies(database.em(), provider, { changes: Object.fromEntries(given), now }));
}

function answerOf(policies: Policies): ConnectorPolicies {
  return {
    conflict: policies.conflict,
    deletion: policies.deletion,
    deletion_threshold: policies.deletionThreshold,
    // Only what the contract accepts is ever stored.
    create_options: [...policies.createOptions] as ConnectorPolicies['create_options'],
    status_values: { ...policies.statusValues } as ConnectorPolicies['status_values'],
    full_scan_every: policies.fullScanEvery,
  };
}
