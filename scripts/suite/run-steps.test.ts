import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSteps } from './run-steps.ts';
import { commandStep, type Step } from './step.ts';

let printed: string;

beforeEach(() => {
  printed = '';
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed += `${text}\n`;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const tests = (passed: number, failed: number, skipped: number): Step => ({
  name: 'Tests',
  run: async () => ({
    passed,
    failed,
    skipped,
    output: 'the log',
    failures: failed ? ['it is red'] : [],
    stopped: false,
  }),
});

it('green steps end with the sum of all and exit code 0, their output unseen', async () => {
  const exitCode = await runSteps([
    commandStep('Types', ['node', '-e', 'console.log("noise")']),
    tests(11, 0, 2),
  ]);
  expect(exitCode).toBe(0);
  expect(printed.trim().split('\n').at(-1)).toBe('12 passed, 0 failed, 2 skipped');
  expect(printed).not.toContain('noise');
});

it('a red step shows its output, lets the others run, is named again at the end and exits with 1', async () => {
  const exitCode = await runSteps([tests(3, 1, 0), commandStep('Types', ['node', '-e', '']), tests(4, 0, 0)]);
  expect(exitCode).toBe(1);
  expect(printed).toMatch(
    /the log[\s\S]*Tests en échec :\n {2}✘ it is red\n\n8 passed, 1 failed, 0 skipped\n$/,
  );
});

it('a command that fails is one failed check, and those after it are not run', async () => {
  const step = commandStep(
    'Types',
    ['node', '-e', 'console.error("wrong"); process.exit(2)'],
    ['node', '-e', 'console.log(1)'],
  );
  expect(await step.run()).toEqual({ passed: 0, failed: 1, skipped: 0, output: 'wrong\n', stopped: false });
});
