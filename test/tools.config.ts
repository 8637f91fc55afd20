import { defineConfig } from 'vitest/config'

/** Issued documents under the eyes of independent programs: poppler, qpdf, zbar, NSS, OpenSSL. A missing one is a failure. */
export default defineConfig({ test: { include: ['test/**/*.tools.test.ts'], testTimeout: 60_000 } })
