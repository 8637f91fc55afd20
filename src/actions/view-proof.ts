import { getOwnApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { freeSlots, type Slot } from '../proof/appointment.ts'
import { type Offer, openOffers, type ProofState, rungOf } from '../proof/ladder.ts'
import { listAppointmentsOf, listTaken } from '../proof/store.ts'
import type { Appointment, Proof } from '../proof/table.ts'
import type { Definition, ProofMethod } from '../service/definition.ts'
import { transactionType } from '../service/transaction.ts'
import { caseProof } from './case-proof.ts'
import { definitionOf } from './definition-of.ts'

/** How the proof of a case stands, as its applicant sees it. */
export type CaseIdentity = {
  state: ProofState
  method?: ProofMethod
  requestedAt?: Date
  decidedAt?: Date
  validUntil?: Date
  /** Why it was refused. */
  reason?: string
  appointment?: Pick<Appointment, 'id' | 'startsAt' | 'minutes' | 'status' | 'link'>
}

export type ProofPageView = CaseIdentity & {
  applicationId: string
  /** Already handed in: then the way back leads to the case. */
  isSent: boolean
  minimum: number
  offers: Offer[]
  definition: Definition
}

type Owner = { applicationId: string; applicantId: string }
type Found = { application: Application; definition: Definition }

/** The ways of one's own case and how its proof stands. Throws NotFound, also for a stranger's. */
export async function viewProof(ctx: Context, owner: Owner): Promise<ProofPageView> {
  const application = await getOwnApplication(ctx.db, owner)
  const definition = await definitionOf(ctx, ctx.db, application)
  const rung = rungOf(definition, transactionType(application.answers))
  return {
    ...(await caseIdentity(ctx, { application, definition })),
    applicationId: application.id,
    isSent: application.status !== 'draft',
    minimum: rung.minimum,
    offers: openOffers(rung, { thaid: ctx.digitalId.configured }),
    definition,
  }
}

/** The same beside a case; undefined where nothing is asked for. */
export async function askedIdentity(ctx: Context, found: Found): Promise<CaseIdentity | undefined> {
  const identity = await caseIdentity(ctx, found)
  return identity.state === 'none' ? undefined : identity
}

async function caseIdentity(ctx: Context, found: Found): Promise<CaseIdentity> {
  const { state, proof } = await caseProof(ctx, ctx.db, found)
  if (!proof) return { state }
  const [appointment] = proof.method === 'video_call' ? await listAppointmentsOf(ctx.db, proof.id) : []
  return { state, ...shown(proof), appointment: appointment && meeting(appointment, found.definition) }
}

const shown = ({ method, requestedAt, decidedAt, validUntil, reason }: Proof) => ({
  method,
  requestedAt,
  decidedAt: decidedAt ?? undefined,
  validUntil: validUntil ?? undefined,
  reason: reason || undefined,
})

/** Where they meet: what the officer gave, else the service's own room. */
export const meeting = (
  { id, startsAt, minutes, status, link }: Appointment,
  { identity }: Pick<Definition, 'identity'>,
) => ({ id, startsAt, minutes, status, link: link ?? identity.videoCall.link ?? null })

/** The times at which a video call can be booked now. */
export async function viewSlots(ctx: Context, definition: Definition): Promise<Slot[]> {
  const now = ctx.clock.now()
  // One that began before this moment may still last.
  const taken = await listTaken(ctx.db, new Date(now.getTime() - 2 * 3600_000))
  return freeSlots({ agency: definition.agency, settings: definition.identity.videoCall, taken, now })
}
