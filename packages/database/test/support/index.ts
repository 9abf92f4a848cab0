export { openTestDatabase, TEST_DIALECTS, type TestDatabase } from './test-database.ts';
