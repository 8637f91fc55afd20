import { findApplicant } from '../applicant/store.ts'
import { findApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { CASE_ROLES, hasRole, PROOF_ROLES } from '../officer/roles.ts'
import { listOfficers } from '../officer/store.ts'
import { type CheckPoint, checkPoints, showsCard } from '../proof/checklist.ts'
import { type ProofState, rungOf } from '../proof/ladder.ts'
import {
  findPicture,
  findProof,
  listAppointmentsOf,
  listPictures,
  listProofs,
  listTaken,
} from '../proof/store.ts'
import type { Appointment, Proof, ProofPicture, ProofSubject } from '../proof/table.ts'
import { subjectOf } from '../proof/verified.ts'
import { bangkokDay, fromBangkok } from '../service/dates.ts'
import { type Definition, LEVELS } from '../service/definition.ts'
import { namedValue } from '../service/display.ts'
import { isThaiId } from '../service/thai.ts'
import { transactionType } from '../service/transaction.ts'
import { caseProof } from './case-proof.ts'
import { digestOf } from './decide-proof.ts'
import { definitionOf } from './definition-of.ts'
import { isProvable } from './request-proof.ts'
import { meeting } from './view-proof.ts'

export type ProofRow = Pick<Proof, 'id' | 'method' | 'level' | 'status' | 'requestedAt' | 'reason'> & {
  decidedAt?: Date
  validUntil?: Date
  officer?: string
  evidence: Record<string, unknown>
}

export type OfficerProof = {
  applicationId: string
  reference?: string
  isDraft: boolean
  holder: string
  state: ProofState
  minimum: number
  definition: Definition
  /** What waits for an officer. */
  waiting?: ProofRow & {
    points: CheckPoint[]
    asksRegistry: boolean
    pictures: Pick<ProofPicture, 'id' | 'kind' | 'erasedAt'>[]
    appointment?: ReturnType<typeof meeting>
    /** What the form says, what the officer confirms by accepting. */
    subject: ProofSubject
    numberValid?: boolean
    seen: string
  }
  /** Who comes to the counter may be recorded there; `seen`: what the form says, as a digest. */
  inPerson?: { seen: string; idNumber?: string }
  /** Everything before, the latest first. */
  earlier: ProofRow[]
}

/** Who the applicant of a case is, and what an officer has to look at. Drafts only while a proof of theirs waits. Throws NotFound. */
export async function viewOfficerProof(ctx: Context, applicationId: string): Promise<OfficerProof> {
  const application = await findApplication(ctx.db, applicationId)
  if (!application) throw new NotFound('application')
  const definition = await definitionOf(ctx, ctx.db, application)
  const { state } = await caseProof(ctx, ctx.db, { application, definition })
  const rows = (await listProofs(ctx.db, application.applicantId)).filter(
    (each) => each.applicationId === application.id || each.status === 'accepted',
  )
  const waiting = rows.find((each) => each.applicationId === application.id && each.status === 'requested')
  if (application.status === 'draft' && !waiting) throw new NotFound('application')
  const subject = subjectOf({ definition, answers: application.answers })
  const names = new Map((await listOfficers(ctx.db)).map(({ id, name }) => [id, name]))
  return {
    applicationId: application.id,
    reference: application.reference ?? undefined,
    isDraft: application.status === 'draft',
    holder: holderOf(definition, application),
    state,
    minimum: rungOf(definition, transactionType(application.answers)).minimum,
    definition,
    inPerson: mayComeInPerson(application, definition, state)
      ? { seen: digestOf(subject), idNumber: subject.idNumber }
      : undefined,
    waiting: waiting && {
      ...rowOf(waiting, names),
      ...(await lookAt(ctx, waiting, { application, definition })),
    },
    earlier: rows.filter((each) => each !== waiting).map((each) => rowOf(each, names)),
  }
}

/** Of a case that was handed in, while the card would be enough and is still needed. */
const mayComeInPerson = (application: Application, definition: Definition, state: ProofState): boolean =>
  application.status !== 'draft' &&
  isProvable(application, definition) &&
  state !== 'none' &&
  state !== 'proven' &&
  LEVELS.in_person >= rungOf(definition, transactionType(application.answers)).minimum

const holderOf = (definition: Definition, { holder, answers }: Application): string =>
  holder || namedValue(definition, answers, definition.roles.holder)

const rowOf = (
  { id, method, level, status, requestedAt, reason, evidence, officerId, ...rest }: Proof,
  names: Map<string, string>,
): ProofRow => ({
  id,
  method,
  level,
  status,
  requestedAt,
  reason,
  evidence,
  decidedAt: rest.decidedAt ?? undefined,
  validUntil: rest.validUntil ?? undefined,
  officer: officerId ? names.get(officerId) : undefined,
})

async function lookAt(
  ctx: Context,
  proof: Proof,
  { application, definition }: { application: Application; definition: Definition },
) {
  const subject = subjectOf({ definition, answers: application.answers })
  const [appointment] = await listAppointmentsOf(ctx.db, proof.id)
  return {
    points: checkPoints(definition, proof.method),
    asksRegistry: showsCard(proof.method),
    pictures: (await listPictures(ctx.db, proof.id)).map(({ id, kind, erasedAt }) => ({
      id,
      kind,
      erasedAt,
    })),
    appointment: appointment && meeting(appointment, definition),
    subject,
    numberValid: subject.idNumber ? isThaiId(subject.idNumber) : undefined,
    seen: digestOf(subject),
  }
}

/** A photo of a card or a face, for who sent it and for officers who read cases. Throws NotFound. */
export async function readPicture(
  ctx: Context,
  asked: { pictureId: string; by: { applicantId: string } | { officer: ActingOfficer } },
): Promise<{ name: string; type: string; bytes: Buffer }> {
  const picture = await findPicture(ctx.db, asked.pictureId)
  const proof = picture && (await findProof(ctx.db, picture.proofId))
  if (!picture || !proof || picture.erasedAt) throw new NotFound('picture')
  const may =
    'officer' in asked.by ? hasRole(asked.by.officer, CASE_ROLES) : proof.applicantId === asked.by.applicantId
  if (!may) throw new NotFound('picture')
  return { name: picture.kind, type: picture.type, bytes: await ctx.files.get(picture.storageKey) }
}

export type AppointmentItem = Pick<
  Appointment,
  'id' | 'startsAt' | 'minutes' | 'status' | 'applicationId'
> & {
  holder: string
  reference?: string
  link: string | null
}

/** Today's calls and those to come, in order. Throws Forbidden. */
export async function viewAppointments(
  ctx: Context,
  officer: ActingOfficer,
): Promise<{ today: AppointmentItem[]; coming: AppointmentItem[] }> {
  if (!hasRole(officer, PROOF_ROLES)) throw new Forbidden('not_allowed')
  const day = bangkokDay(ctx.clock.now())
  const items: AppointmentItem[] = []
  for (const each of await listTaken(ctx.db, fromBangkok(day, '00:00'))) {
    const application = await findApplication(ctx.db, each.applicationId)
    const definition = application && (await definitionOf(ctx, ctx.db, application))
    if (!application || !definition) continue
    const person = await findApplicant(ctx.db, each.applicantId)
    items.push({
      ...meeting(each, definition),
      applicationId: each.applicationId,
      holder: holderOf(definition, application) || person?.displayName || '',
      reference: application.reference ?? undefined,
    })
  }
  const isToday = ({ startsAt }: AppointmentItem) => bangkokDay(startsAt) === day
  return { today: items.filter(isToday), coming: items.filter((each) => !isToday(each)) }
}
