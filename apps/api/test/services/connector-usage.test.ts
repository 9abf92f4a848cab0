import { VendorCalls } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { CallCounter } from '../../src/call-counter.ts';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { CONFIGURATIONS } from '../support/remote-tables.ts';
import { openWorld } from '../support/world.ts';

const USAGE = (provider: string) => `/api/connectors/${provider}/usage`;
const MID_MONTH = new Date('2026-11-16T00:00:00.000Z');
const BASE = CONFIGURATIONS.airtable.base_id;

describe.each(TEST_DIALECTS)('Usage of a connector (%s)', (dialect) => {
  it.each(['airtable', 'notion'] as const)(
    'counts every request that %s received, and only those',
    async (provider) => {
      const world = await openWorld(dialect, { [provider]: GOOD_ROWS }, () => MID_MONTH);
      await world.configure(provider);
      await world.call('POST', `/api/connectors/test/${provider}`);
      await world.call('POST', `/api/sync/${provider}/import`);
      const { status, body } = await world.call('GET', USAGE(provider));
      expect(status).toBe(200);
      const received = world[provider].requests.length;
      expect(received).toBeGreaterThan(5);
      expect(body.data).toMatchObject({ month: '2026-11', calls: received, since: MID_MONTH.toISOString() });
      expect(await world.database.em().count(VendorCalls, { calls: received })).toBe(1);
    },
  );

  it('forecasts the month against the plans, where the vendor has such quotas', async () => {
    const world = await openWorld(dialect, {}, () => MID_MONTH);
    await world.configure('airtable');
    await world.configure('notion');
    await world.database.em().nativeDelete(VendorCalls, {});
    await world.call('GET', USAGE('airtable'));
    await world.database.em().nativeDelete(VendorCalls, {});
    const counted = { month: '2026-11', calls: 1500, first_call_at: '2026-11-01T00:00:00.000Z' };
    await world.database.em().insert(VendorCalls, { provider: 'airtable', base_id: BASE, ...counted });
    expect((await world.call('GET', USAGE('airtable'))).body.data).toEqual({
      base_id: BASE,
      month: '2026-11',
      calls: 1500,
      since: counted.first_call_at,
      forecast: 3000,
      plans: [
        { name: 'Free', monthly_calls: 1000, forecast_share: 300 },
        { name: 'Team', monthly_calls: 100_000, forecast_share: 3 },
        { name: 'Business', monthly_calls: null, forecast_share: null },
      ],
      message: expect.stringMatching(/3.000 appels en 2026-11 : la formule Team en permet 100.000\.$/u),
    });
    expect((await world.call('GET', USAGE('notion'))).body.data).toMatchObject({
      calls: 0,
      forecast: 0,
      plans: [],
    });
  });

  it('loses no count at a restart, nor when a batch could not be stored', async () => {
    const world = await openWorld(dialect);
    const before = new CallCounter({ database: world.database, now: () => MID_MONTH });
    for (let call = 0; call < 47; call += 1) before.count('airtable', 'appOne');
    await before.flush();
    const faults: unknown[] = [];
    const broken = {
      ...world.database,
      em: () => {
        throw new Error('database is locked');
      },
    };
    let isBroken = true;
    const shaky = {
      get em() {
        return isBroken ? broken.em : world.database.em;
      },
    };
    const after = new CallCounter({
      database: shaky as typeof world.database,
      now: () => MID_MONTH,
      onError: (error) => faults.push(error),
    });
    after.count('airtable', 'appOne');
    after.count('airtable', 'appTwo');
    await after.flush();
    expect(faults).toHaveLength(1);
    isBroken = false;
    after.count('airtable', 'appOne');
    await after.flush();
    const rows = await world.database.em().find(VendorCalls, {}, { orderBy: { base_id: 'asc' } });
    expect(rows.map(({ base_id, calls }) => [base_id, calls])).toEqual([
      ['appOne', 49],
      ['appTwo', 1],
    ]);
  });

  it('is refused before anything is configured', async () => {
    const world = await openWorld(dialect);
    expect((await world.call('GET', USAGE('airtable'))).status).toBe(400);
  });
});
