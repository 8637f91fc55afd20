/**
 * What of a definition a browser needs for a page that shows the fee so far or a computed value: the rules, the fields
 * they speak of, and whatever decides on the showing of those. Pure.
 */
import type { Condition, Definition, FeeItem, Field } from '../../service/definition.ts'
import type { Live } from '../ui/fields/form-handle.ts'
import { fieldsIn } from './condition-fields.ts'

/** Undefined for a page that shows neither. */
export function livePart(definition: Definition, fields: Field[], on: string): Live | undefined {
  const named = new Set(fields.flatMap((field) => (field.type === 'computed' ? [field.value] : [])))
  if (named.size === 0) return undefined
  const computed = definition.computed.filter(({ id }) => named.has(id))
  const fees = named.has('fee') ? definition.fees : { ...definition.fees, items: [], exemptions: [] }
  const wanted = [...fees.items.flatMap(idsInFee), ...fees.exemptions.flatMap(({ when }) => fieldsIn(when))]
  for (const { when, text } of computed.flatMap(({ cases }) => cases))
    wanted.push(...fieldsIn(when), ...placeholders(text))
  const pages = reduced(definition.form.pages, wanted)
  return { form: { ...definition.form, pages, documents: [], blocks: [], exits: [] }, computed, fees, on }
}

type Page = Definition['form']['pages'][number]

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

const idsInFee = (item: FeeItem): string[] => [
  ...fieldsIn(item.when),
  ...('rows' in item ? [item.rows] : []),
  ...('of' in item ? [item.of] : []),
]

/** The pages with only these fields, and those that their conditions look at, and so on. */
function reduced(pages: Page[], wanted: string[]): Page[] {
  const conditions = new Map<string, (Condition | undefined)[]>(
    pages.flatMap((page) => page.fields.map((field) => [field.id, [field.when, page.when]])),
  )
  const kept = new Set(wanted)
  // A set goes on to what is added while it is walked through.
  for (const id of kept) for (const each of (conditions.get(id) ?? []).flatMap(fieldsIn)) kept.add(each)
  return pages
    .map((page) => ({ ...page, fields: page.fields.filter(({ id }) => kept.has(id)) }))
    .filter((page) => page.fields.length > 0)
}
