/**
 * What the schema alone cannot see: ids that name nothing. An id that is wrong would count as an empty answer, on a
 * form, in a fee or on a licence, and nobody would be told; so a service folder with one does not start. Pure.
 */
import type { Condition, Definition, Field } from './definition.ts'
import { fieldsById } from './display.ts'
import { formPages } from './form.ts'

/** Every fault, as a sentence that names the place; none for a sound definition. */
export function definitionFaults(definition: Definition): string[] {
  const fields = fieldsById(definition)
  const computed = new Set(definition.computed.map(({ id }) => id))
  const isValue = (id: string) => fields.has(id) || computed.has(id)
  return [
    ...repeatedIds(definition),
    ...conditionsOf(definition).flatMap(({ place, condition }) =>
      fieldsIn(condition)
        .filter((id) => !fields.has(id))
        .map((id) => `${place}: the condition names ${id}, which is no field`),
    ),
    ...definition.computed.flatMap(({ id, cases }) =>
      cases
        .flatMap(({ text }) => placeholders(text))
        .filter((name) => !fields.has(name))
        .map((name) => `computed.${id}: {${name}} is no field`),
    ),
    ...Object.entries(definition.roles)
      .filter(([, id]) => id && !isValue(id))
      .map(([role, id]) => `roles.${role}: ${id} is neither a field nor a computed value`),
    ...definition.licence.register
      .filter(({ value }) => !isValue(value))
      .map(({ value }) => `licence.register: ${value} is neither a field nor a computed value`),
    ...definition.fees.items
      .filter(({ perRowOf }) => perRowOf && fields.get(perRowOf)?.type !== 'repeat')
      .map(({ id, perRowOf }) => `fees.${id}: perRowOf names ${perRowOf}, which is no repeat group`),
  ]
}

function repeatedIds(definition: Definition): string[] {
  const ids = formPages(definition).flatMap((page) => page.fields.map((field) => field.id))
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `form: two fields have the id ${id}`,
  )
}

type Placed = { place: string; condition: Condition }

function conditionsOf(definition: Definition): Placed[] {
  const placed = (place: string, condition: Condition | undefined): Placed[] =>
    condition ? [{ place, condition }] : []
  return [
    ...formPages(definition).flatMap((page) => [
      ...placed(`form.${page.id}`, page.when),
      ...page.fields.flatMap((field: Field) => placed(`form.${page.id}.${field.id}`, field.when)),
    ]),
    ...definition.computed.flatMap(({ id, cases }) =>
      cases.flatMap(({ when }) => placed(`computed.${id}`, when)),
    ),
    ...definition.fees.items.flatMap(({ id, when }) => placed(`fees.${id}`, when)),
  ]
}

function fieldsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsIn)
  if ('any' in condition) return condition.any.flatMap(fieldsIn)
  return 'not' in condition ? fieldsIn(condition.not) : [condition.field]
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
