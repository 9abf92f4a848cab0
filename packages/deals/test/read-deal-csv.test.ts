import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDealCsv } from '../src/index.ts';
import { readAll } from './read-all.ts';
import { chunksOf, writeCsv } from './write-csv.ts';

const TASKS = `Task Name,Status,Montant Deal,Tags,Due Date,Assignees,Task Content
Élan,GAGNE,"8 500,50 €",Énergie,31/12/2026,Zoé,"ligne 1
ligne 2"
Bêta,prospect,100,,,,
`;
const ELAN = {
  client: 'Élan',
  statut: 'gagné',
  montant_brut: 8500.5,
  secteur: 'Énergie',
  date_echeance: '2026-12-31',
  assignee: 'Zoé',
  notes: 'ligne 1\nligne 2',
};
const BETA = {
  client: 'Bêta',
  statut: 'prospect',
  montant_brut: 100,
  secteur: null,
  date_echeance: null,
  assignee: null,
  notes: null,
};

describe('a file is read', () => {
  test.each([
    ['in UTF-8', Buffer.from(TASKS)],
    ['in UTF-8 with a byte order mark', Buffer.from(`\ufeff${TASKS}`)],
    ['in Windows-1252', Buffer.from(TASKS.replace('€', '\x80'), 'latin1')],
    ['in Latin-1', Buffer.from(TASKS.replace(' €', ''), 'latin1')],
    ['with Windows line breaks', Buffer.from(TASKS.replaceAll('\n', '\r\n'))],
    ['with old Mac line breaks', Buffer.from(TASKS.replaceAll('\n', '\r'))],
    ['with mixed line breaks and no last one', Buffer.from(TASKS.replace('\n', '\r\n').trimEnd())],
  ])('%s, however the network cuts it', async (_, bytes) => {
    for (const chunkSize of [1, 2, 3, 7, bytes.length]) {
      const rows = await readAll(bytes, { chunkSize });
      expect(rows).toEqual([
        { ok: true, line: 2, values: ELAN },
        { ok: true, line: 4, values: BETA },
      ]);
    }
  });

  test.each([
    [';', ''],
    ['\t', ''],
    [';', 'sep=;\r\n'],
    [',', 'sep=,\n'],
  ])('with the separator %j found by itself, after %j', async (separator, before) => {
    const header = ['notes', 'MONTANT BRUT', 'Client', 'id', 'Statut', 'Date échéance'];
    const file =
      before + writeCsv([header, ['a, b; c', '12,5', 'Acme', '7', 'Gagné', '2026-01-02']], { separator });
    const [row] = await readAll(file);
    expect(row).toMatchObject({
      ok: true,
      line: before === '' ? 2 : 3,
      values: {
        client: 'Acme',
        statut: 'gagné',
        montant_brut: 12.5,
        date_echeance: '2026-01-02',
        notes: 'a, b; c',
      },
    });
  });

  test('with accents that begin far below the head, in either encoding', async () => {
    const ascii = `client;statut;montant_brut\n${'Acme;prospect;1\n'.repeat(20_000)}`;
    for (const encoding of ['utf8', 'latin1'] as const) {
      const file = Buffer.concat([Buffer.from(ascii), Buffer.from('Café;gagné;2\n', encoding)]);
      const rows = await readAll(file, { chunkSize: 60_001 });
      expect(rows.at(-1)).toMatchObject({
        ok: true,
        line: 20_002,
        values: { client: 'Café', statut: 'gagné' },
      });
    }
  });

  test('with stray quotes inside a value taken as letters, and short rows completed by nothing', async () => {
    const rows = await readAll('client,statut,montant_brut,notes\nChez "Max",prospect,5\n');
    expect(rows).toMatchObject([{ ok: true, values: { client: 'Chez "Max"', notes: null } }]);
  });
});

describe('a refused row', () => {
  test('names its line, as an editor counts it, and its field', async () => {
    const file =
      'client,statut,montant_brut,date_echeance,notes\r\n' +
      'A,prospect,5,,"l1\r\nl2\nl3"\r\n' + // lines 2 to 4
      '\r\n \r\n,,,,\r\n' + // lines 5 to 7, nothing in them
      ',perdu,0,31/02/2026,\r\n'; // line 8
    const rows = await readAll(file);
    expect(rows.map(({ ok, line }) => [ok, line])).toEqual([
      [true, 2],
      [false, 8],
    ]);
    expect(rows[1]).toMatchObject({
      problems: [
        { field: 'client' },
        { field: 'statut' },
        { field: 'montant_brut' },
        { field: 'date_echeance' },
      ],
      messages: [
        'Ligne 8 - client: le nom du client manque. Indiquez-le.',
        "Ligne 8 - statut: « perdu » n'est pas un statut connu. Choisissez parmi : prospect, qualifié, négociation, gagné, gagné - en cours.",
        "Ligne 8 - montant_brut: « 0 » n'est pas supérieur à 0. Écrivez un nombre supérieur à 0, par exemple 8500,50.",
        "Ligne 8 - date_echeance: « 31/02/2026 » n'existe pas dans le calendrier. Écrivez AAAA-MM-JJ ou JJ/MM/AAAA, par exemple 2026-03-31.",
      ],
    });
  });

  test('is one with more values than columns: 8,500 without quotes is not taken for 8', async () => {
    const rows = await readAll('client,statut,montant_brut,secteur\nA,prospect,8,500,\nB,prospect,7,\n');
    expect(rows).toMatchObject([
      {
        ok: false,
        messages: [
          'Ligne 2 - colonnes: la ligne compte 5 valeurs pour 4 colonnes. Mettez entre guillemets les valeurs qui contiennent « , ».',
        ],
      },
      { ok: true, values: { client: 'B', montant_brut: 7 } },
    ]);
  });

  test('keeps its true line whatever stands above it', async () => {
    const above = fc.constantFrom(
      '',
      '   ',
      'A,prospect,5',
      '"A\n\nB",prospect,5',
      '"A\r\n\rB",prospect,5',
      ',,',
    );
    const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(above, lineBreak)),
        fc.integer({ min: 1, max: 50 }),
        async (lines, chunkSize) => {
          const before = `client,statut,montant_brut\n${lines.flat().join('')}`;
          const rows = await readAll(`${before}Z,prospect,zéro`, { chunkSize });
          expect(rows.at(-1)).toMatchObject({ ok: false, line: before.split(/\r\n|\r|\n/).length });
        },
      ),
    );
  });
});

test('a caller who has seen enough stops the source', async () => {
  let released = false;
  async function* source() {
    try {
      yield* chunksOf(Buffer.from(`client,statut,montant_brut\n${'A,prospect,5\n'.repeat(50_000)}`), 1_000);
    } finally {
      released = true;
    }
  }
  for await (const row of readDealCsv(source())) if (row.line > 10) break;
  expect(released).toBe(true);
});

test('a source that breaks throws its own error', async () => {
  const broken = new Error('the upload was cut');
  async function* source() {
    yield* chunksOf(Buffer.from(`client,statut,montant_brut\n${'A,prospect,5\n'.repeat(20_000)}`), 10_000);
    throw broken;
  }
  const reading = (async () => {
    for await (const row of readDealCsv(source())) expect(row.ok).toBe(true);
  })();
  await expect(reading).rejects.toBe(broken);
});

describe('memory does not grow with the file', () => {
  test('the source is asked for little more than the rows taken', async () => {
    const row = 'Acme,prospect,5\n';
    const block = Buffer.from(row.repeat(1_000));
    let sentBytes = 0;
    async function* source() {
      yield Buffer.from('client,statut,montant_brut\n');
      for (let blocks = 0; blocks < 100; blocks += 1) {
        sentBytes += block.length;
        yield block;
      }
    }
    let furthestAhead = 0;
    for await (const { line } of readDealCsv(source())) {
      furthestAhead = Math.max(furthestAhead, sentBytes - (line - 1) * row.length);
    }
    expect(sentBytes).toBe(1_600_000);
    expect(furthestAhead).toBeLessThan(1_000_000);
  });

  test('and 13 MB of rows pass through a heap that could not hold them', async () => {
    const heap = new Worker(new URL('./small-heap-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 },
    });
    const [rows] = await once(heap, 'message');
    expect(rows).toBe(200_000);
  });
});
