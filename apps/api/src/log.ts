import type { SecretMask } from './secret-mask.ts';

/** How much is logged, and where: one JSON object a line. */
export interface LogOptions {
  readonly level: LogLevel;
  readonly redact: string[];
  readonly stream: { write(line: string): void };
}

/** Levels of the log, from nothing to everything. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Log options that let no secret through: fields known to hold one are cut, and every line is masked. */
export function logOptions(
  level: LogLevel,
  mask: SecretMask,
  write: (line: string) => void = (line) => void process.stdout.write(line),
): LogOptions {
  return {
    level,
    redact: ['api_token', '*.api_token', '*.*.api_token', '*.headers.authorization', 'headers.authorization'],
    stream: { write: (line) => write(mask.apply(line)) },
  };
}
