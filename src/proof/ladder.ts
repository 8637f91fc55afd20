/**
 * The ladder of proofs: which ways a case offers, how high each leads, until when it counts, and whether what stands is
 * enough. ThaID is one rung among others, never the only one (Electronic Government Procedure Act B.E. 2565 s.8). Handing
 * in needs a proof that was asked for; approval needs one that stands. Pure.
 */
import { isOnBehalf } from '../service/behalf.ts'
import {
  type Definition,
  levelOf,
  type ProofMethod,
  TRANSACTIONS,
  type TransactionType,
  type Way,
} from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import { type Answers, formPages, liveAnswers } from '../service/form.ts'
import { digitsOf } from '../service/thai.ts'
import { transactionType } from '../service/transaction.ts'
import type { Proof } from './table.ts'

export type Offer = Required<Way>
export type Rung = { minimum: number; offers: Offer[] }
type Judged = Pick<Proof, 'status' | 'level' | 'validUntil'> & { subject?: Proof['subject'] }

/** The level an application of this kind needs, and the ways it offers, in the agency's order. */
export function rungOf({ identity }: Pick<Definition, 'identity'>, type: TransactionType): Rung {
  const own = identity.transactions.find(({ types }) => types.includes(type))
  const { minimum, methods = identity.methods } = own ?? identity
  return { minimum, offers: methods.map((way) => ({ ...way, level: levelOf(way) })) }
}

/** This way, as an application of this kind offers it; where no kind is meant, as the first that does. */
export const offerOf = (
  definition: Pick<Definition, 'identity'>,
  method: ProofMethod,
  type?: TransactionType,
): Offer | undefined =>
  (type ? [type] : TRANSACTIONS)
    .flatMap((each) => rungOf(definition, each).offers)
    .find((offer) => offer.method === method)

/** What can be chosen now: only ways that reach the level, and ThaID only where the agency is joined to it. */
export const openOffers = ({ minimum, offers }: Rung, joined: { thaid: boolean }): Offer[] =>
  offers.filter(({ method, level }) => level >= minimum && (method !== 'thaid' || joined.thaid))

export const validUntil = ({ validDays }: Pick<Offer, 'validDays'>, decidedAt: Date): Date =>
  new Date(decidedAt.getTime() + validDays * 24 * 3600_000)

export const isStanding = ({ status, validUntil: until }: Judged, now: Date): boolean =>
  status === 'accepted' && (until === null || until > now)

/** The highest level that stands; -1 where nothing was ever proven. */
export const provenLevel = (proofs: readonly Judged[], now: Date): number =>
  Math.max(-1, ...proofs.filter((proof) => isStanding(proof, now)).map(({ level }) => level))

type Case = { definition: Definition; answers: Answers }

/** The number that the case names as the applicant's own; undefined where it names none, or acts for another. */
export function namedNumber({ definition, answers }: Case): string | undefined {
  if (isForAnother({ definition, answers })) return undefined
  const live = liveAnswers(formPages(definition), answers)
  const field = [...fieldsById(definition).values()].find((each) => each.proven === 'id_number')
  return (field && digitsOf(String(live[field.id] ?? ''))) || undefined
}

/** The number on the form is that of somebody else: of whom it is made for, or of who takes the licence over. */
export const isForAnother = ({ definition, answers }: Case): boolean =>
  transactionType(answers) === 'transfer' ||
  isOnBehalf(definition, liveAnswers(formPages(definition), answers))

/** A proof of another number says nothing of this case. */
const speaksFor = ({ subject }: Judged, number: string | undefined): boolean =>
  !number || !subject?.idNumber || subject.idNumber === number

/** What stands for this case, of all proofs of its applicant. */
export const standingFor = <P extends Judged>(proofs: readonly P[], about: Case, now: Date): P[] =>
  proofs.filter((proof) => isStanding(proof, now) && speaksFor(proof, namedNumber(about)))

/** Whether the applicant is proven as surely as this case needs. */
export function isProven(proofs: readonly Judged[], about: Case, now: Date): boolean {
  const { minimum } = rungOf(about.definition, transactionType(about.answers))
  return minimum === 0 || provenLevel(standingFor(proofs, about, now), now) >= minimum
}

/** How the proof of a case stands: nothing needed, still to be chosen, with an officer, refused, or done. */
export type ProofState = 'none' | 'open' | 'waiting' | 'refused' | 'proven'

export function proofState<P extends Judged & Pick<Proof, 'requestedAt' | 'applicationId'>>(
  proofs: readonly P[],
  about: Case & { applicationId: string },
  now: Date,
): { state: ProofState; proof?: P } {
  const { minimum } = rungOf(about.definition, transactionType(about.answers))
  if (minimum === 0) return { state: 'none' }
  const standing = standingFor(proofs, about, now).filter(({ level }) => level >= minimum)
  if (standing.length > 0) return { state: 'proven', proof: latest(standing) }
  const own = proofs.filter(({ applicationId }) => applicationId === about.applicationId)
  const waiting = own.find(({ status, level }) => status === 'requested' && level >= minimum)
  if (waiting) return { state: 'waiting', proof: waiting }
  const last = latest(own.filter(({ status }) => status !== 'cancelled'))
  return last?.status === 'refused' ? { state: 'refused', proof: last } : { state: 'open' }
}

const latest = <P extends Pick<Proof, 'requestedAt'>>(proofs: readonly P[]): P | undefined =>
  proofs.toSorted((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime())[0]
