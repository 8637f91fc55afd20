import { type Counting, lineLength } from './length.ts'
import type { Detail } from './refuse.ts'

/** The pieces that all rules beyond the schema are made of. A rule gives the details of what it finds wrong. */
export type Node = { [field: string]: unknown }

export type Limit = { field: string; max: number; min?: number; counting?: Counting }

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The nodes of a list field, each with its path. */
export function listOf(node: Node, field: string, path: string): [Node, string][] {
  const list = node[field]
  if (!Array.isArray(list)) return []
  return list.filter(isNode).map((item, i) => [item, `${path}.${field}[${i}]`])
}

export function childOf(node: Node, field: string, path: string): [Node, string][] {
  const child = node[field]
  return isNode(child) ? [[child, `${path}.${field}`]] : []
}

export function lengthFindings(node: Node, limits: Limit[], path: string): Detail[] {
  return limits.flatMap(({ field, min = 0, max, counting = 'utf16' }) => {
    const value = node[field]
    if (typeof value !== 'string') return []
    const length = lineLength(value, counting)
    if (length >= min && length <= max) return []
    return [{ property: `${path}.${field}`, message: `Length must be between ${min} and ${max}` }]
  })
}

export function countFindings(
  node: Node,
  field: string,
  [min, max]: [number, number],
  path: string,
): Detail[] {
  const list = node[field]
  if (!Array.isArray(list) || (list.length >= min && list.length <= max)) return []
  return [{ property: `${path}.${field}`, message: `Size must be between ${min} and ${max}` }]
}

const MEDIA_URL_MAX = 2000

/**
 * Media must come by https. The bot's own address stands for its public one, which is https in earnest; here it may be
 * plain http on this machine.
 */
export function mediaFindings(node: Node, fields: string[], path: string, botBaseUrl: string): Detail[] {
  return fields.flatMap((field) => {
    const value = node[field]
    if (typeof value !== 'string') return []
    const url = isAscii(value) ? URL.parse(value) : null
    const isFit = url?.protocol === 'https:' || url?.origin === new URL(botBaseUrl).origin
    if (isFit && value.length <= MEDIA_URL_MAX) return []
    return [{ property: `${path}.${field}`, message: 'invalid uri: https, percent-encoded, up to 2000' }]
  })
}

/** Thai letters in an address must be percent-encoded. */
export function isAscii(text: string): boolean {
  return /^[!-~]+$/.test(text)
}
