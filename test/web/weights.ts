import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { formPages } from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'
import { earlyModules, type LazyModule, modulesOf } from '../../src/web/ui/fields/lazy-controls.ts'

/** Bytes after gzip that a page of this kind may weigh before it can be used. */
export const BUDGETS: Record<string, number> = {
  'src/web/citizen/form.client.tsx': 25_000,
  'src/web/citizen/watch.client.ts': 5_000,
  'src/web/client/plain.client.ts': 5_000,
  'src/web/citizen/citizen.css': 8_000,
}
export const FORM = 'src/web/citizen/form.client.tsx'

export const LAZY_MODULES: LazyModule[] = [
  'address-control',
  'computed-control',
  'consent-control',
  'file-control',
  'location-control',
  'lookup-control',
  'multi-control',
  'person-name-control',
  'repeat-control',
  'signature-control',
]
export const moduleFile = (name: LazyModule): string => `src/web/ui/fields/${name}.tsx`

type Manifest = Record<string, { file: string; imports?: string[] }>

/** Prints what the built entries weigh, and the form's pages with their controls; false when one is over its budget. */
export function printWeights(client: string): boolean {
  const manifest = readManifest(client)
  const entries = Object.entries(BUDGETS).map(([entry, budget]) => ({ name: entry, files: [entry], budget }))
  const pages = formPages(loadService('services/drinking-water').definition).map(({ id, fields }) => ({
    name: `form, page ${id}`,
    files: [FORM, ...earlyModules(modulesOf(fields)).map(moduleFile)],
    budget: BUDGETS[FORM] ?? 0,
  }))
  return [...entries, ...pages]
    .map(({ name, files, budget }) => {
      const weight = weightOf(client, manifest, files)
      console.log(`${name}: ${weight} of ${budget} bytes`)
      return weight <= budget
    })
    .every(Boolean)
}

export function readManifest(client: string): Manifest {
  return JSON.parse(readFileSync(join(client, 'manifest.json'), 'utf8')) as Manifest
}

export function weightOf(client: string, manifest: Manifest, entries: string[]): number {
  return filesOf(manifest, entries).reduce((sum, file) => sum + statSync(join(client, `${file}.gz`)).size, 0)
}

/** Of these entries, with all that they import at once. */
export function filesOf(manifest: Manifest, entries: string[]): string[] {
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const each of chunk.imports ?? []) visit(each)
  }
  entries.forEach(visit)
  return [...files]
}
