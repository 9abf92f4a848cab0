import { ConnectorError, type ConnectorErrorCode } from '@passerelle/connector';
import { describe, expect, test } from 'vitest';
import { connect, TOKEN } from './support/connect.ts';
import { column, schemaOf } from './support/schema.ts';
import { type Answer, notionError, startScriptedNotion } from './support/scripted-notion.ts';

const SCHEMA = schemaOf([column('title'), column('number')]);
const CALL = { schema: SCHEMA, columnIds: ['title'] };
const ROW = '00000000-0000-4000-8000-000000000001';

type Connector = ReturnType<typeof connect>;
const LIST = (connector: Connector) => connector.readPage({ ...CALL, cursor: null });
const CREATE = (connector: Connector) =>
  connector.writeBatch({ ...CALL, items: [{ externalId: null, cells: { title: 'Acme' } }] });
const UPDATE = (connector: Connector) =>
  connector.writeBatch({ ...CALL, items: [{ externalId: ROW, cells: { title: 'Acme' } }] });
const SCHEMA_CALL = (connector: Connector) => connector.schema();

/** What the connector throws when every request is answered so. */
async function refusalOf(answer: Answer, act: (connector: Connector) => Promise<unknown>) {
  await using notion = await startScriptedNotion(() => answer);
  const connector = connect(notion.apiUrl);
  const error = await act(connector).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConnectorError)) throw new Error(`no ConnectorError: ${String(error)}`);
  return error;
}

const HTML = '<html><body>cloudflare</body></html>';
const validation = (message: string, additional?: Record<string, string>) =>
  notionError(400, 'validation_error', message, additional);

const CASES: readonly (readonly [string, Answer, (c: Connector) => Promise<unknown>, ConnectorErrorCode])[] =
  [
    ['401 unauthorized', notionError(401, 'unauthorized', 'API token is invalid.'), LIST, 'token_refused'],
    ['400 invalid_grant', notionError(400, 'invalid_grant'), LIST, 'token_refused'],
    ['404 on the table', notionError(404, 'object_not_found'), LIST, 'access_lost'],
    ['404 on database and data source', notionError(404, 'object_not_found'), SCHEMA_CALL, 'access_lost'],
    [
      '403 on the table',
      notionError(403, 'restricted_resource', 'API token does not have access to this resource.'),
      LIST,
      'access_lost',
    ],
    [
      '403 for a missing reading right',
      notionError(403, 'restricted_resource', 'Insufficient permissions for this endpoint.'),
      LIST,
      'forbidden',
    ],
    [
      '403 for a missing writing right',
      notionError(403, 'restricted_resource', 'Insufficient permissions for this endpoint.'),
      UPDATE,
      'forbidden',
    ],
    [
      '403 at the block limit of a Free space',
      notionError(403, 'restricted_resource', '', { block_limit: 'block_creation' }),
      CREATE,
      'quota_exhausted',
    ],
    ['403 of a proxy, without Notion’s words', { status: 403, body: HTML }, LIST, 'blocked'],
    ['404 of a server that is not Notion', { status: 404, body: HTML }, LIST, 'answer_unreadable'],
    ['a success that is not JSON', { body: HTML }, LIST, 'answer_unreadable'],
    ['a success of another shape', { body: { results: 12 } }, LIST, 'answer_unreadable'],
    ['a successful write that is not JSON', { body: HTML }, CREATE, 'outcome_unknown'],
    ['a redirection', { status: 302, body: '', headers: { location: '/login' } }, LIST, 'answer_unreadable'],
    [
      'an unknown property in a query',
      validation('Could not find property with name or id: abcd'),
      LIST,
      'column_missing',
    ],
    [
      'an unknown property in a write',
      validation('X is not a property that exists.'),
      UPDATE,
      'column_missing',
    ],
    ['a property of another type', validation('Name is expected to be rich_text.'), UPDATE, 'column_missing'],
    [
      'a value over a limit',
      validation('body failed validation: body.properties.X.title[0].text.content.length should be ≤ `2000`'),
      UPDATE,
      'value_refused',
    ],
    ['an unknown status option', validation('Status option "X" does not exist'), UPDATE, 'value_refused'],
    ['a body over the size limit', { status: 413, body: HTML }, UPDATE, 'value_refused'],
    [
      'a write to a trashed row',
      validation("Can't edit block that is archived. You must unarchive the block before editing."),
      UPDATE,
      'record_gone',
    ],
    [
      'several data sources, in the words of the old versions',
      validation('Databases with multiple data sources are not supported in this API version.', {
        error_type: 'multiple_data_sources_for_database',
      }),
      LIST,
      'table_ambiguous',
    ],
    [
      'an expired cursor',
      validation('The start_cursor provided is invalid: abc'),
      (connector) =>
        connector.readPage({
          ...CALL,
          cursor:
            '{"changedSince":null,"since":null,"next":"abc","last":null,"capped":false,"windows":1,"pages":1,"rows":100}',
        }),
      'cursor_expired',
    ],
    ['another validation error of a query', validation('body failed validation'), LIST, 'answer_unreadable'],
    ['400 invalid_json', notionError(400, 'invalid_json'), LIST, 'answer_unreadable'],
    ['400 invalid_request_url', notionError(400, 'invalid_request_url'), LIST, 'answer_unreadable'],
    ['400 missing_version', notionError(400, 'missing_version'), LIST, 'answer_unreadable'],
    ['409 on a write', notionError(409, 'conflict_error'), UPDATE, 'vendor_down'],
    ['500 on a query', notionError(500, 'internal_server_error'), LIST, 'vendor_down'],
    ['502 on a query', notionError(502, 'bad_gateway'), LIST, 'vendor_down'],
    ['503 of a proxy on a query', { status: 503, body: HTML }, LIST, 'vendor_down'],
    ['504 on a query', notionError(504, 'gateway_timeout'), LIST, 'vendor_down'],
    ['500 on a create', notionError(500, 'internal_server_error'), CREATE, 'outcome_unknown'],
    ['502 on a create', { status: 502, body: HTML }, CREATE, 'outcome_unknown'],
    ['503 on a create', notionError(503, 'service_unavailable'), CREATE, 'outcome_unknown'],
    ['504 on a create', notionError(504, 'gateway_timeout'), CREATE, 'outcome_unknown'],
    ['503 on an update', notionError(503, 'database_connection_unavailable'), UPDATE, 'outcome_unknown'],
    ['a connection cut during a write', 'drop', CREATE, 'outcome_unknown'],
    ['a connection cut during a query', 'drop', LIST, 'network'],
    ['429', { ...notionError(429, 'rate_limited'), headers: { 'retry-after': '7' } }, LIST, 'rate_limited'],
    [
      '529',
      { ...notionError(529, 'service_overload'), headers: { 'retry-after': '7' } },
      CREATE,
      'rate_limited',
    ],
    [
      '429 that must not be repeated',
      notionError(429, 'rate_limited', '', { rate_limit_reason: 'public_api_request_blocked' }),
      LIST,
      'blocked',
    ],
  ] as const;

describe('every refusal of Notion', () => {
  test.each(CASES)('%s', async (_, answer, act, code) => {
    const error = await refusalOf(answer, act);
    expect(error.code).toBe(code);
    expect(error.retryable).toBe(['network', 'vendor_down', 'rate_limited'].includes(code));
    expect(error.message).toMatch(/Notion/);
    expect(error.message).toMatch(/\.$/);
  });

  test('keeps status and code of the vendor', async () => {
    const error = await refusalOf(notionError(409, 'conflict_error'), UPDATE);
    expect(error).toMatchObject({ status: 409, vendorCode: 'conflict_error' });
  });

  test('hands over the ids that a 503 says were committed', async () => {
    const additional = {
      committed_resource_id: ROW,
      committed_child_ids: ['a', 'b'],
      retry_guidance: 'read again',
    };
    const error = await refusalOf(notionError(503, 'service_unavailable', '', additional), CREATE);
    expect(error).toMatchObject({ code: 'outcome_unknown', committedIds: [ROW, 'a', 'b'] });
  });

  test('never holds the token, not even when Notion quotes it', async () => {
    const error = await refusalOf(validation(`bad value ${TOKEN} in header`), UPDATE);
    expect(error.code).toBe('value_refused');
    expect(`${error.message} ${String(error.cause)} ${JSON.stringify(error)}`).not.toContain(TOKEN);
  });

  test('tells a row that is gone from a table that is', async () => {
    const gone = notionError(404, 'object_not_found');
    await using notion = await startScriptedNotion(({ path }) =>
      path.startsWith('/pages') ? gone : { body: { id: SCHEMA.tableId } },
    );
    await expect(UPDATE(connect(notion.apiUrl))).rejects.toMatchObject({ code: 'record_gone' });
    expect((await refusalOf(gone, UPDATE)).code).toBe('access_lost');
  });
});

describe('a wait that Notion asks for', () => {
  const WAITS: readonly (readonly [string, Answer, number])[] = [
    ['in the header', { ...notionError(429, 'rate_limited'), headers: { 'retry-after': '12' } }, 12_000],
    [
      'longer than a minute',
      { ...notionError(429, 'rate_limited'), headers: { 'retry-after': '95' } },
      95_000,
    ],
    ['in the body', notionError(429, 'rate_limited', '', { retry_after: '30' }), 30_000],
    ['without a length', notionError(429, 'rate_limited'), 60_000],
  ] as const;

  test.each(WAITS)(
    '%s is told in full and binds everything that uses the token',
    async (_, answer, waitMs) => {
      await using notion = await startScriptedNotion(() => answer);
      const connector = connect(notion.apiUrl);
      await expect(LIST(connector)).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: waitMs });
      expect(connector.pauses).toEqual([waitMs]);
    },
  );

  test('names the whole space when its limit was met', async () => {
    const additional = { rate_limit_reason: 'public_api_space_request_rate_limit', retry_after: '90' };
    const error = await refusalOf(notionError(429, 'rate_limited', '', additional), LIST);
    expect(error.message).toBe(
      "Notion demande d'attendre 90 s : toutes les intégrations de l'espace ensemble dépassent la limite. Réessayez après ce délai.",
    );
  });
});
