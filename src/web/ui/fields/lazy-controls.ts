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
