import { defineConfig } from 'vitest/config'

/** Whole stories: the product in a process of its own, the simulator, and Chromium. One at a time. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    bail: 1,
  },
})
