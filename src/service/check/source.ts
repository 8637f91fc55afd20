/** A YAML file with the line of everything in it. Pure. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Text } from '../definition.ts'
import type { Finding, Located, Path } from './finding.ts'

export type Source = {
  /** What the file says, as plain data; undefined when it cannot be read. */
  value: unknown
  /** What makes it no YAML. */
  faults: Located[]
  locate(finding: Finding): Located
}

export function readSource(text: string): Source {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const resolve = (node: unknown) => (isAlias(node) ? node.resolve(document) : node)
  const faults = document.errors.map(
    ({ code, pos, message }): Located => ({
      level: 'error',
      path: [],
      ...place(pos[0]),
      ...yamlWords(code, message),
    }),
  )
  return {
    value: faults.length === 0 ? document.toJS() : undefined,
    faults,
    locate: (finding) => ({
      ...finding,
      ...place(offsetOf(document.contents, finding.path, finding.at === 'key', resolve)),
    }),
  }
}

/**
 * Where a path stands, or the last part of it that is there. A single value is meant itself; for a list or a group,
 * the word that opens it.
 */
function offsetOf(root: unknown, path: Path, key: boolean, resolve: (node: unknown) => unknown): number {
  let node = resolve(root)
  let opened = startOf(node)
  for (const [index, step] of path.entries()) {
    const child = stepInto(node, step)
    if (!child) return opened
    node = resolve(child.value)
    opened = child.start
    if (index === path.length - 1 && key) return opened
  }
  return isScalar(node) && node.source !== '' && node.range ? node.range[0] : opened
}

function stepInto(node: unknown, step: string | number): { value: unknown; start: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)]
    return item === undefined ? undefined : { value: item, start: startOf(item) }
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return pair && { value: pair.value, start: startOf(pair.key) }
}

const startOf = (node: unknown): number => (isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0)

/** What the reader of YAML complains of, in words for people who do not know YAML. */
const YAML_WORDS: Record<string, { message: Text; cure: Text }> = {
  DUPLICATE_KEY: {
    message: { th: 'หัวข้อนี้เขียนซ้ำ', en: 'this key stands here twice' },
    cure: { th: 'เหลือไว้เพียงหัวข้อเดียว', en: 'keep only one of the two' },
  },
  TAB_AS_INDENT: {
    message: { th: 'ย่อหน้าด้วยแท็บ', en: 'the line is indented with a tab' },
    cure: { th: 'ใช้ช่องว่างแทนแท็บ', en: 'use spaces in place of the tab' },
  },
  BAD_INDENT: {
    message: { th: 'ย่อหน้าไม่ตรงกับบรรทัดข้างเคียง', en: 'the indentation does not match the lines around it' },
    cure: {
      th: 'ย่อหน้าให้เท่ากับหัวข้อระดับเดียวกัน ด้วยช่องว่าง',
      en: 'indent it with spaces, as far as its neighbours',
    },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: { th: 'มี “: ” อยู่ในข้อความ หรือย่อหน้าไม่ตรง', en: 'a text holds “: ”, or the indentation is off' },
    cure: { th: 'ครอบข้อความด้วยเครื่องหมาย "…"', en: 'put the text into quotes "…"' },
  },
  MISSING_CHAR: {
    message: {
      th: 'ขาดเครื่องหมายปิด " \' } ] หรือเครื่องหมาย : ,',
      en: 'a closing quote or bracket, a colon or a comma is missing',
    },
    cure: { th: 'เติมเครื่องหมายให้ครบคู่', en: 'add the sign that is missing' },
  },
  BAD_ALIAS: {
    message: { th: 'ข้อความขึ้นต้นด้วย * หรือ &', en: 'a text begins with * or &' },
    cure: { th: 'ครอบข้อความด้วยเครื่องหมาย "…"', en: 'put the text into quotes "…"' },
  },
}

function yamlWords(code: string, message: string): { message: Text; cure: Text } {
  return (
    YAML_WORDS[code] ?? {
      message: { th: `อ่านบรรทัดนี้ไม่ได้ (${code})`, en: `this line cannot be read (${message})` },
      cure: {
        th: 'ตรวจย่อหน้า เครื่องหมายคำพูด และวงเล็บ ข้อความที่มี : # { [ ให้ครอบด้วย "…"',
        en: 'check indentation, quotes and brackets; put a text with : # { [ into quotes "…"',
      },
    }
  )
}
