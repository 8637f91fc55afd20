import { randomUUID } from 'node:crypto'
import type { Status } from '../application/lifecycle.ts'
import { appendHistory, lockOwnApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict, Invalid } from '../errors.ts'
import { addJob } from '../outbox/store.ts'
import { type Offer, openOffers, rungOf, validUntil } from '../proof/ladder.ts'
import {
  insertPicture,
  insertProof,
  listAppointmentsOf,
  listPictures,
  listProofs,
  updateAppointment,
  updatePicture,
  updateProof,
} from '../proof/store.ts'
import type { Proof } from '../proof/table.ts'
import type { Definition, ProofMethod } from '../service/definition.ts'
import { plainFile } from '../service/picture/plain-file.ts'
import { isPhone, phoneDigits } from '../service/thai.ts'
import { transactionType } from '../service/transaction.ts'
import { sha256Of } from './attach-file.ts'
import { definitionOf } from './definition-of.ts'
import { scanUpload } from './scan-upload.ts'

type Owner = { applicationId: string; applicantId: string }

/** Until it is decided, somebody may still prove who they are; later only where the papers ask for it. */
const OPEN: readonly Status[] = ['draft', 'awaiting_fee', 'submitted', 'in_review', 'returned']

export const isProvable = ({ status }: Application, { identity }: Definition): boolean =>
  OPEN.includes(status) || identity.documents

export type OpenCase = { application: Application; definition: Definition; offer: Offer; waiting?: Proof }

/**
 * One's own case, locked, with this way offered for it. Throws NotFound, Conflict `proof_closed` (decided, or nothing
 * to prove), Invalid `not_offered`.
 */
export async function lockForProof(
  ctx: Context,
  tx: Transaction,
  { method, ...owner }: Owner & { method: ProofMethod },
): Promise<OpenCase> {
  const application = await lockOwnApplication(tx, owner)
  const definition = await definitionOf(ctx, tx, application)
  const rung = rungOf(definition, transactionType(application.answers))
  if (!isProvable(application, definition) || rung.minimum === 0) throw new Conflict('proof_closed')
  const offers = openOffers(rung, { thaid: ctx.digitalId.configured })
  const offer = offers.find((each) => each.method === method)
  if (!offer) throw new Invalid('invalid', [{ field: 'method', code: 'not_offered' }])
  return { application, definition, offer, waiting: await waitingOf(tx, application) }
}

type Request = { offer: Offer; application: Application; evidence: Record<string, unknown>; actor?: string }

/** Writes the request down; one that waits already is given up for it. */
export async function writeRequest(
  ctx: Context,
  tx: Transaction,
  { application, offer, evidence, actor = 'applicant' }: Request & { waiting?: Proof },
  waiting?: Proof,
): Promise<Proof> {
  if (waiting) await giveUp(ctx, tx, waiting)
  const now = ctx.clock.now()
  const proof = await insertProof(tx, {
    applicantId: application.applicantId,
    applicationId: application.id,
    method: offer.method,
    level: offer.level,
    status: 'requested',
    subject: {},
    evidence,
    requestedAt: now,
  })
  await appendHistory(tx, application.id, {
    at: now,
    actor,
    event: 'proof_requested',
    data: { proofId: proof.id, method: offer.method },
  })
  return proof
}

/** The applicant confirms it; nobody else looks. The account in LINE is all that says who it is. */
export async function stateByLine(ctx: Context, owner: Owner): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { application, offer, waiting } = await lockForProof(ctx, tx, { ...owner, method: 'line' })
    const proofs = await listProofs(tx, application.applicantId)
    const now = ctx.clock.now()
    const own = (each: Proof) => each.applicationId === application.id && each.method === 'line'
    if (proofs.some((each) => own(each) && each.status === 'accepted')) return
    const proof = await writeRequest(ctx, tx, { application, offer, evidence: { stated: true } }, waiting)
    await updateProof(tx, proof.id, {
      status: 'accepted',
      decidedAt: now,
      validUntil: validUntil(offer, now),
    })
  })
}

export const CALL_TIMES = ['any', 'morning', 'afternoon'] as const
export type CallTime = (typeof CALL_TIMES)[number]

/** Asks to be called back. Pressed twice, or with another number, it stays one request. Throws Invalid `phone`. */
export async function requestCall(
  ctx: Context,
  { phone, when, ...owner }: Owner & { phone: string; when: CallTime },
): Promise<void> {
  if (!isPhone(phone)) throw new Invalid('invalid', [{ field: 'phone', code: 'bad_phone' }])
  const evidence = { phone: phoneDigits(phone), when }
  await ctx.db.transaction(async (tx) => {
    const { waiting, ...found } = await lockForProof(ctx, tx, { ...owner, method: 'telephone' })
    if (waiting?.method === 'telephone') return updateProof(tx, waiting.id, { evidence })
    await writeRequest(ctx, tx, { ...found, evidence }, waiting)
  })
}

export type Pictures = { card: Buffer; selfie: Buffer }
const KINDS = ['card', 'selfie'] as const

/**
 * Sends a photo of the card and one of the face to be compared by an officer. The same pictures again are the same
 * request. Throws Invalid: `card` or `selfie` with `file_empty`, `file_wrong_type`, `file_broken`, `file_infected`,
 * `scan_unavailable`.
 */
export async function requestByPictures(
  ctx: Context,
  { card, selfie, ...owner }: Owner & Pictures,
): Promise<void> {
  const pictures = plainPictures({ card, selfie })
  await ctx.db.transaction((tx) => lockForProof(ctx, tx, { ...owner, method: 'e_document' }))
  for (const { kind, bytes } of pictures) {
    const scanned = await scanUpload(ctx, bytes)
    if (scanned !== 'clean') throw new Invalid('invalid', [{ field: kind, code: scanned }])
  }
  const kept = pictures.map((each) => ({ ...each, storageKey: `proofs/${randomUUID()}` }))
  for (const { storageKey, bytes } of kept) await ctx.files.put(storageKey, bytes)
  await ctx.db.transaction(async (tx) => {
    const { waiting, ...found } = await lockForProof(ctx, tx, { ...owner, method: 'e_document' })
    if (waiting && (await hasSame(tx, waiting, pictures))) return eraseFiles(ctx, tx, kept)
    const proof = await writeRequest(ctx, tx, { ...found, evidence: {} }, waiting)
    const createdAt = ctx.clock.now()
    for (const { bytes, ...row } of kept)
      await insertPicture(tx, { ...row, proofId: proof.id, size: bytes.length, createdAt })
  })
}

function plainPictures(pictures: Pictures) {
  const found = KINDS.map((kind) => ({ kind, ...pictureOf(pictures[kind]) }))
  const problems = found.flatMap(({ kind, code }) => (code ? [{ field: kind, code }] : []))
  if (problems.length > 0) throw new Invalid('invalid', problems)
  return found.map(({ kind, type, bytes }) => ({ kind, type, bytes, sha256: sha256Of(bytes) }))
}

function pictureOf(given: Buffer): { type: string; bytes: Buffer; code?: string } {
  const nothing = { type: '', bytes: given }
  if (given.length === 0) return { ...nothing, code: 'file_empty' }
  const found = plainFile(given)
  if (found === 'broken') return { ...nothing, code: 'file_broken' }
  if (typeof found === 'string' || !found.type.startsWith('image/'))
    return { ...nothing, code: 'file_wrong_type' }
  return found
}

async function hasSame(tx: Transaction, { id }: Proof, sent: { sha256: string }[]): Promise<boolean> {
  const held = (await listPictures(tx, id)).map(({ sha256 }) => sha256)
  return held.length > 0 && sent.every(({ sha256 }) => held.includes(sha256))
}

/** Another way is wanted: its pictures serve nothing any more, its time is free again. */
async function giveUp(ctx: Context, tx: Transaction, proof: Proof): Promise<void> {
  const now = ctx.clock.now()
  await updateProof(tx, proof.id, { status: 'cancelled', decidedAt: now })
  const booked = (await listAppointmentsOf(tx, proof.id)).filter(({ status }) => status === 'booked')
  for (const { id } of booked) await updateAppointment(tx, id, { status: 'cancelled', endedAt: now })
  const pictures = (await listPictures(tx, proof.id)).filter(({ erasedAt }) => !erasedAt)
  for (const { id } of pictures) await updatePicture(tx, id, { erasedAt: now })
  await eraseFiles(ctx, tx, pictures)
}

/** What waits for an officer serves nothing once the case is proven otherwise. */
export async function giveUpWaiting(ctx: Context, tx: Transaction, application: Application): Promise<void> {
  const waiting = await waitingOf(tx, application)
  if (waiting) await giveUp(ctx, tx, waiting)
}

async function waitingOf(tx: Transaction, { id, applicantId }: Application): Promise<Proof | undefined> {
  const proofs = await listProofs(tx, applicantId)
  return proofs.find((each) => each.applicationId === id && each.status === 'requested')
}

async function eraseFiles(ctx: Context, tx: Transaction, files: { storageKey: string }[]): Promise<void> {
  for (const { storageKey: key } of files)
    await addJob(tx, {
      name: 'erase-file',
      payload: { key },
      runAt: ctx.clock.now(),
      key: `erase-file:${key}`,
    })
}

/** The applicant gives a waiting proof up, to choose another way. Repeating it changes nothing. Throws NotFound. */
export async function cancelProof(ctx: Context, owner: Owner): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, owner)
    const waiting = await waitingOf(tx, application)
    if (!waiting) return
    await giveUp(ctx, tx, waiting)
    await appendHistory(tx, application.id, {
      at: ctx.clock.now(),
      actor: 'applicant',
      event: 'proof_cancelled',
      data: { proofId: waiting.id, method: waiting.method },
    })
  })
}
