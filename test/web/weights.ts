import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes after gzip that a page of this kind may weigh before it can be used. */
const BUDGETS: Record<string, number> = {
  'src/web/citizen/form.client.tsx': 25_000,
  'src/web/citizen/watch.client.ts': 5_000,
  'src/web/client/plain.client.ts': 5_000,
  'src/web/citizen/citizen.css': 8_000,
}

type Manifest = Record<string, { file: string; imports?: string[] }>

/** Prints what the built entries weigh; false when one is over its budget. */
export function printWeights(client: string): boolean {
  const manifest = JSON.parse(readFileSync(join(client, 'manifest.json'), 'utf8')) as Manifest
  return Object.entries(BUDGETS)
    .map(([entry, budget]) => {
      const weight = weightOf(client, manifest, entry)
      console.log(`${entry}: ${weight} of ${budget} bytes`)
      return weight <= budget
    })
    .every(Boolean)
}

function weightOf(client: string, manifest: Manifest, entry: string): number {
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const each of chunk.imports ?? []) visit(each)
  }
  visit(entry)
  return [...files].reduce((sum, file) => sum + statSync(join(client, `${file}.gz`)).size, 0)
}
