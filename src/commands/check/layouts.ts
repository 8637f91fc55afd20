/** documents/*.yaml: layouts that are missing, of the wrong shape, or that name a value nobody supplies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fill, pathsIn } from '../../documents/fill.ts'
import { Template } from '../../documents/template.ts'
import { error, type Finding, type Located, type Path, warning } from '../../service/check/finding.ts'
import { nearest } from '../../service/check/nearest.ts'
import { published } from '../../service/check/privacy.ts'
import { schemaFindings } from '../../service/check/schema-words.ts'
import { readSource } from '../../service/check/source.ts'
import { unfinished } from '../../service/check/texts.ts'
import { fieldsBehind } from '../../service/check/values.ts'
import type { Definition } from '../../service/definition.ts'
import { neededLayouts } from '../../service/load.ts'
import { printedSample, valueNames } from './printed.ts'

export type FileFinding = Located & { file: string }

export function layoutFindings(dir: string, definition: Definition): FileFinding[] {
  const folder = join(dir, 'documents')
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : []
  const missing = neededLayouts(definition).filter((kind) => !files.includes(`${kind}.yaml`))
  return [
    ...missing.map((kind) => missingLayout(join(folder, `${kind}.yaml`))),
    ...files.flatMap((file) => {
      const kind = basename(file, '.yaml')
      const checked = checkLayout(kind, readFileSync(join(folder, file), 'utf8'), definition)
      return checked.map((finding) => ({ ...finding, file: join(folder, file) }))
    }),
  ]
}

const missingLayout = (file: string): FileFinding => ({
  ...error(
    [],
    { th: 'ไม่มีแบบเอกสารนี้', en: 'this document layout is missing' },
    {
      th: 'คัดลอกจากบริการตัวอย่าง หรือจากโฟลเดอร์ที่ service:new สร้าง',
      en: 'copy it from a sample, or from a folder that service:new made',
    },
  ),
  file,
  line: 1,
  column: 1,
})

/** One layout as text → what is to be mended in it. */
export function checkLayout(kind: string, text: string, definition: Definition): Located[] {
  const source = readSource(text)
  if (source.faults.length > 0) return source.faults
  const data = printedSample(kind, definition)
  const parsed = Template.safeParse(source.value)
  const findings = [
    ...(data
      ? textsIn(source.value).flatMap((each) => placeholderFindings(each, data))
      : [unknownKind(kind)]),
    ...(parsed.success ? [] : schemaFindings(parsed.error.issues, { data: source.value, schema: {} })),
    ...textsIn(source.value).flatMap(({ text, path }) => unfinished(text, path)),
    ...(kind === 'licence' && data ? publicity(textsIn(source.value), valueNames(data), definition) : []),
  ]
  return findings.map(source.locate)
}

const unknownKind = (kind: string): Finding =>
  warning(
    [],
    { th: `ระบบไม่ออกเอกสารชื่อ “${kind}”`, en: `the program makes no document “${kind}”` },
    {
      th: 'เปลี่ยนชื่อไฟล์เป็น licence หรือ receipt หรือลบ',
      en: 'name the file licence or receipt, or take it away',
    },
  )

type Leaf = { text: string; path: Path }

function textsIn(node: unknown, path: Path = []): Leaf[] {
  if (typeof node === 'string') return [{ text: node, path }]
  if (Array.isArray(node)) return node.flatMap((child, index) => textsIn(child, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => textsIn(child, [...path, key]))
}

function placeholderFindings({ text, path }: Leaf, data: Record<string, unknown>): Finding[] {
  const known = valueNames(data)
  const unknown = pathsIn(text).filter((name) => !known.includes(name))
  if (unknown.length > 0) return unknown.map((name) => unknownValue(name, path, known))
  try {
    fill(text, data, 'arabic')
    return []
  } catch (cause) {
    return [wrongFilter(path, cause instanceof Error ? cause.message : '')]
  }
}

function unknownValue(name: string, path: Path, known: string[]): Finding {
  const near = nearest(name, known)
  const answers = known.filter((each) => each.startsWith('a.') || each.startsWith('c.')).join(', ')
  return error(
    path,
    {
      th: `ไม่มีค่าชื่อ {{${name}}} ไม่มีหน้าใดถามหรือคำนวณให้`,
      en: `nobody supplies {{${name}}}: no page asks for it`,
    },
    near
      ? { th: `หมายถึง {{${near}}} ใช่หรือไม่`, en: `did you mean {{${near}}}?` }
      : { th: `เพิ่มช่องในแบบคำขอ หรือใช้: ${answers}`, en: `add a field to the form, or use: ${answers}` },
  )
}

const wrongFilter = (path: Path, said: string): Finding =>
  error(
    path,
    { th: `ตัวแปลงหลัง | ใช้กับค่านี้ไม่ได้ (${said})`, en: `what stands behind | does not fit: ${said}` },
    {
      th: 'คำตอบ (a.) และค่าคำนวณ (c.) เป็นข้อความแล้ว ไม่ต้องมี |',
      en: 'answers (a.) and computed values (c.) are texts already: take the | away',
    },
  )

/** What a licence prints anybody may read; the register has to show at least as much (EPA s.13(2)). */
function publicity(texts: Leaf[], known: string[], definition: Definition): Finding[] {
  // The Act speaks of licences that have to be displayed; a letter to one person is not published.
  if (!definition.licence.displayRequired) return []
  const shown = [...definition.licence.register.map(({ value }) => value), definition.roles.holder]
  const inRegister = new Set(shown.flatMap((value) => fieldsBehind(definition, value)))
  const told = new Set<string>()
  return texts.flatMap(({ text, path }) =>
    pathsIn(text)
      .filter((name) => /^[ac]\./.test(name) && known.includes(name) && !told.has(name) && told.add(name))
      .flatMap((name) => {
        const value = name.slice(2)
        const exposed = published(definition, value, path, { th: 'ใบอนุญาต', en: 'the licence' })
        const left = fieldsBehind(definition, value).filter((field) => !inRegister.has(field))
        return exposed.length > 0 || left.length === 0 ? exposed : [notInRegister(left, path)]
      }),
  )
}

const notInRegister = (fields: string[], path: Path): Finding =>
  warning(
    path,
    {
      th: `ใบอนุญาตพิมพ์ “${fields.join(', ')}” แต่ทะเบียนสาธารณะไม่แสดง (พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ ม.13)`,
      en: `the licence prints “${fields.join(', ')}”, the public register does not show it (EPA s.13(2))`,
    },
    { th: 'เพิ่มใน licence.register หรือไม่พิมพ์', en: 'add it to licence.register, or do not print it' },
  )
