/** One behaviour of a vendor, and the tests that show it: title by title, in a file beside this one. */
export interface Shown {
  readonly behaviour: string;
  readonly file: string;
  readonly titles: readonly string[];
}

/** What of Airtable must be reproduced, and where that is shown. */
export const AIRTABLE_CHECKLIST: readonly Shown[] = [
  {
    behaviour:
      '1. Bearer token: 401 when missing or unknown; 403 for other bases, the same for one that does not exist',
    file: 'airtable/access.test.ts',
    titles: [
      'without a token: 401 Authentication required',
      'with an unknown or a revoked token: 401 Invalid authentication token',
      'a base not granted, a base that does not exist and an unknown table look the same: 403',
    ],
  },
  {
    behaviour:
      '2. Cells by field id; names or ids in paths, bodies, fields, sort, merge columns and formulas',
    file: 'airtable/listing.test.ts',
    titles: [
      'in paths, bodies, fields, sort, formulas and merge columns',
      'a renamed column answers to its new name and its id only',
    ],
  },
  {
    behaviour: '3. Empty cells are not sent, nor an unticked box, nor an empty list',
    file: 'airtable/listing.test.ts',
    titles: ['checklist 3: empty cells are left out, false and [] too'],
  },
  {
    behaviour: '4. Offsets itr…/rec… in memory, with a lifetime that can be set, all forgotten on demand',
    file: 'airtable/listing.test.ts',
    titles: [
      'have the shape itr…/rec…, and are absent on the last page',
      'expire after their lifetime without use: restart the listing',
      'are worth nothing after a restart of the vendor',
    ],
  },
  {
    behaviour: '5. What is refused; nothing is written when one record of a batch fails',
    file: 'airtable/refusals.test.ts',
    titles: [
      'more than 10 records',
      'more than 3 merge fields',
      'an address over 16,000 characters',
      'an unknown field',
      'a computed column',
      'an unknown option without typecast, in words that sound like rights',
      'a link to a record that does not exist',
      'nothing is written when one record of a batch fails, new options and linked rows included',
    ],
  },
  {
    behaviour: '5. A page holds 100 records at most',
    file: 'airtable/listing.test.ts',
    titles: ['pageSize=101'],
  },
  {
    behaviour: '6. typecast makes options, with an id and the next colour, and linked rows',
    file: 'airtable/writing.test.ts',
    titles: [
      'adds options with an id and the next colour, once per batch',
      'finds linked rows by name and makes those that are missing',
    ],
  },
  {
    behaviour: '7. Upsert: none, one, many; a null key creates; three lists in the answer',
    file: 'airtable/upsert.test.ts',
    titles: [
      'none matches: created; one matches: updated; the answer keeps the order and names both',
      'several match: the whole request fails',
      'a null key creates a record each time, a missing one is refused',
    ],
  },
  {
    behaviour:
      '8. Times cut to seconds; LAST_MODIFIED_TIME() empty until the first edit, not moved by computed changes',
    file: 'airtable/formula.test.ts',
    titles: [
      'createdTime is cut to seconds and moves with the clock alone',
      'LAST_MODIFIED_TIME() is empty until the first edit, then cut to seconds',
      'a computed change does not move it, nor does writing the value that is there',
    ],
  },
  {
    behaviour: '9. Formulas: a subset, anything else is invalid',
    file: 'airtable/formula.test.ts',
    titles: ['a set of rows is fetched by their ids', '%s is invalid', 'unknown columns are named'],
  },
  {
    behaviour:
      '10. 5 a second on a base, 50 for a user, 30 s of lock-out; a monthly quota that spares metadata',
    file: 'airtable/limits.test.ts',
    titles: [
      'strict by default: the sixth request in one second is refused, and so is all that follows for 30 seconds',
      'one user gets 50 a second over all its tokens',
      'a monthly quota answers another 429 to data calls until the month ends, metadata still works',
    ],
  },
  {
    behaviour: '11. Webhooks: cursor, signed ping, 7 days, a log each, 13 retries, doubled and merged pings',
    file: 'airtable/webhooks.test.ts',
    titles: [
      'the cursor pages through the log and never starts again',
      'a ping carries no data and a hex MAC over its raw bytes, keyed by the decoded secret (gtalarico/pyairtable#312)',
      'expires after 7 days without a listing or a refresh; its data can be read 7 days more (PipedreamHQ/pipedream#5013)',
      'a webhook reports only what it was made for',
      'a failed ping is tried again 13 times within a day, then pings stop and the log goes on',
      'pings can be doubled, merged, sent for nothing, and switched off',
    ],
  },
  {
    behaviour: '12. Faults by script',
    file: 'airtable/faults.test.ts',
    titles: [
      '500 after commit: the record is there',
      '503 before commit: it is not',
      'the connection %s: %i records',
      'an HTML body from a proxy, and a bare string as error',
      'a slow second page',
      'a column renamed or deleted between two pages',
      'a formula cell in error, and numbers that are none',
    ],
  },
];

/** What of Notion must be reproduced, and where that is shown. */
export const NOTION_CHECKLIST: readonly Shown[] = [
  {
    behaviour: '1. Checks on the way in: token, version, route, body',
    file: 'notion/requests.test.ts',
    titles: [
      'refuses an unknown token before it looks at anything else',
      'refuses a request without version',
      'refuses an unknown version and lists those it knows',
      'refuses a path it does not know',
      'refuses a body that is no JSON',
    ],
  },
  {
    behaviour:
      '2. Two ids for a table; several data sources in a database, and what old versions say of that',
    file: 'notion/versions.test.ts',
    titles: [
      'have ids of their own, which are not interchangeable',
      'may be several to a database since 2025-09-03; older versions name the ids to choose from',
      'are one and the same before 2025-09-03',
    ],
  },
  {
    behaviour: '3. archived, and the type of mixed lists, by version',
    file: 'notion/versions.test.ts',
    titles: [
      'is the type of mixed lists',
      'is `archived`, which exists before 2026-03-11 in answers',
      'is `archived`, which 2026-03-11 refuses in requests',
    ],
  },
  {
    behaviour: '4. Times cut to the minute; computed columns do not move them; an index that lags',
    file: 'notion/time.test.ts',
    titles: [
      'are cut to the minute, downwards',
      'do not move for computed columns and for the other side of a relation',
      'lags behind writes in queries and search, not in pages',
    ],
  },
  {
    behaviour: '5. Queries: the filter grammar, two levels, stable or live cursors, the cap and its word',
    file: 'notion/queries.test.ts',
    titles: [
      'nest two levels deep and no deeper',
      'keep their rows while the table changes, unless cursors are live',
      'end at the cap with a word about it, and the window after it goes on',
    ],
  },
  {
    behaviour: '5. The cap is 10,000 and listings go beyond it in windows',
    file: 'notion/bulk.test.ts',
    titles: ['come in windows of 10,000, each beginning where the last one ended'],
  },
  {
    behaviour: '6. Rows in the trash: hidden from queries, visible by id',
    file: 'notion/trash.test.ts',
    titles: ['hides rows from queries and shows them when they are asked for by id'],
  },
  {
    behaviour: '7. What a write is refused for',
    file: 'notion/refusals.test.ts',
    titles: [
      'an unknown column',
      'a value of another type',
      'computed columns',
      'text that is too long',
      'too many options',
      'a comma in an option',
      'a name of an option that is too long',
      'an unknown status',
      'too many links',
      'too many people',
    ],
  },
  {
    behaviour: '7. Options of a select are made by a write',
    file: 'notion/writes.test.ts',
    titles: ['makes select options that do not exist, and says the colour of those that do'],
  },
  {
    behaviour: '8. Relations cut at 25 with has_more; property items with pages',
    file: 'notion/relations.test.ts',
    titles: [
      'are cut at 25 in a page, with a word about the rest',
      'are whole in the property item endpoint, page by page',
    ],
  },
  {
    behaviour: '9. Lists are replaced as a whole',
    file: 'notion/writes.test.ts',
    titles: ['replaces lists as a whole'],
  },
  {
    behaviour: '9. Both sides of a two-way relation change',
    file: 'notion/relations.test.ts',
    titles: ['are replaced by a write, and both sides say the same'],
  },
  {
    behaviour: '10. 180 or 600 calls in a fixed window of 60 seconds, Retry-After',
    file: 'notion/limits.test.ts',
    titles: [
      'let 180 calls through in a fixed window of 60 seconds, for each token',
      'take other figures, and figures for a second, while it runs',
    ],
  },
  { behaviour: '10. Every reason of a 429 on demand', file: 'notion/faults.test.ts', titles: ['429 for %s'] },
  {
    behaviour: '11. Faults on demand',
    file: 'notion/faults.test.ts',
    titles: [
      '503 after the write was saved, naming what was made',
      '503 service_unavailable',
      '409 conflict_error',
      '529 service_overload',
      '504 gateway_timeout',
      'a page of the proxy that is no JSON',
      'a connection cut before or after the write',
      '400 validation_error',
    ],
  },
  {
    behaviour: '11. A short page while more follow; a cursor that has expired',
    file: 'notion/queries.test.ts',
    titles: [
      'may be short while more follow',
      'refuse a cursor that was never given out, has expired, or belongs to another query',
    ],
  },
  {
    behaviour: '11. A Free workspace that is full',
    file: 'notion/trash.test.ts',
    titles: ['refuses new pages and still takes edits'],
  },
  {
    behaviour: '12. Webhooks',
    file: 'notion/webhooks.test.ts',
    titles: [
      'begin with a verification token, without which nothing is sent',
      'are signed with that token, the first one too',
      'merge what happens within a window, with everybody who had a part in it',
      'may come twice, under one id, and out of order',
      'fall silent when access is lost',
      'are tried eight times and then given up',
      'tell what happened, by whom and where, without any value',
    ],
  },
  {
    behaviour: '13. A data source that is unshared: 404 everywhere, empty relations in others',
    file: 'notion/access.test.ts',
    titles: ['to %s is 404 everywhere'],
  },
  {
    behaviour: '13. Empty relations where the other side is not shared',
    file: 'notion/relations.test.ts',
    titles: ['are empty, without an error, where the other side is not shared'],
  },
];
