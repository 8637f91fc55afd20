/**
 * Acting for another. Whoever files for somebody else shows a mandate (Civil and Commercial Code ss. 797, 798); the
 * principal confirms it in LINE, or an officer decides on the paper. For a company an officer looks its register up
 * by hand (Department of Business Development). What was declined is not approved. Pure.
 */
import type { Definition } from '../service/definition.ts'
import { namedValue } from '../service/display.ts'
import { type Answers, formPages, holds, liveAnswers } from '../service/form.ts'
import { digitsOf } from '../service/thai.ts'

export const MANDATE_KINDS = ['attorney', 'company'] as const
export type MandateKind = (typeof MANDATE_KINDS)[number]
export const MANDATE_STATUSES = ['asked', 'confirmed', 'declined', 'on_paper'] as const
export type MandateStatus = (typeof MANDATE_STATUSES)[number]

/** The one acted for. `number`: 13 digits, of a person or of a company. */
export type Principal = { name: string; number: string }
export type Wanted = { kind: MandateKind; principal: Principal; representative: string }

/** How long the link to confirm works, and how often a number may be typed wrongly there. */
export const CODE_DAYS = 7
export const MOST_TRIES = 5

type Case = { definition: Definition; answers: Answers }

/** For whom the case is filed by another; undefined where the applicant files for themself. */
export function wantedMandate({ definition, answers }: Case): Wanted | undefined {
  const { behalf } = definition
  if (!behalf) return undefined
  const live = liveAnswers(formPages(definition), answers)
  if (!holds(behalf.when, live)) return undefined
  const numbers = [behalf.principal.number].flat()
  // Without one of these numbers, such as with a passport, only an officer can decide, on the paper.
  const number = numbers.map((id) => digitsOf(String(live[id] ?? ''))).find(Boolean) ?? ''
  const { representative } = behalf
  return {
    // A juristic registration number begins with 0, an ID number never does.
    kind: behalf.kind ?? (number.startsWith('0') ? 'company' : 'attorney'),
    principal: { name: namedValue(definition, answers, behalf.principal.name), number },
    representative: representative ? namedValue(definition, answers, representative) : '',
  }
}

type Held = { status: MandateStatus; kind: MandateKind; authorityAt: Date | null }

/** Whether an approval may rest on it. A company's representative also needs the look at its register. */
export const mandateStands = ({ status, kind, authorityAt }: Held): boolean =>
  (status === 'confirmed' || status === 'on_paper') && (kind === 'attorney' || authorityAt !== null)

type Asked = Pick<Held, 'status' | 'kind'> & {
  principal: Principal
  codeUntil: Date | null
  tries: number
}
type Standing = { level: number; idNumber?: string }
/** `byLink`: came with the one-time link; `typed`: the number given there. `minimum`: the level the service asks. */
export type Confirming = {
  isRepresentative: boolean
  byLink: boolean
  typed?: string
  proofs: readonly Standing[]
  minimum: number
  now: Date
}
export type ConfirmRefusal =
  | 'own_case'
  | 'status_does_not_allow'
  | 'link_over'
  | 'proof_needed'
  | 'other_person'
  | 'number_needed'
  | 'number_wrong'

/**
 * Why this person may not say yes or no for the principal; undefined: may. A proof decides wherever there is one: of
 * the principal's number it is enough, of another it is somebody else. Without one the link and the number do, where
 * the service asks for no proof. For a company it is a proven person, whom the officer finds in its register.
 */
export function confirmRefusal(mandate: Asked, by: Confirming): ConfirmRefusal | undefined {
  if (by.isRepresentative) return 'own_case'
  if (mandate.status !== 'asked') return 'status_does_not_allow'
  const isOpen =
    by.byLink && mandate.codeUntil !== null && by.now < mandate.codeUntil && mandate.tries < MOST_TRIES
  const numbers = by.proofs
    .filter(({ level }) => level >= by.minimum)
    .flatMap(({ idNumber }) => idNumber ?? [])
  if (mandate.kind === 'company') {
    if (!isOpen) return 'link_over'
    return numbers.length > 0 ? undefined : 'proof_needed'
  }
  if (numbers.includes(mandate.principal.number)) return undefined
  if (numbers.length > 0) return 'other_person'
  if (!isOpen) return 'link_over'
  if (by.minimum > 0) return 'proof_needed'
  if (!by.typed) return 'number_needed'
  return digitsOf(by.typed) === mandate.principal.number ? undefined : 'number_wrong'
}
