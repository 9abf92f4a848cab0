import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openWorld } from './support/world.ts';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** A command of the tour and the answer printed under it. */
const STEPS = [...README.matchAll(/```sh\n(curl .*)\n```\n\n```text\n(.*)\n```/g)].map(
  ([, command = '', answer = '']) => ({ command, answer }),
);

test('every command of the README’s tour answers what the README prints', async () => {
  expect(STEPS.length).toBeGreaterThan(6);
  const { call } = await openWorld('sqlite', 'sandbox');
  for (const { command, answer } of STEPS) {
    const { status, body } = await send(command, call);
    expect(status, command).toBe(200);
    expect(JSON.stringify(body)).toMatch(patternOf(answer));
  }
});

/** Reads a curl command the way a shell and curl would, for the forms the README uses. */
function send(
  command: string,
  call: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>,
) {
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const method = words[words.indexOf('-X') + 1];
  const url = words.find((word) => word.startsWith('http://127.0.0.1:3000')) ?? '';
  const data = words.includes('-d') ? JSON.parse(words[words.indexOf('-d') + 1] ?? '') : undefined;
  return call(
    words.includes('-X') && method ? method : 'GET',
    url.replace('http://127.0.0.1:3000', ''),
    data,
  );
}

/** `…` stands for anything, a timestamp for any timestamp. */
function patternOf(answer: string): RegExp {
  const literal = answer.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const times = literal.replace(/\d{4}-\d\d-\d\dT[\d:]+\\\.\d{3}Z/g, String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z`);
  return new RegExp(`^${times.replaceAll('…', '.*')}$`);
}
