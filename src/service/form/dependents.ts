/** Which questions hang on others: what a correction may have to touch besides what the officer named. */
import type { Condition, Definition, Field, PlainField, Question } from '../definition.ts'
import { formPages, isQuestion } from './pages.ts'

/** The named questions and, after them in the form's order, every one that a change of their answers can reach. */
export function withDependents(definition: Pick<Definition, 'form'>, named: string[]): Question[] {
  const all = formPages(definition).flatMap((page) =>
    page.fields
      .filter(isQuestion)
      .map((field) => ({ field, hangsOn: [page.when, ...conditionsOf(field)].flatMap(fieldsIn) })),
  )
  const reached = new Set(named)
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const { field, hangsOn } of all) if (hangsOn.some((id) => reached.has(id))) reached.add(field.id)
  }
  const byId = new Map(all.map(({ field }) => [field.id, field]))
  return [...new Set([...named, ...byId.keys()])].flatMap((id) =>
    reached.has(id) ? (byId.get(id) ?? []) : [],
  )
}

/** When it shows, when it is needed, and when its options show; in a repeat group, of all its fields. */
function conditionsOf(field: Field | PlainField): (Condition | undefined)[] {
  const needed = 'requireWhen' in field ? [field.requireWhen] : []
  const options = 'options' in field ? field.options.map((option) => option.when) : []
  const inside = field.type === 'repeat' ? field.fields.flatMap(conditionsOf) : []
  return [field.when, ...needed, ...options, ...inside]
}

function fieldsIn(condition: Condition | undefined): string[] {
  if (!condition) return []
  if ('all' in condition) return condition.all.flatMap(fieldsIn)
  if ('any' in condition) return condition.any.flatMap(fieldsIn)
  return 'not' in condition ? fieldsIn(condition.not) : [condition.field]
}
