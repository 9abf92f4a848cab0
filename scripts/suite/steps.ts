import { workspaceFolders } from '../bootstrap/workspace-folders.mjs';
import { generatedFilesStep } from './generated-files-step.ts';
import { commandStep, type Step } from './step.ts';
import { vitestStep } from './vitest-step.ts';

const TURBO_OPTIONS = ['--continue=always', '--output-logs=errors-only', '--log-order=grouped'] as const;
const ROOT_SUITE = ['vitest', 'run', '--root', 'scripts', '--config', '../vitest.config.ts'] as const;

const formatAndLint = commandStep('Mise en forme et lint', [
  'biome',
  'ci',
  '--error-on-warnings',
  '--colors=off',
]);
// One at a time: the compiler itself uses every core.
const types = commandStep(
  'Types',
  ['tsc', '-p', 'scripts'],
  ['turbo', 'run', 'typecheck', '--concurrency=1', ...TURBO_OPTIONS],
);

/** The part that takes seconds, for the working day. */
export function fastSteps(): Step[] {
  return [formatAndLint, types, vitestStep('Structure', ['scripts'], [...ROOT_SUITE, 'structure'])];
}

/** Everything that must be green before a change lands. */
export function allSteps(root: string): Step[] {
  return [
    formatAndLint,
    types,
    vitestStep('Structure et outillage', ['scripts'], ROOT_SUITE),
    commandStep('Code et dépendances inutilisés', ['knip']),
    commandStep('Document OpenAPI', [
      'redocly',
      'lint',
      'openapi/openapi.json',
      '--config',
      'openapi/redocly.yaml',
    ]),
    generatedFilesStep(root),
    vitestStep('Tests des paquets', workspaceFolders(root), [
      'turbo',
      'run',
      'test',
      '--concurrency=2',
      ...TURBO_OPTIONS,
    ]),
  ];
}
