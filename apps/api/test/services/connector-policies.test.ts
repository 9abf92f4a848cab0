import { ConnectorPolicy, DEFAULT_POLICIES, policiesOf } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { openWorld } from '../support/world.ts';

const POLICIES = '/api/connectors/airtable/policies';
const defaults = {
  conflict: 'remote',
  deletion: 'ignore',
  deletion_threshold: 20,
  create_options: [],
  status_values: {},
  full_scan_every: 20,
};
const chosen = {
  conflict: 'ask',
  deletion: 'archive',
  deletion_threshold: 5,
  create_options: ['secteur', 'statut'],
  status_values: { 'À rappeler': 'qualifié' },
  full_scan_every: 3,
};

describe.each(TEST_DIALECTS)('Policies of a connector (%s)', (dialect) => {
  it('are the defaults until some are chosen, for the API and for the engine', async () => {
    const world = await openWorld(dialect);
    expect(await world.call('GET', POLICIES)).toEqual({
      status: 200,
      body: { success: true, data: defaults },
    });
    expect(await policiesOf(world.database.em(), 'airtable')).toEqual(DEFAULT_POLICIES);
    expect(await world.database.em().count(ConnectorPolicy)).toBe(0);
  });

  it('are stored whole, and one alone changes nothing of the others', async () => {
    const world = await openWorld(dialect);
    expect((await world.call('PUT', POLICIES, chosen)).body).toEqual({ success: true, data: chosen });
    const changed = await world.call('PUT', POLICIES, { conflict: 'newest' });
    expect(changed.body).toEqual({ success: true, data: { ...chosen, conflict: 'newest' } });
    expect((await world.call('GET', POLICIES)).body).toEqual(changed.body);
    expect((await world.call('GET', '/api/connectors/notion/policies')).body).toMatchObject({
      data: defaults,
    });
    expect(await policiesOf(world.database.em(), 'airtable')).toEqual({
      conflict: 'newest',
      deletion: 'archive',
      deletionThreshold: 5,
      createOptions: ['secteur', 'statut'],
      statusValues: { 'À rappeler': 'qualifié' },
      fullScanEvery: 3,
    });
  });

  it('go with the configuration they were chosen for', async () => {
    const world = await openWorld(dialect);
    await world.configure('airtable');
    await world.call('PUT', POLICIES, chosen);
    await world.call('DELETE', '/api/connectors/config/airtable');
    expect((await world.call('GET', POLICIES)).body).toEqual({ success: true, data: defaults });
  });

  it('are refused with the name of the field and what it takes', async () => {
    const world = await openWorld(dialect);
    for (const [body, named] of [
      [{}, /au moins un champ/],
      [{ conflict: 'both' }, /conflict/],
      [{ deletion_threshold: 101 }, /deletion_threshold/],
      [{ create_options: ['couleur'] }, /create_options/],
      [{ create_options: ['notes', 'notes'] }, /deux fois/],
      [{ status_values: { Perdu: 'perdu' } }, /status_values/],
      [{ full_scan_every: 0 }, /full_scan_every/],
      [{ colour: 'red' }, /colour/],
    ] as const) {
      const { status, body: answer } = await world.call('PUT', POLICIES, body);
      expect({ status, answer }).toEqual({
        status: 400,
        answer: { success: false, error: expect.stringMatching(named) },
      });
    }
    expect(await world.database.em().count(ConnectorPolicy)).toBe(0);
    expect((await world.call('GET', '/api/connectors/hubspot/policies')).status).toBe(400);
  });
});
