export { NOW, seconds, seedFile, TODAY, WON } from './bench-database.ts';
export { compare, timed } from './compare.ts';
export { type SentStatement, statementsOf } from './statements-of.ts';
