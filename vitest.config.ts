import { defineConfig } from 'vitest/config';

/** One configuration for every suite: each runs it with its own folder as the root. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/vitest.json' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
