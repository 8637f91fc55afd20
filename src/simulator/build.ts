import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const PAGE = join(import.meta.dirname, 'page')
const OUT = join(ROOT, 'dist/simulator')
/** What the page takes from beside its own folder. */
const ALSO = [join(import.meta.dirname, 'api.ts'), join(ROOT, 'src/service'), join(ROOT, 'package-lock.json')]

/** Builds the page when it is missing or older than what it is made of; the directory to serve it from. */
export async function buildSimulatorPage(): Promise<string> {
  const built = await newest(join(OUT, 'index.html'))
  const sources = await Promise.all([PAGE, ...ALSO].map(newest))
  if (built <= Math.max(...sources)) await build()
  return OUT
}

async function build(): Promise<void> {
  // Loaded only when needed: a container with a built page has no use for Vite.
  const vite = await import('vite')
  await vite.build({
    configFile: false,
    root: PAGE,
    base: './',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: OUT, emptyOutDir: true, target: 'es2020', modulePreload: { polyfill: false } },
  })
}

/** The time of the last change of a file, or of anything in a folder; 0 when there is none. */
async function newest(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const inside = await readdir(path)
  return Math.max(found.mtimeMs, ...(await Promise.all(inside.map((name) => newest(join(path, name))))))
}
