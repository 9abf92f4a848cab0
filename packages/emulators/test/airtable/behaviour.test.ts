import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASE, namesOf, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
beforeEach(async () => {
  started = await startDeals();
});
afterEach(() => started.emulator.close());

describe('what is not published can be either way', () => {
  test('a page may be short although more follow', async () => {
    started.deals.addRecords(['a', 'b', 'c'].map((Name) => ({ Name })));
    started.emulator.behaviour.shortPages.push(1, 0);
    const first = await started.call('GET @');
    expect(namesOf(first)).toEqual(['a']);
    const second = await started.call(`GET @?offset=${encodeURIComponent(first.body.offset ?? '')}`);
    expect(namesOf(second)).toEqual([]);
    const third = await started.call(`GET @?offset=${encodeURIComponent(second.body.offset ?? '')}`);
    expect([namesOf(third), third.body.offset]).toEqual([['b', 'c'], undefined]);
  });

  test('a lost offset with a message', async () => {
    started.emulator.behaviour.explainsLostIterator = true;
    const { body } = await started.call('GET @?offset=itrAAAAAAAAAAAAAA/recAAAAAAAAAAAAAA');
    expect(body.error).toEqual({
      type: 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE',
      message: expect.stringMatching(/restart/),
    });
  });

  test('a record read by the path of another table', async () => {
    const id = started.deals.addRecord({ Name: 'a' });
    const line = `GET /${BASE}/Clients/${id}`;
    expect((await started.call(line)).status).toBe(404);
    started.emulator.behaviour.findsRecordsOfOtherTables = true;
    expect((await started.call(line)).body.fields).toMatchObject({ Name: 'a' });
  });

  test('a record that is gone by its own type of error, a malformed id not', async () => {
    started.emulator.behaviour.namesMissingRecords = true;
    expect(await started.call('GET @/recGone0000000001')).toEqual({
      status: 404,
      body: { error: { type: 'MODEL_ID_NOT_FOUND', message: 'Record not found' } },
    });
    expect((await started.call('GET @/rec1')).body).toEqual({ error: 'NOT_FOUND' });
  });

  test('a token without its scopes', async () => {
    started.emulator.behaviour.tellsScopes = false;
    expect(Object.keys((await started.call('GET /meta/whoami')).body)).toEqual(['id', 'email']);
  });

  test('options whatever their capitals', async () => {
    const create = () => started.call('POST @', { fields: { Status: 'PROSPECT' } });
    expect((await create()).status).toBe(422);
    started.emulator.behaviour.ignoresCaseOfChoices = true;
    expect((await create()).body.fields?.Status).toBe('prospect');
  });

  test('400 for a body that is no JSON', async () => {
    started.emulator.behaviour.unparsedBodyStatus = 400;
    expect((await started.call('POST @', '{"fields"')).status).toBe(400);
  });
});
