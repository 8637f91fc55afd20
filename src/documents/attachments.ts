import type { DocumentInput } from './render.ts'

/** The record that a document prints, for machines: JSON, and XML of the same. */
export function machineReadable(record: Record<string, unknown>): DocumentInput['attachments'] {
  return [
    {
      name: 'record.json',
      type: 'application/json',
      description: 'ข้อมูลของเอกสารนี้ในรูปแบบ JSON / The data of this document as JSON',
      relationship: 'Data',
      bytes: Buffer.from(`${JSON.stringify(record, null, 2)}\n`),
    },
    {
      name: 'record.xml',
      type: 'text/xml',
      description: 'ข้อมูลของเอกสารนี้ในรูปแบบ XML / The data of this document as XML',
      relationship: 'Alternative',
      bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${element('record', record, '')}`),
    },
  ]
}

/** A list becomes one element for each entry; what is undefined is left out, as in JSON. */
function element(name: string, value: unknown, indent: string): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((each) => element(name, each, indent)).join('')
  const tag = xmlName(name)
  if (value === null) return `${indent}<${tag}/>\n`
  if (value instanceof Date || typeof value !== 'object')
    return `${indent}<${tag}>${escaped(value instanceof Date ? value.toISOString() : String(value))}</${tag}>\n`
  const children = Object.entries(value).map(([key, child]) => element(key, child, `${indent}  `))
  return `${indent}<${tag}>\n${children.join('')}${indent}</${tag}>\n`
}

/** Keys are our own identifiers; anything that XML does not allow in a name is replaced all the same. */
const xmlName = (name: string): string => name.replace(/[^A-Za-z0-9_.-]/g, '_').replace(/^(?![A-Za-z_])/, '_')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** NOTE: XML 1.0 has no way at all to write most control characters. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
