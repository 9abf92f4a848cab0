import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { ReadingThread } from '../src/sqlite/reading-thread.ts';
import { statement } from '../src/statement.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-thread-'));
const file = join(folder, 'test.db');
const writer = new BetterSqlite(file);
writer.pragma('journal_mode = wal');
writer.exec('create table numbers (n integer)');
afterAll(() => {
  writer.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the thread answers each question with what is committed, a wrong one with its error, and goes on', async () => {
  const thread = new ReadingThread(file);
  const sum = () => thread.rows(statement`select sum(n) as total from numbers where n < ${10}`);
  writer.exec('insert into numbers values (4), (5), (10)');
  const [first, wrong, second] = await Promise.allSettled([
    sum(),
    thread.rows(statement`select missing from numbers`),
    thread.rows(statement`select holds_folded(${'Énergie'}, ${null}, ${'erg'}) as found`),
  ]);
  expect(first).toEqual({ status: 'fulfilled', value: [{ total: 9 }] });
  expect(wrong).toMatchObject({ status: 'rejected', reason: { message: 'no such column: missing' } });
  expect(second).toEqual({ status: 'fulfilled', value: [{ found: 1 }] });
  writer.exec('begin; insert into numbers values (1)');
  expect(await sum()).toEqual([{ total: 9 }]);
  writer.exec('commit');
  expect(await sum()).toEqual([{ total: 10 }]);
  await thread.close();
});

test('the thread cannot write, and a question without answer is refused when it is closed', async () => {
  const thread = new ReadingThread(file);
  await expect(thread.rows(statement`delete from numbers returning n`)).rejects.toThrow(/readonly/);
  const long = statement`with recursive c(n) as (select 1 union all select n + 1 from c where n < 5000000) select count(*) from c`;
  const unanswered = thread.rows(long).catch((error: unknown) => error);
  await thread.close();
  expect(await unanswered).toBeInstanceOf(Error);
});

test('texts come piece by piece, all of the moment the first was asked for, while others see what is new', async () => {
  const thread = new ReadingThread(file);
  const long = statement`with recursive c(n) as (select 1 union all select n + 1 from c where n < 50000)
    select (select count(*) from numbers) || ':' || n from c`;
  const pieces: string[] = [];
  const [{ before }] = (await thread.rows(statement`select count(*) as before from numbers`)) as [
    { before: number },
  ];
  for await (const piece of thread.texts(long)) {
    if (pieces.length === 0) writer.exec('insert into numbers values (7)');
    pieces.push(new TextDecoder().decode(piece));
    expect(await thread.rows(statement`select count(*) as n from numbers`)).toEqual([{ n: before + 1 }]);
  }
  expect(pieces.length).toBeGreaterThan(5);
  expect(pieces.join(',').split(',')).toEqual(
    Array.from({ length: 50_000 }, (_, index) => `${before}:${index + 1}`),
  );
  await thread.close();
});

test('texts that are left before their end let the thread go on; a wrong select and a lost thread are told', async () => {
  const thread = new ReadingThread(file);
  for await (const piece of thread.texts(statement`select n || '' from numbers`)) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
  await expect(thread.texts(statement`select missing from numbers`).next()).rejects.toThrow(/no such column/);
  expect(await thread.texts(statement`select n from numbers where n < ${0}`).next()).toEqual({
    done: true,
    value: undefined,
  });
  const endless = statement`with recursive c(n) as (select 1 union all select n + 1 from c) select n || '' from c`;
  const lost = thread.texts(endless);
  await lost.next();
  await thread.close();
  await expect(lost.next().then(() => lost.next())).rejects.toThrow(/thread has ended/);
});
