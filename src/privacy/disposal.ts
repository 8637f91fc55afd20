/** What is disposed of, why a case may be kept longer, and what of its answers names nobody. Pure. */
import { type Definition, DISPOSABLE, type Field } from '../service/definition.ts'
import { type Answers, formPages } from '../service/form.ts'

/** What stands in the record: one by one, or counted. `person`: by that person's own request. */
export const DISPOSED = [
  ...DISPOSABLE,
  'person',
  'drafts',
  'questions',
  'chats',
  'unanswered',
  'received',
  'line_events',
  'access_log',
  'files',
] as const
export type Disposed = (typeof DISPOSED)[number]

export const HOLD_REASONS = ['appeal', 'court', 'audit', 'archive', 'other'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** What kind of application it was belongs to the record. */
const ALWAYS_KEPT = ['transaction', 'renewed_late']
/** Choices and numbers. What was typed in words may name anybody. */
const NAMELESS: ReadonlySet<Field['type']> = new Set([
  'choice',
  'select',
  'multi',
  'yes_no',
  'number',
  'money',
])

/** What stays of the answers of a case that was disposed of. */
export function remainingAnswers(
  definition: Definition,
  answers: Answers,
  afterwards: 'erase' | 'anonymise',
): Answers {
  const nameless = afterwards === 'erase' ? [] : formPages(definition).flatMap(({ fields }) => fields)
  const kept = new Set([...ALWAYS_KEPT, ...nameless.filter(isNameless).map(({ id }) => id)])
  return Object.fromEntries(Object.entries(answers).filter(([id]) => kept.has(id)))
}

const isNameless = (field: Field): boolean =>
  NAMELESS.has(field.type) && !('private' in field && field.private)
