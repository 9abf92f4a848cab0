import type { UploadProgress } from '@passerelle/contracts';
import type { AppRouter } from '@passerelle/contracts/router';
import { createTRPCClient, httpSubscriptionLink, TRPCClientError } from '@trpc/client';
import { EventSource } from 'eventsource';
import { expect, it } from 'vitest';
import { UploadProgressBook } from '../../src/services/upload-progress.ts';
import { openWorld, type World } from '../support/world.ts';

const ID = '7d9f5c1e-3b52-4d0c-9a51-0c2f6d1b8e34';
const HEADER = 'client;statut;montant_brut\n';

/** Follows an upload to its end as a tRPC client does; answers all it was told, and the error it ended with. */
function follow({ origin }: World, id: string): Promise<{ told: UploadProgress[]; error: unknown }> {
  const links = [httpSubscriptionLink({ url: `${origin}/trpc`, EventSource })];
  const told: UploadProgress[] = [];
  return new Promise((resolve) => {
    createTRPCClient<AppRouter>({ links }).upload.events.subscribe(
      { id },
      {
        onData: (progress) => void told.push(progress),
        onComplete: () => resolve({ told, error: null }),
        onError: (error) => resolve({ told, error }),
      },
    );
  });
}

async function send({ origin }: World, content: string, id = ID) {
  const body = new FormData();
  body.set('file', new Blob([content]), 'deals.csv');
  const response = await fetch(`${origin}/api/upload/csv`, {
    method: 'POST',
    headers: { 'upload-id': id },
    body,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

it('a long upload tells its rows, refusals and bytes while it goes on, and its end', async () => {
  const world = await openWorld('sqlite');
  const row = (index: number) => `Client ${index};${index % 10 === 0 ? 'inconnu' : 'gagné'};10\n`;
  const content = HEADER + Array.from({ length: 60_000 }, (_, index) => row(index)).join('');
  const bytes = Buffer.byteLength(content);
  const [answer, { told, error }] = await Promise.all([send(world, content), follow(world, ID)]);
  expect(error).toBeNull();
  expect(answer.body.data).toMatchObject({ nb_imported: 54_000, nb_errors: 6_000 });
  expect(told.at(-1)).toEqual({
    ...{ id: ID, phase: 'finished', rows_read: 60_000, rows_refused: 6_000 },
    ...{ bytes_read: bytes, bytes_total: bytes, message: null },
  });
  const onTheWay = told.filter(({ phase, rows_read }) => phase === 'reading' && rows_read > 0);
  expect(onTheWay.length).toBeGreaterThan(0);
  for (const { rows_read, rows_refused, bytes_total } of onTheWay) {
    expect(rows_refused).toBeLessThan(rows_read);
    expect(bytes_total).toBe(bytes);
  }
  const read = told.map(({ bytes_read }) => bytes_read);
  expect(read).toEqual(read.toSorted((one, other) => one - other));
});

it('an upload that is refused ends with the sentence of its answer, and its id may be used again', async () => {
  const world = await openWorld('sqlite');
  const refused = await send(world, `${HEADER}Morel;inconnu;10\n`);
  expect(refused.status).toBe(400);
  expect(await follow(world, ID)).toMatchObject({
    told: [{ phase: 'failed', message: refused.body.error }],
    error: null,
  });
  expect((await send(world, `${HEADER}Morel;gagné;10\n`)).status).toBe(200);
  expect((await follow(world, ID)).told).toMatchObject([
    { phase: 'finished', rows_read: 1, rows_refused: 0 },
  ]);
});

it('an upload that nobody began, and an id that is no UUID, are refused by name, once', async () => {
  const world = await openWorld('sqlite');
  const { told, error } = await follow(world, ID);
  expect(told).toEqual([]);
  expect(error).toBeInstanceOf(TRPCClientError);
  expect(error).toMatchObject({
    message: expect.stringMatching(`Aucun envoi ne porte l’identifiant ${ID}.*Upload-Id`),
    data: { code: 'not_found' },
  });
  expect(await send(world, `${HEADER}Morel;gagné;10\n`, 'le-mien')).toMatchObject({
    status: 400,
    body: { error: expect.stringMatching(/Upload-Id.*le-mien/) },
  });
  expect((await world.call('GET', '/api/kpis')).body.data).toMatchObject({ nombre_deals: 0 });
});

it('an id names one upload at a time, and those long over are forgotten', async () => {
  const book = new UploadProgressBook();
  const tell = book.begin('one');
  expect(() => book.begin('one')).toThrow(/« one » est déjà en cours/);
  tell({ phase: 'finished' });
  const running = book.begin('running');
  for (let index = 0; index < 1000; index += 1) book.begin(`n${index}`)({ phase: 'finished' });
  await expect(book.follow('one', undefined).next()).rejects.toThrow(/Aucun envoi/);
  running({ rows_read: 7 });
  expect((await book.follow('running', undefined).next()).value).toMatchObject({ rows_read: 7 });
});
