import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
beforeEach(async () => {
  started = await startDeals();
});
afterEach(() => started.emulator.close());

describe('checklist 7: upsert', () => {
  const upsert = (records: object[], on: string[] = ['Name'], method = 'PATCH') =>
    started.call(`${method} @`, { records, performUpsert: { fieldsToMergeOn: on } });

  test('none matches: created; one matches: updated; the answer keeps the order and names both', async () => {
    const id = started.deals.addRecord({ Name: 'b', Amount: 1 });
    const { body } = await upsert([{ fields: { Name: 'a' } }, { fields: { Name: 'b', Amount: 2 } }]);
    expect(body.updatedRecords).toEqual([id]);
    expect(body.createdRecords).toEqual([body.records?.[0]?.id]);
    expect(body.records?.map(({ fields }) => fields.Name)).toEqual(['a', 'b']);
    expect(started.deals.record(id)?.fields.Amount).toBe(2);
  });

  test('several match: the whole request fails', async () => {
    started.deals.addRecords([{ Name: 'b' }, { Name: 'b' }]);
    expect((await upsert([{ fields: { Name: 'a' } }, { fields: { Name: 'b' } }])).status).toBe(422);
    expect(started.deals.count).toBe(2);
  });

  test('a null key creates a record each time, a missing one is refused', async () => {
    for (const count of [1, 2]) {
      expect((await upsert([{ fields: { Name: null, Amount: 1 } }])).body.createdRecords).toHaveLength(1);
      expect(started.deals.count).toBe(count);
    }
    expect((await upsert([{ fields: { Amount: 1 } }])).status).toBe(422);
  });

  test('a record with an id is a plain update; an unknown id fails', async () => {
    const id = started.deals.addRecord({ Name: 'b' });
    expect((await upsert([{ id, fields: { Name: 'c' } } as never])).body.updatedRecords).toEqual([id]);
    expect((await upsert([{ id: 'recGone0000000001', fields: {} } as never])).body.error).toMatchObject({
      type: 'ROW_DOES_NOT_EXIST',
    });
  });

  test('keys of several columns and of other types match to the letter', async () => {
    started.deals.addRecord({ Name: 'a', Amount: 5, 'Due Date': '2026-04-24', Status: 'gagné' });
    const fields = { Name: 'a', Status: 'gagné', 'Due Date': '2026-04-24' };
    expect((await upsert([{ fields }], ['Name', 'Status', 'Due Date'])).body.updatedRecords).toHaveLength(1);
    expect((await upsert([{ fields: { ...fields, Name: 'A' } }])).body.createdRecords).toHaveLength(1);
    expect((await upsert([{ fields: { Signed: true } }], ['Signed'])).status).toBe(422);
    expect((await upsert([{ fields }], ['Nom'])).body.error).toMatchObject({ type: 'UNKNOWN_FIELD_NAME' });
  });

  test('PUT clears the other columns of the record it finds', async () => {
    const id = started.deals.addRecord({ Name: 'b', Stars: 2 });
    await upsert([{ fields: { Name: 'b' } }], ['Name'], 'PUT');
    expect(started.deals.record(id)?.fields).not.toHaveProperty('Stars');
  });
});
