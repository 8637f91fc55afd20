/** Fields that few pages have: their controls are modules of their own, downloaded where they are needed. */
import type { Field } from '../../../service/definition.ts'

export type LazyModule =
  | 'address-control'
  | 'computed-control'
  | 'consent-control'
  | 'file-control'
  | 'location-control'
  | 'lookup-control'
  | 'multi-control'
  | 'person-name-control'
  | 'repeat-control'
  | 'signature-control'

const MODULES: Partial<Record<Field['type'], LazyModule>> = {
  address: 'address-control',
  computed: 'computed-control',
  consent: 'consent-control',
  file: 'file-control',
  location: 'location-control',
  lookup: 'lookup-control',
  multi: 'multi-control',
  person_name: 'person-name-control',
  repeat: 'repeat-control',
  signature: 'signature-control',
}

/** The modules these fields, and those of their rows, need besides the form's own script. */
export function modulesOf(fields: Field[]): LazyModule[] {
  const types = fields.flatMap((field) => [
    field.type,
    ...(field.type === 'repeat' ? field.fields.map((each) => each.type) : []),
  ])
  return [...new Set(types.flatMap((type) => MODULES[type] ?? []))]
}

/** What each adds to a page, in bytes after gzip and rounded up; those wanted most come first. */
const WEIGHTS: Record<LazyModule, number> = {
  'file-control': 4300,
  'repeat-control': 3700,
  'address-control': 2800,
  'person-name-control': 1100,
  'consent-control': 800,
  'signature-control': 900,
  'multi-control': 1000,
  'computed-control': 3500,
  'lookup-control': 2100,
  'location-control': 1900,
}
/** So much may come before the page is brought to life; test/web/weights.test.ts adds up every combination. */
const ROOM = 4350

/** Of these, the ones that come first; the others follow when the page has come to life. */
export function earlyModules(modules: LazyModule[]): LazyModule[] {
  let left = ROOM
  const inOrder = (Object.keys(WEIGHTS) as LazyModule[]).filter((name) => modules.includes(name))
  return inOrder.filter((name) => {
    if (WEIGHTS[name] > left) return false
    left -= WEIGHTS[name]
    return true
  })
}

/** The fields of a page that stay as the server drew them until their controls have come. */
export function lateFields(fields: Field[]): Field[] {
  const early = earlyModules(modulesOf(fields))
  return fields.filter((field) => modulesOf([field]).some((name) => !early.includes(name)))
}
