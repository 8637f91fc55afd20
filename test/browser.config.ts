import { defineConfig } from 'vitest/config'

/**
 * `vitest run --config test/browser.config.ts`: pages in Chromium, one file at a time. Without Chromium they fail.
 * Where it is not at /usr/bin/chromium, CHROMIUM names it.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['test/**/*.browser.test.ts'],
    exclude: ['test/journeys/**'],
    globalSetup: 'test/support/global-setup.ts',
    fileParallelism: false,
    bail: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
