import type { Dialect } from '../dialect.ts';

/** Which of the two databases a migration's driver talks to. */
export function dialectOf(driver: { getPlatform(): { constructor: { name: string } } }): Dialect {
  return driver.getPlatform().constructor.name.startsWith('Sqlite') ? 'sqlite' : 'postgresql';
}
