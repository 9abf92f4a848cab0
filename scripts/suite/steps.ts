import { workspaceFolders } from '../bootstrap/workspace-folders.mjs';
import { generatedFilesStep } from './generated-files-step.ts';
import { commandStep, type Step } from './step.ts';
import { vitestStep } from './vitest-step.ts';

const TURBO_RUN = ['--continue=always', '--output-logs=errors-only', '--log-order=grouped'] as const;

/** The checks that need no test run: seconds, for the working day. */
export function fastSteps(): Step[] {
  return [
    commandStep('Mise en forme et lint', ['biome', 'ci', '--error-on-warnings']),
    commandStep('Types', ['tsc', '-p', 'scripts'], ['turbo', 'run', 'typecheck', ...TURBO_RUN]),
    vitestStep(
      'Structure et outillage',
      ['scripts'],
      ['vitest', 'run', '--root', 'scripts', '--config', '../vitest.config.ts'],
    ),
  ];
}

/** Everything that must be green before a change lands. */
export function allSteps(root: string): Step[] {
  return [
    ...fastSteps(),
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
      ...TURBO_RUN,
    ]),
  ];
}
