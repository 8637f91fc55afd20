import { defineConfig } from 'vitest/config'

/** The form in a real browser, against the product in a process of its own. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.browser.ts'],
    bail: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
