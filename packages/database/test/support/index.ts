export { openTestDatabase, TEST_DIALECTS, type TestDatabase } from './test-database.ts';
export { expectEveryRecordToldOnce } from './told-once.ts';
