import { FirstTables } from './2026-11-22-first-tables.ts';

/** Every migration, oldest first. A migration that was released is never edited: add another. */
export const migrations = [{ name: '2026-11-22-first-tables', class: FirstTables }];
