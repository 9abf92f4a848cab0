import { hostname } from 'node:os';
import { ConnectorSchedule, SyncLog, SyncRun } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { SyncEngine } from '@passerelle/sync';
import { describe, expect, it } from 'vitest';
import { Scheduler } from '../../src/schedule/scheduler.ts';
import { openWorld, type World } from '../support/world.ts';

const SCHEDULE = '/api/connectors/airtable/schedule';
const MORNING = '2026-05-04T08:00:00.000Z';
const ROW = { Name: 'Atelier Morel', Status: 'gagné', Amount: 1000 };

/** A world with one row in Airtable, its clock, and a scheduler that looks when it is told to. */
async function scheduled(dialect: (typeof TEST_DIALECTS)[number]) {
  const clock = { now: new Date(MORNING) };
  const world = await openWorld(dialect, { airtable: [ROW] }, () => clock.now);
  const scheduler = schedulerOf(world);
  return {
    world,
    scheduler,
    at: (time: string) => {
      clock.now = new Date(time);
    },
    save: (schedule: object) => world.call('PUT', SCHEDULE, schedule),
    read: async () => (await world.call('GET', SCHEDULE)).body.data as Record<string, unknown>,
    /** Looks for turns, and waits for the end of the runs they begin. */
    look: async () => {
      await scheduler.look();
      await scheduler.settled();
    },
    runs: () => world.database.em().find(SyncLog, {}, { orderBy: { id: 'asc' } }),
  };
}

function schedulerOf(world: World, parts: Partial<World['runParts']> = {}) {
  const onError = (error: unknown) => {
    throw error;
  };
  return new Scheduler({ ...world.runParts, ...parts, onError });
}

describe.each(TEST_DIALECTS)('Turns of a schedule (%s)', (dialect) => {
  it('begin a run when they have come, and the schedule tells what it gave', async () => {
    const { world, save, read, look, at, runs } = await scheduled(dialect);
    await world.configure('airtable');
    const saved = await save({ every_minutes: 30, direction: 'import' });
    expect(saved).toMatchObject({
      status: 200,
      body: {
        success: true,
        data: { next_turn_at: '2026-05-04T08:30:00.000Z', last_turn: null, time_zone: 'Europe/Paris' },
      },
    });
    await look();
    expect(await runs()).toEqual([]);
    at('2026-05-04T08:30:01.000Z');
    await look();
    expect(await runs()).toMatchObject([
      { direction: 'import', status: 'success', records_created: 1, started_at: '2026-05-04T08:30:01.000Z' },
    ]);
    expect(await read()).toMatchObject({
      next_turn_at: '2026-05-04T09:00:00.000Z',
      last_turn: { at: '2026-05-04T08:30:01.000Z', result: 'success', run_id: 1, message: null },
      failures: 0,
    });
  });

  it('missed while the server was down are made up for by one', async () => {
    const { world, save, read, look, at, runs } = await scheduled(dialect);
    await world.configure('airtable');
    await save({ cron: '0 * * * *', direction: 'import', time_zone: 'UTC' });
    at('2026-05-06T10:20:00.000Z');
    await look();
    await look();
    expect(await runs()).toHaveLength(1);
    expect(await read()).toMatchObject({ next_turn_at: '2026-05-06T11:00:00.000Z' });
  });

  it('missed, and found in quiet hours, wait for their end', async () => {
    const { world, save, read, look, at, runs } = await scheduled(dialect);
    await world.configure('airtable');
    const quiet_hours = { from: '22:00', to: '06:00' };
    await save({ every_minutes: 60, direction: 'import', time_zone: 'UTC', quiet_hours });
    at('2026-05-04T23:10:00.000Z');
    await look();
    expect(await runs()).toEqual([]);
    expect(await read()).toMatchObject({ next_turn_at: '2026-05-05T06:00:00.000Z', last_turn: null });
    at('2026-05-05T06:00:00.000Z');
    await look();
    expect(await runs()).toHaveLength(1);
  });

  it('that find a run under way are skipped, and say so', async () => {
    const { world, save, read, look, at, runs } = await scheduled(dialect);
    await world.configure('airtable');
    await save({ every_minutes: 30, direction: 'import' });
    const em = world.database.em();
    const log = { provider: 'airtable', direction: 'export', status: 'running', started_at: MORNING };
    const id = await em.insert(SyncLog, log);
    // Of a process that lives: on SQLite it is asked for.
    const held = { owner: `${hostname()}:${process.ppid}:other`, lease_until: '2999-01-01T00:00:00.000Z' };
    await em.insert(SyncRun, {
      id,
      provider: 'airtable',
      active_provider: 'airtable',
      phase: 'apply',
      ...held,
    });
    at('2026-05-04T08:31:00.000Z');
    await look();
    expect(await runs()).toHaveLength(1);
    expect(await read()).toMatchObject({
      next_turn_at: '2026-05-04T09:00:00.000Z',
      last_turn: { result: 'skipped', run_id: null, message: expect.stringMatching(/en cours.*sauté/) },
      failures: 0,
    });
  });

  it('of a connection that cannot be used say why, and go on at the next one', async () => {
    const { world, save, read, look, at, runs } = await scheduled(dialect);
    await save({ every_minutes: 30, direction: 'import' });
    at('2026-05-04T08:30:00.000Z');
    await look();
    expect(await read()).toMatchObject({
      next_turn_at: '2026-05-04T09:00:00.000Z',
      last_turn: { result: 'refused', message: expect.stringMatching(/Aucune configuration/) },
    });
    await world.configure('airtable');
    await world.call('PUT', '/api/connectors/config/airtable', { is_active: false });
    at('2026-05-04T09:00:00.000Z');
    await look();
    expect(await read()).toMatchObject({
      last_turn: { result: 'refused', message: expect.stringMatching(/désactivé/) },
    });
    await world.call('PUT', '/api/connectors/config/airtable', { is_active: true });
    at('2026-05-04T09:30:00.000Z');
    await look();
    expect(await read()).toMatchObject({ last_turn: { result: 'success' } });
    expect(await runs()).toHaveLength(1);
  });

  it('that fail one after the other come further and further apart, until one succeeds', async () => {
    const { world, save, read, look, at, runs } = await scheduled(dialect);
    await world.configure('airtable');
    await world.call('PUT', '/api/connectors/config/airtable', { api_token: 'patRefused.0123456789' });
    await save({ every_minutes: 5, direction: 'import' });
    const seen: unknown[] = [];
    for (let turn = 0; turn < 5; turn++) {
      at((await read()).next_turn_at as string);
      await look();
      const { failures, last_turn, next_turn_at } = await read();
      expect(last_turn).toMatchObject({ result: 'error', message: expect.stringMatching(/jeton/i) });
      seen.push([failures, next_turn_at]);
    }
    expect(seen).toEqual([
      [1, '2026-05-04T08:10:00.000Z'],
      [2, '2026-05-04T08:15:00.000Z'],
      [3, '2026-05-04T08:35:00.000Z'],
      [4, '2026-05-04T09:10:00.000Z'],
      [5, '2026-05-04T10:15:00.000Z'],
    ]);
    expect(await read()).toMatchObject({ notice: expect.stringMatching(/5 derniers tours ont échoué/) });
    await world.configure('airtable');
    at('2026-05-04T10:15:00.000Z');
    await look();
    expect(await read()).toMatchObject({
      failures: 0,
      notice: null,
      next_turn_at: '2026-05-04T10:20:00.000Z',
      last_turn: { result: 'success' },
    });
    expect(await runs()).toHaveLength(6);
  });

  it('are done by one of the processes that look at the same time', async () => {
    const { world, save, at, runs } = await scheduled(dialect);
    await world.configure('airtable');
    await save({ every_minutes: 1, direction: 'import' });
    const engines = [0, 1, 2].map(
      () => new SyncEngine({ database: world.database, now: world.runParts.now }),
    );
    const schedulers = engines.map((engine) => schedulerOf(world, { engine }));
    for (const minute of [1, 2, 3]) {
      at(`2026-05-04T08:0${minute}:00.000Z`);
      await Promise.all(schedulers.map((scheduler) => scheduler.look()));
      await Promise.all(schedulers.map((scheduler) => scheduler.settled()));
    }
    expect(await runs()).toHaveLength(3);
    await Promise.all(engines.map((engine) => engine.stop()));
  });

  it('are not begun by a server that stops: the next start does them', async () => {
    const { world, save, read, look, at, scheduler } = await scheduled(dialect);
    await world.configure('airtable');
    await save({ every_minutes: 30, direction: 'import' });
    at('2026-05-04T08:30:00.000Z');
    await world.engine.stop();
    await look();
    expect(await read()).toMatchObject({ last_turn: null, next_turn_at: '2026-05-04T08:30:00.000Z' });
    await scheduler.stop();
    await look();
    expect(await read()).toMatchObject({ last_turn: null });
  });

  it('are none while the schedule is off, and none once it or its configuration is removed', async () => {
    const { world, save, look, at, runs } = await scheduled(dialect);
    await world.configure('airtable');
    const off = await save({ every_minutes: 30, direction: 'import', enabled: false });
    expect(off.body.data).toMatchObject({ enabled: false, next_turn_at: null });
    at('2026-05-04T10:00:00.000Z');
    await look();
    expect(await runs()).toEqual([]);
    await save({ every_minutes: 30, direction: 'import' });
    expect(await world.call('DELETE', SCHEDULE)).toMatchObject({ status: 200, body: { success: true } });
    expect((await world.call('DELETE', SCHEDULE)).status).toBe(404);
    await save({ every_minutes: 30, direction: 'import' });
    await world.call('DELETE', '/api/connectors/config/airtable');
    expect((await world.call('GET', SCHEDULE)).body).toEqual({ success: true, data: null });
    expect(await world.database.em().count(ConnectorSchedule)).toBe(0);
  });
});

describe('A schedule', () => {
  it('is refused with the name of the field, the value and the remedy', async () => {
    const world = await openWorld('sqlite');
    const whole = { every_minutes: 30, direction: 'import' };
    for (const [body, named] of [
      [{ direction: 'import' }, /every_minutes.*cron/],
      [{ ...whole, cron: '0 7 * * *' }, /tous les deux/],
      [{ every_minutes: 30 }, /direction.*manque/],
      [{ ...whole, every_minutes: 0 }, /every_minutes : « 0 » est trop petit. Donnez au moins 1/],
      [{ ...whole, every_minutes: 0.5 }, /every_minutes/],
      [{ direction: 'import', cron: 'tous les jours' }, /cron : « tous les jours ».*cinq champs/],
      [{ direction: 'import', cron: '*/10 * * * * *' }, /cron : .*cinq champs/],
      [{ direction: 'import', cron: '0 7 30 2 *' }, /cron : « 0 7 30 2 \* » ne tombe aucun jour/],
      [{ ...whole, time_zone: 'Europe/Pariss' }, /time_zone : « Europe\/Pariss ».*IANA/],
      [{ ...whole, time_zone: '+02:00' }, /time_zone : « \+02:00 »/],
      [{ ...whole, quiet_hours: { from: '25:00', to: '06:00' } }, /quiet_hours.from : « 25:00 ».*HH:MM/],
      [{ ...whole, quiet_hours: { from: '06:00', to: '06:00' } }, /quiet_hours : .*tout le jour/],
      [
        { direction: 'import', cron: '30 2 * * *', quiet_hours: { from: '22:00', to: '06:00' } },
        /quiet_hours : de 22:00 à 06:00.*« 30 2 \* \* \* »/,
      ],
    ] as const) {
      const { status, body: answer } = await world.call('PUT', SCHEDULE, body);
      expect({ status, answer }).toEqual({
        status: 400,
        answer: { success: false, error: expect.stringMatching(named) },
      });
    }
    expect(await world.database.em().count(ConnectorSchedule)).toBe(0);
  });

  it('keeps the zone as the time zone database names it, and shows every value it was given', async () => {
    const world = await openWorld('sqlite', {}, () => new Date(MORNING));
    const body = {
      cron: '0 7 * * 1-5',
      direction: 'sync',
      time_zone: 'america/new_york',
      quiet_hours: { from: '22:00', to: '06:00' },
    };
    expect((await world.call('PUT', SCHEDULE, body)).body.data).toEqual({
      provider: 'airtable',
      every_minutes: null,
      ...body,
      time_zone: 'America/New_York',
      enabled: true,
      next_turn_at: '2026-05-04T11:00:00.000Z',
      last_turn: null,
      failures: 0,
      notice: null,
      updated_at: MORNING,
    });
  });
});
