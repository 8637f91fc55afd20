/**
 * Builds the pages with Vite: a browser bundle of every `*.client.ts(x)` and area sheet, and one bundle that renders
 * all pages on the server. The result lies under the hash of its sources, so that it is never stale and several
 * processes may build at once. `node src/web/build.ts` builds ahead of a start; a start that finds its build asks for
 * no Vite, which need not be there then.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { InlineConfig, Plugin } from 'vite'

export type Built = { client: string; server: string }

const WEB = import.meta.dirname
const ROOT = join(WEB, '../..')
const OUT = join(ROOT, 'dist/web')

/** The built bundles' folders; builds them first when the sources have changed. */
export async function ensureBuilt(): Promise<Built> {
  const target = join(OUT, sourceHash())
  if (!existsSync(target)) await buildInto(target)
  return { client: join(target, 'client'), server: join(target, 'server') }
}

function sourceHash(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  for (const file of sources()) hash.update(relative(ROOT, file)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** All that a bundle may hold: components, entries, sheets and whatever they import, however far that leads. */
export function sources(): string[] {
  const starts = globSync(['**/*.{tsx,css}', '**/*.client.ts', 'build.ts'], { cwd: WEB })
  const found = new Set(starts.map((file) => join(WEB, file)))
  // A set goes on to what is added while it is walked through.
  for (const file of found) {
    if (file.endsWith('.css')) continue
    for (const imported of importsOf(file)) if (existsSync(imported)) found.add(imported)
  }
  return [...found].sort()
}

/** By their lines, as the formatter writes them; types, which no bundle holds, are passed over. */
function importsOf(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export|\}) (?!type )[^'\n]*'(\.[^'?]+)'|\bimport\('(\.[^']+)'\)/gm,
  )
  return [...imports].map(([, still, lazy]) => join(dirname(file), still ?? lazy ?? ''))
}

async function buildInto(target: string): Promise<void> {
  const draft = `${target}.${process.pid}-${Date.now()}`
  const { build } = await import('vite')
  mkdirSync(draft, { recursive: true })
  await build(clientConfig(join(draft, 'client')))
  await build(serverConfig(join(draft, 'server')))
  compress(join(draft, 'client'))
  try {
    renameSync(draft, target)
  } catch (error) {
    // Another process was faster; its result is the same.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  keepNewest()
}

const common: InlineConfig = {
  root: ROOT,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  // The same in a test as in production: other processes take what was built.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  plugins: [bareIcons(), bareImports()],
}

function clientConfig(outDir: string): InlineConfig {
  const entries = globSync('**/*.client.{ts,tsx}', { cwd: WEB })
  const sheets = globSync('{citizen,officer,public}/*.css', { cwd: WEB })
  const input = Object.fromEntries([...entries, ...sheets].map((file) => [entryName(file), join(WEB, file)]))
  return {
    ...common,
    build: {
      target: 'es2020',
      outDir,
      manifest: 'manifest.json',
      assetsInlineLimit: 0,
      // The page itself names the modules that it will load.
      modulePreload: false,
      // Rules do nothing by being imported: a browser is sent only those that its page uses.
      rolldownOptions: { input, treeshake: { moduleSideEffects: (id) => !id.includes('/src/service/') } },
    },
  }
}

const entryName = (file: string) =>
  file
    .replace(/\.client\.tsx?$/, '')
    .replace(/\.css$/, '-sheet')
    .replace(/\//g, '-')

function serverConfig(outDir: string): InlineConfig {
  return {
    ...common,
    ssr: { noExternal: true },
    build: {
      ssr: join(WEB, 'server.tsx'),
      target: 'node22',
      outDir,
      rolldownOptions: { output: { entryFileNames: 'server.mjs' } },
    },
  }
}

/** A Lucide file carries a licence line and attributes that `Icon` writes anyway: only its drawing is shipped. */
function bareIcons(): Plugin {
  return {
    name: 'bare-icons',
    enforce: 'pre',
    load(id) {
      if (!/lucide-static.*\.svg\?raw$/.test(id)) return null
      const drawing =
        /<svg[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(id.replace(/\?raw$/, ''), 'utf8'))?.[1] ?? ''
      return `export default ${JSON.stringify(drawing.replace(/\s*\n\s*/g, ''))}`
    },
  }
}

/** Vite's own way of loading a module later looks after sheets and preloads, of which there are none. */
function bareImports(): Plugin {
  return {
    name: 'bare-imports',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null,
  }
}

function compress(folder: string): void {
  for (const file of globSync('**/*.{js,css}', { cwd: folder })) {
    const bytes = readFileSync(join(folder, file))
    writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes))
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes))
  }
}

/** Older results are kept for a while: another process may still be serving them. */
function keepNewest(): void {
  const age = (name: string) => Date.now() - statSync(join(OUT, name)).mtimeMs
  for (const name of readdirSync(OUT)) {
    if (age(name) > 24 * 3600_000) rmSync(join(OUT, name), { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const built = await ensureBuilt()
  console.log(`pages built: ${built.client}`)
}
