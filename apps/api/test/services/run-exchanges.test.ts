import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addDeals } from '../support/deal-rows.ts';
import { openWorld } from '../support/world.ts';

describe.each(TEST_DIALECTS)('the exchanges of a run with the service (%s)', (dialect) => {
  it.each(['airtable', 'notion'] as const)(
    'are told in order, found by record, paged, and without token: %s',
    async (provider) => {
      const world = await openWorld(dialect, { [provider]: [] });
      await world.configure(provider);
      await addDeals(world.database, ['Scierie Colin', 'Tannerie Duval']);
      const { body: exported } = await world.call('POST', `/api/sync/${provider}/export`);
      const path = `/api/sync/runs/${exported.run_id}/exchanges`;
      const { status, body } = await world.call('GET', `${path}?limit=50`);
      expect(status).toBe(200);
      const exchanges = body.data as {
        position: number;
        method: string;
        status: number;
        request: string | null;
        answer: string | null;
      }[];
      expect(exchanges.map(({ position }) => position)).toEqual(exchanges.map((_, index) => index + 1));
      expect(exchanges.every((one) => one.status === 200)).toBe(true);
      const wrote = exchanges.filter(({ request }) => request?.includes('Scierie Colin'));
      expect(wrote.length).toBeGreaterThan(0);
      expect(wrote[0]?.answer).toContain('Scierie Colin');
      expect(JSON.stringify(body)).not.toMatch(/Bearer|authorization|PlantedToken/i);
      const { body: records } = await world.call('GET', `/api/sync/runs/${exported.run_id}/records`);
      const [{ external_id }] = records.data as [{ external_id: string }];
      const found = await world.call('GET', `${path}?mention=${external_id}`);
      expect(found.body.data).toMatchObject([{ answer: expect.stringContaining(external_id) }]);
      const paged = await world.call('GET', `${path}?limit=1&cursor=1`);
      expect(paged.body.data).toMatchObject([{ position: 2 }]);
      expect((await world.call('GET', '/api/sync/runs/9999/exchanges')).status).toBe(404);
    },
  );
});
