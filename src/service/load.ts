import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { definitionFaults } from './check.ts'
import { Definition } from './definition.ts'

/** A service folder, read and checked. `documents` are the layouts by kind, still to be parsed by documents/template. */
export type Service = {
  definition: Definition
  hash: string
  dir: string
  documents: Record<string, unknown>
}

/** Reads services/<id>/. Throws an Error naming the file and every fault in it. */
export function loadService(dir: string): Service {
  const file = join(dir, 'service.yaml')
  if (!existsSync(file)) throw new Error(`${file} is not there: SERVICE_DIR must name a service folder`)
  const parsed = Definition.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `- ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`${file} is not a service definition:\n${faults.join('\n')}`)
  }
  const definition = parsed.data
  const faults = definitionFaults(definition)
  if (faults.length > 0) throw new Error(`${file} does not fit together:\n- ${faults.join('\n- ')}`)
  return {
    definition,
    hash: definitionHash(definition),
    dir,
    documents: loadDocuments(join(dir, 'documents')),
  }
}

/** The identity of a definition: an application keeps the one it was begun under. */
export function definitionHash(definition: Definition | Definition['privacyNotice']['text']): string {
  return createHash('sha256').update(JSON.stringify(definition)).digest('hex')
}

function loadDocuments(dir: string): Record<string, unknown> {
  if (!existsSync(dir)) return {}
  const files = readdirSync(dir).filter((file) => file.endsWith('.yaml'))
  return Object.fromEntries(
    files.map((file) => [basename(file, '.yaml'), parse(readFileSync(join(dir, file), 'utf8'))]),
  )
}
