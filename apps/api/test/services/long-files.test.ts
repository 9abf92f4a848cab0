import { once } from 'node:events';
import { request } from 'node:http';
import { PROBABILITES } from '@passerelle/contracts';
import { seedDeals } from '@passerelle/database';
import { expect, it } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

const MEGABYTE = 1024 * 1024;
const HEADER = 'client;statut;montant_brut;notes\n';
const GOOD = 'Atelier Morel;gagné;10;\n';

/** A row of half a megabyte, refused for its notes, which costs little to refuse. */
const LONG_ROW = Buffer.from(`Trop long;gagné;10;${'x'.repeat(MEGABYTE / 2 - 20)}\n`);

/** Sends a form whose file is made on the fly; answers status and body. */
async function send(world: World, pieces: Iterable<string | Buffer>) {
  const sent = request(`${world.origin}/api/upload/csv`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  const response = once(sent, 'response');
  sent.write('--x\r\nContent-Disposition: form-data; name="file"; filename="deals.csv"\r\n\r\n');
  let isAnswered = false;
  response.then(
    () => (isAnswered = true),
    () => (isAnswered = true),
  );
  // The server may hang up in the middle of what it refuses.
  sent.on('error', () => undefined);
  for (const piece of pieces) {
    if (isAnswered) break;
    if (!sent.write(piece)) await Promise.race([once(sent, 'drain'), response]);
  }
  sent.end('\r\n--x--\r\n');
  const [incoming] = await response;
  const chunks: Buffer[] = await incoming.toArray();
  return { status: incoming.statusCode, body: JSON.parse(Buffer.concat(chunks).toString()) };
}

function* megabytes(count: number): Generator<string | Buffer> {
  yield HEADER + GOOD;
  for (let half = 0; half < count * 2 - 1; half += 1) yield LONG_ROW;
}

async function countOf(world: World): Promise<unknown> {
  return (await world.call('GET', '/api/kpis')).body.data;
}

it('takes a file of nearly 200 MB in flat memory', async () => {
  const world = await openWorld('sqlite');
  const before = process.memoryUsage.rss();
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const { status, body } = await send(world, megabytes(199)).finally(() => clearInterval(watching));
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { success: true, data: { nb_imported: 1, nb_errors: 397 } },
  });
  expect(body.data.errors[0]).toMatch(/^Ligne 3 - notes: le texte compte \d+ caractères/);
  expect((most - before) / MEGABYTE).toBeLessThan(150);
  expect(await countOf(world)).toMatchObject({ nombre_deals: 1 });
}, 120_000);

it('refuses a file of 300 MB, and writes nothing of it', async () => {
  const world = await openWorld('sqlite');
  expect(await send(world, megabytes(300))).toEqual({
    status: 413,
    body: { success: false, data: null, error: expect.stringMatching(/dépasse 200 Mo\. Découpez-le/) },
  });
  expect(await countOf(world)).toMatchObject({ nombre_deals: 0 });
}, 60_000);

it('refuses a line of 10 MB and 10,000 columns, and reads Latin-1', async () => {
  const world = await openWorld('sqlite');
  const cases: readonly [(string | Buffer)[], number, RegExp][] = [
    [[HEADER, GOOD, `X;gagné;10;"${'y'.repeat(10 * MEGABYTE)}"\n`], 400, /La ligne 3 dépasse 1000000 octets/],
    [
      [`${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(';')}\n`, GOOD],
      400,
      /colonnes, la limite est de 500/,
    ],
    [
      [Buffer.concat([Buffer.from(HEADER + GOOD), Buffer.from('Mac;gagn\x8e;10;\x81\n', 'latin1')])],
      400,
      /ni en UTF-8 ni en Latin-1/,
    ],
  ];
  for (const [pieces, status, sentence] of cases) {
    expect(await send(world, pieces)).toEqual({
      status,
      body: { success: false, data: null, error: expect.stringMatching(sentence) },
    });
  }
  expect(await countOf(world)).toMatchObject({ nombre_deals: 0 });
  expect((await send(world, [Buffer.from(`${HEADER}Énergie;gagné;10;été\n`, 'latin1')])).status).toBe(200);
  expect((await world.call('GET', '/api/deals')).body.data).toMatchObject([
    { client: 'Énergie', statut: 'gagné', notes: 'été' },
  ]);
});

it('a client that leaves in the middle of a streamed list stops nothing but its own answer', async () => {
  const world = await openWorld('sqlite', {}, () => new Date('2026-06-15T12:00:00.000Z'));
  const { database } = world;
  const seeded = { count: 40_000, seed: 1, today: '2026-06-15', probabilites: PROBABILITES };
  await seedDeals({ em: database.em(), sql: database.sql }, seeded);
  for (const path of ['/deals', '/deals/export.csv', '/analytics/cold-deals', '/analytics/deadlines']) {
    const sent = request(`${world.origin}/api${path}`).end();
    const [incoming] = await once(sent, 'response');
    const [first] = await once(incoming, 'data');
    expect(first.length, path).toBeGreaterThan(0);
    expect(incoming.complete, path).toBe(false);
    incoming.destroy();
    await once(incoming, 'close');
    expect(await countOf(world)).toMatchObject({ nombre_deals: 40_000 });
  }
  expect(world.logLines.filter((line) => /"level":(?:40|50|60)/.test(line))).toEqual([]);
}, 60_000);
