import { defineConfig } from 'vitest/config'

/**
 * One embedded database a worker, loaded from a migrated snapshot; with DATABASE_URL and REDIS_URL set the very same
 * tests run on PostgreSQL and Redis. Browser journeys have their own configuration in test/journeys.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/journeys/**', '**/*.tools.test.ts', '**/*.browser.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
