/** A service file as text → everything to mend in it, with the lines. Pure. */
import { z } from 'zod'
import { Definition } from '../definition.ts'
import { definitionFindings } from './definition-findings.ts'
import type { Finding, Located } from './finding.ts'
import type { JsonSchema } from './schema-tree.ts'
import { schemaFindings } from './schema-words.ts'
import { readSource, type Source } from './source.ts'

/** `definition` is there when the file has the right shape. */
export type Checked = { source: Source; definition?: Definition; findings: Located[] }

/** `today` is the Bangkok day, ISO. Faults of shape are told first: what they hide can only be seen once they are mended. */
export function checkServiceText(text: string, today: string): Checked {
  const source = readSource(text)
  if (source.faults.length > 0) return { source, findings: source.faults }
  const parsed = Definition.safeParse(source.value)
  const findings = parsed.success
    ? definitionFindings(parsed.data, today)
    : schemaFindings(parsed.error.issues, { data: source.value, schema: serviceJsonSchema() })
  return { source, definition: parsed.data, findings: inOrder(findings.map(source.locate)) }
}

/** The service file's schema in the form that editors understand. */
export function serviceJsonSchema(): JsonSchema & Record<string, unknown> {
  return z.toJSONSchema(Definition, { io: 'input', unrepresentable: 'any' }) as JsonSchema &
    Record<string, unknown>
}

/** From the top of the file to its end, each said once. */
export function inOrder(findings: Located[]): Located[] {
  const told = new Set<string>()
  return findings
    .filter(({ line, column, message }) => {
      const said = `${line}:${column} ${message.en}`
      return !told.has(said) && told.add(said)
    })
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

export const isError = ({ level }: Finding): boolean => level === 'error'

/** One line for a person: `service.yaml:12:7  error  ไทย / English  → วิธีแก้ / how to mend it`. */
export function findingLine(file: string, { line, column, level, message, cure }: Located): string {
  return `${file}:${line}:${column}  ${level}  ${message.th} / ${message.en}  → ${cure.th} / ${cure.en}`
}
