import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { checkServiceText, findingLine, isError } from './check/check-text.ts'
import { bangkokDay } from './dates.ts'
import type { Definition } from './definition.ts'

/** A service folder, read and checked. `documents` are the layouts by kind, still to be parsed by documents/template. */
export type Service = {
  definition: Definition
  hash: string
  dir: string
  documents: Record<string, unknown>
}

/** Reads services/<id>/. Throws an Error naming every fault with its line; warnings are for `service:check`. */
export function loadService(dir: string): Service {
  const file = join(dir, 'service.yaml')
  if (!existsSync(file)) throw new Error(`${file} is not there: SERVICE_DIR must name a service folder`)
  const { definition, findings } = checkServiceText(readFileSync(file, 'utf8'), bangkokDay(new Date()))
  const faults = findings.filter(isError).map((finding) => findingLine(file, finding))
  if (!definition || faults.length > 0)
    throw new Error(`${file} is not a service definition:\n${faults.join('\n')}`)
  return {
    definition,
    hash: definitionHash(definition),
    dir,
    documents: loadDocuments(join(dir, 'documents')),
  }
}

/** Layouts without which the program does not start. Where nothing is ever due there is no receipt. */
export function neededLayouts({ fees }: Pick<Definition, 'fees'>): string[] {
  return fees.items.length > 0 ? ['licence', 'receipt'] : ['licence']
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
