import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASE, OTHER_BASE, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
beforeEach(async () => {
  started = await startDeals();
});
afterEach(() => started.emulator.close());

const NO_ACCESS = {
  error: {
    type: 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND',
    message: expect.stringContaining('Invalid permissions'),
  },
};

describe('checklist 1: who may see what', () => {
  test('without a token: 401 Authentication required', async () => {
    expect(await started.call('GET @', undefined, null)).toEqual({
      status: 401,
      body: { error: { type: 'AUTHENTICATION_REQUIRED', message: 'Authentication required' } },
    });
  });

  test('with an unknown or a revoked token: 401 Invalid authentication token', async () => {
    const refused = {
      status: 401,
      body: { error: { type: 'UNAUTHORIZED', message: 'Invalid authentication token' } },
    };
    expect(await started.call('GET @', undefined, 'wrong')).toEqual(refused);
    started.emulator.state.revokeToken('full');
    expect(await started.call('GET @')).toEqual(refused);
  });

  test('a base not granted, a base that does not exist and an unknown table look the same: 403', async () => {
    const answers = await Promise.all(
      [
        `/${OTHER_BASE}/Deals`,
        '/appNobodyKnows001/Deals',
        `/${BASE}/Nowhere`,
        `/${BASE}/tblNowhere0000001`,
      ].map((path) => started.call(`GET ${path}`)),
    );
    for (const answer of answers) expect(answer).toEqual({ status: 403, body: NO_ACCESS });
  });

  test('a missing scope looks like a missing base', async () => {
    expect(await started.call('GET @', undefined, 'blind')).toEqual({ status: 403, body: NO_ACCESS });
    expect((await started.call(`GET /meta/bases/${BASE}/tables`, undefined, 'blind')).status).toBe(200);
  });

  test('a token whose user may only read is told what it may not do', async () => {
    expect(await started.call('POST @', { fields: {} }, 'reader')).toEqual({
      status: 403,
      body: {
        error: {
          type: 'INVALID_PERMISSIONS',
          message: 'You are not permitted to create records in table Deals (tblDeals000000001)',
        },
      },
    });
    expect((await started.call('PATCH @', { records: [] }, 'reader')).status).toBe(403);
    expect((await started.call('DELETE @', undefined, 'reader')).status).toBe(403);
    expect((await started.call('GET @', undefined, 'reader')).status).toBe(200);
  });

  test('an unknown route, a malformed id and a record that is gone: bare 404', async () => {
    for (const path of [
      '/nowhere',
      '/short/Deals',
      '/%zz/x',
      `/${BASE}/Deals/rec1`,
      `/${BASE}/Deals/recGone0000000001`,
    ]) {
      expect(await started.call(`GET ${path}`)).toEqual({ status: 404, body: { error: 'NOT_FOUND' } });
    }
  });
});

describe('metadata', () => {
  test('whoami answers for any valid token, the e-mail with its scope only', async () => {
    expect((await started.call('GET /meta/whoami')).body).toMatchObject({
      id: expect.stringMatching(/^usr/),
      email: 'user1@example.org',
      scopes: expect.arrayContaining(['data.records:read']),
    });
    expect((await started.call('GET /meta/whoami', undefined, 'blind')).body).not.toHaveProperty('email');
  });

  test('the bases of the token are listed with what it may do there', async () => {
    expect((await started.call('GET /meta/bases', undefined, 'editor')).body).toEqual({
      bases: [{ id: BASE, name: 'Ventes', permissionLevel: 'edit' }],
    });
  });

  test('tables come with columns, options and views', async () => {
    const { body } = await started.call(`GET /meta/bases/${BASE}/tables?include[]=visibleFieldIds`);
    expect(body.tables).toMatchObject([
      {
        id: 'tblDeals000000001',
        name: 'Deals',
        primaryFieldId: 'fldName0000000001',
        views: [
          {
            id: 'viwTout0000000001',
            type: 'grid',
            visibleFieldIds: expect.arrayContaining(['fldName0000000001']),
          },
          {},
        ],
      },
      { name: 'Clients' },
    ]);
    const [deals] = body.tables as { fields: { name: string; options?: object }[] }[];
    expect(deals?.fields[0]).toEqual({ id: 'fldName0000000001', name: 'Name', type: 'singleLineText' });
    expect(deals?.fields.find(({ name }) => name === 'Status')?.options).toEqual({
      choices: [
        { id: expect.stringMatching(/^sel.{14}$/), name: 'prospect', color: 'blueLight2' },
        { id: expect.stringMatching(/^sel.{14}$/), name: 'gagné', color: 'cyanLight2' },
      ],
    });
  });

  test('a column and a table can be made and renamed, options cannot be changed', async () => {
    const tables = `/meta/bases/${BASE}/tables`;
    const { body: field } = await started.call(`POST ${tables}/tblDeals000000001/fields`, {
      name: 'Région',
      type: 'singleSelect',
      options: { choices: [{ name: 'Nord' }] },
    });
    expect(field).toMatchObject({
      name: 'Région',
      type: 'singleSelect',
      options: { choices: [{ name: 'Nord' }] },
    });
    const path = `PATCH ${tables}/tblDeals000000001/fields/${field.id}`;
    expect((await started.call(path, { name: 'Zone' })).body.name).toBe('Zone');
    expect((await started.call(path, { options: {} })).status).toBe(422);
    expect((await started.call(path, { name: 'Name' })).status).toBe(422);
    expect((await started.call('POST @', { fields: { Zone: 'Nord' } })).body.fields?.Zone).toBe('Nord');
    const made = await started.call(`POST ${tables}`, {
      name: 'Notes',
      fields: [{ name: 'Titre', type: 'richText' }],
    });
    expect((await started.call(`PATCH ${tables}/${made.body.id}`, { name: 'Carnet' })).body.name).toBe(
      'Carnet',
    );
    expect((await started.call(`POST /${BASE}/Carnet`, { fields: { Titre: '*x*' } })).status).toBe(200);
    expect(
      (await started.call(`POST ${tables}`, { name: 'x', fields: [{ name: 'f', type: 'formula' }] })).status,
    ).toBe(422);
    expect((await started.call(`POST ${tables}`, { name: 'x', fields: [] }, 'editor')).status).toBe(403);
  });
});
