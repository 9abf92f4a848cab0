import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCommandOptions } from '../../src/command/command-options.ts';

const COMMAND = fileURLToPath(new URL('../../bin/passerelle-emulators.ts', import.meta.url));

function run(args: string[]) {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { text: '' };
  const lines = new Promise<void>((resolve) => {
    const collect = (part: Buffer) => {
      output.text += part.toString();
      if (output.text.includes('Jeton')) resolve();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('close', () => resolve());
  });
  return { child, output, ready: lines, ended: once(child, 'close') };
}

describe('passerelle-emulators', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'prints two addresses that answer, and stops on %s with 0',
    async (signal) => {
      const { child, output, ready, ended } = run([
        '--airtable-port',
        '0',
        '--notion-port',
        '0',
        '--seed',
        '7',
      ]);
      await ready;
      const [airtable, notion] = output.text.match(/http:\S+/g) ?? [];
      expect(airtable).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v0$/);
      expect(notion).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
      const headers = { authorization: 'Bearer sandbox' };
      const listed = await fetch(`${airtable}/appPasserelle0001/Deals?pageSize=3`, { headers });
      expect(((await listed.json()) as { records: unknown[] }).records).toHaveLength(3);
      const me = await fetch(`${notion}/users/me`, {
        headers: { ...headers, 'notion-version': '2025-09-03' },
      });
      expect(me.status).toBe(200);
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
    },
  );

  test.each([
    [['--latency', 'vite'], '--latency vaut « vite »'],
    [['--limits', 'some'], 'choisissez strict ou off'],
    [['--today', '2026-02-30'], '--today vaut « 2026-02-30 »'],
    [['--port', '1'], 'Option refusée'],
    [['--token', 'mot de passe'], '--token vaut « mot de passe »'],
    [['--clock', 'hier'], '--clock vaut « hier »'],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => readCommandOptions(args)).toThrow(sentence);
  });

  test('accepts the tokens it is told to, and stops its clock where it is told to', async () => {
    const { child, output, ready, ended } = run(
      ['--airtable-port', '0', '--notion-port', '0', '--token', 'patA.1', '--token', 'ntn_2'].concat(
        '--clock',
        '2026-04-24T15:00:00Z',
      ),
    );
    await ready;
    expect(output.text).toContain('Jeton    : patA.1.');
    const [airtable] = output.text.match(/http:\S+/g) ?? [];
    const status = async (token: string) =>
      (await fetch(`${airtable}/meta/whoami`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await status('patA.1'), await status('ntn_2'), await status('sandbox')]).toEqual([200, 200, 401]);
    const clock = await fetch(new URL('/_control/clock', airtable));
    expect(await clock.json()).toEqual({ now: '2026-04-24T15:00:00.000Z' });
    child.kill();
    await ended;
  });

  test('a bad option ends with 2 and help with 0', async () => {
    const bad = run(['--seed', '-']);
    expect(await bad.ended).toEqual([2, null]);
    expect(bad.output.text).toContain('--seed vaut « - »');
    const help = run(['--help']);
    expect(await help.ended).toEqual([0, null]);
    expect(help.output.text).toContain('--airtable-port');
  });
});
