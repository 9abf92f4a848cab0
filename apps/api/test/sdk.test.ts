import { connectPasserelle } from '@passerelle/sdk';
import { describe, expect, it } from 'vitest';
import { GOOD_ROWS } from './support/deal-rows.ts';
import { CONFIGURATIONS } from './support/remote-tables.ts';
import { openWorld } from './support/world.ts';

describe('the SDK', () => {
  it('drives a running server from configuration to history', async () => {
    const world = await openWorld('sqlite', { airtable: GOOD_ROWS });
    const passerelle = connectPasserelle({ origin: world.origin });
    const path = { provider: 'airtable' } as const;
    const saved = await passerelle.connectors.save({ path, body: CONFIGURATIONS.airtable });
    expect(saved.data?.data.api_token).toBe('***');
    const tested = await passerelle.connectors.test({ path });
    expect(tested.data).toMatchObject({ success: true, record_count: 2 });
    const imported = await passerelle.sync.import({ path, throwOnError: true });
    expect(imported.data).toMatchObject({ records_created: 2 });
    const deals = await passerelle.deals.list({ query: { statut: ['gagné', 'prospect'], limit: 1 } });
    expect(deals.data?.data.map((deal) => deal.client)).toEqual(['Verrerie Aubin']);
    const logs = await passerelle.sync.logs({ query: path });
    expect(logs.data?.data).toHaveLength(1);
    expect((await passerelle.connectors.delete({ path })).data?.success).toBe(true);
  });

  it('hands the sentence of a refusal over, or throws it', async () => {
    const world = await openWorld('sqlite');
    const { deals } = connectPasserelle({ origin: `${world.origin}/` });
    const refused = await deals.get({ path: { id: 99 } });
    expect(refused.response?.status).toBe(404);
    const body = { success: false, data: null, error: 'Deal non trouvé' };
    expect(refused.error).toEqual(body);
    await expect(deals.get({ path: { id: 99 }, throwOnError: true })).rejects.toEqual(body);
  });
});
