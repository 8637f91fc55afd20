import { findIntake } from '../application/intake.ts'
import { listHistory, lockApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db, Transaction } from '../db/client.ts'
import { Conflict, Forbidden } from '../errors.ts'
import { mandateStands } from '../mandate/mandate.ts'
import { findMandateOf } from '../mandate/store.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { allowedActions, eyesOf, type ReviewAction, type ReviewState, unmetOf } from '../review/permission.ts'
import { listCorrections, listDecisions } from '../review/store.ts'
import { type Extension, nextExtension } from '../service/clock.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { isApplicantProven } from './case-proof.ts'
import { definitionOf } from './definition-of.ts'

/** A case under the rules it was begun under, on a Bangkok day. */
type Found = { application: Application; definition: Definition; today: string }

/** What permission.ts decides by, gathered. */
export async function reviewState(db: Db, found: Found): Promise<ReviewState> {
  const { application, definition } = found
  const decisions = await listDecisions(db, application.id)
  const corrections = await listCorrections(db, application.id)
  return {
    status: application.status,
    step: application.step,
    stepRoles: definition.review.steps.map((step) => step.role),
    officerId: application.officerId,
    endorsers: decisions
      .filter((each) => each.outcome === 'endorse' || each.outcome === 'object')
      .flatMap((each) => (each.acting ? [each.officerId, each.acting.officerId] : [each.officerId])),
    keyedInBy: (await findIntake(db, application.id))?.officerId,
    returnedBefore: corrections.length > 0,
    proven: await isApplicantProven(db, found),
    mandated: await isMandated(db, application.id),
    extendable: (await extensionOf(db, found)) !== undefined,
  }
}

async function isMandated(db: Db, applicationId: string): Promise<boolean | undefined> {
  const found = await findMandateOf(db, applicationId)
  return found && mandateStands(found)
}

/** The extension of the legal time that may still be given; undefined where there is none. */
export async function extensionOf(
  db: Db,
  { application, definition, today }: Found,
): Promise<Extension | undefined> {
  const { id, status, dueOn } = application
  if (!definition.clock.extensions || status !== 'in_review' || !dueOn) return undefined
  const made = (await listHistory(db, id)).filter(({ event }) => event === 'extended').length
  return nextExtension(definition.clock, { dueOn, today, made }, definition.agency)
}

type Asked = { applicationId: string; version?: number; action: ReviewAction }

/**
 * The case, locked, when this officer may do this to it now. Throws Conflict `changed_meanwhile` when the officer saw
 * an older version, Forbidden when it is not theirs to do, NotFound.
 */
export async function lockForReview(
  ctx: Context,
  tx: Transaction,
  officer: ActingOfficer,
  asked: Asked,
): Promise<{ application: Application; definition: Definition }> {
  const application = await lockApplication(tx, asked.applicationId)
  const definition = await definitionOf(ctx, tx, application)
  const today = bangkokDay(ctx.clock.now())
  const state = await reviewState(tx, { application, definition, today })
  if (asked.version !== undefined && asked.version !== application.version)
    throw new Conflict('changed_meanwhile')
  if (!allowedActions(state, officer).includes(asked.action)) throw refusal(state, asked.action, officer)
  return { application, definition }
}

function refusal(state: ReviewState, action: ReviewAction, officer: ActingOfficer): Error {
  if (action === 'return' && state.returnedBefore) return new Conflict('already_returned_once')
  if (state.officerId && state.officerId !== officer.id) return new Conflict('claimed_by_another')
  const [unmet] = unmetOf(state)
  if (action === 'approve' && unmet) return new Conflict(unmet)
  const role = state.stepRoles[state.step]
  const eyes = role ? eyesOf(officer, role) : []
  if (role && officer.roles.includes(role) && !eyes.some((id) => state.endorsers.includes(id)))
    return new Conflict('status_does_not_allow')
  return new Forbidden('not_your_step')
}
