import { randomUUID } from 'node:crypto'
import {
  appendHistory,
  findApplication,
  findAttachment,
  lockApplication,
  replaceAttachment,
  updateApplication,
} from '../application/store.ts'
import type { Application, Attachment } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db, Transaction } from '../db/client.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole, MASK_ROLES } from '../officer/roles.ts'
import { addJob } from '../outbox/store.ts'
import { type Answers, filesOf } from '../service/form.ts'
import { plainFile } from '../service/picture/plain-file.ts'
import { sha256Of } from './attach-file.ts'
import { scanUpload } from './scan-upload.ts'

const MOST_BYTES = 20 * 1024 * 1024

type Place = { applicationId: string; fileId: string }
/** `seen`: the digest of the picture that was drawn on. */
type Masking = Place & { seen: string; bytes: Buffer }
type Picture = { type: string; size: number; sha256: string; storageKey: string }

/**
 * Puts a picture with parts covered in the place of the one it was drawn on, for everybody; the original is erased.
 * What no licence needs, such as religion and blood group on an ID card, is not kept (PDPA s.22, s.26). Sent twice it
 * changes nothing more. Throws NotFound, Forbidden, Conflict `file_changed` when somebody covered it meanwhile, Invalid
 * (codes of `file`).
 */
export async function maskAttachment(ctx: Context, officer: ActingOfficer, masking: Masking): Promise<void> {
  requireMasker(officer)
  await attachmentOf(ctx.db, masking)
  const picture = await keepPicture(ctx, masking.bytes)
  await ctx.db.transaction(async (tx) => {
    const application = await lockApplication(tx, masking.applicationId)
    const before = await attachmentOf(tx, masking)
    const isKnown = before.sha256 === picture.sha256
    if (!isKnown && before.sha256 !== masking.seen) throw new Conflict('file_changed')
    await eraseLater(ctx, tx, isKnown ? picture.storageKey : before.storageKey)
    if (!isKnown) await replace(ctx, tx, { application, before, picture, officer })
  })
  ctx.wakeRelay()
}

function requireMasker(officer: ActingOfficer): void {
  if (!hasRole(officer, MASK_ROLES)) throw new Forbidden('not_your_step')
}

/** A picture of a case that was handed in. Throws NotFound, also for a PDF, on which nothing can be drawn. */
async function attachmentOf(db: Db, { applicationId, fileId }: Place): Promise<Attachment> {
  const [application, attachment] = [
    await findApplication(db, applicationId),
    await findAttachment(db, fileId),
  ]
  const isTheirs = application?.enteredAt && attachment?.applicationId === applicationId
  if (!isTheirs || attachment.removed || !attachment.type.startsWith('image/')) throw new NotFound('file')
  return attachment
}

/** What an officer needs in order to draw on it. Throws NotFound, Forbidden. */
export async function viewMaskable(
  ctx: Context,
  officer: ActingOfficer,
  place: Place,
): Promise<Pick<Attachment, 'id' | 'sha256' | 'fieldId'>> {
  requireMasker(officer)
  return attachmentOf(ctx.db, place)
}

async function keepPicture(ctx: Context, bytes: Buffer): Promise<Picture> {
  const refuse = (code: string): never => {
    throw new Invalid('invalid', [{ field: 'file', code, params: { max: MOST_BYTES / 1024 / 1024 } }])
  }
  if (bytes.length > MOST_BYTES) return refuse('file_too_large')
  const plain = plainFile(bytes)
  if (plain === 'broken') return refuse('file_broken')
  if (plain === 'unknown' || !plain.type.startsWith('image/')) return refuse('file_wrong_type')
  const scanned = await scanUpload(ctx, plain.bytes)
  if (scanned !== 'clean') return refuse(scanned)
  const storageKey = `uploads/${randomUUID()}`
  await ctx.files.put(storageKey, plain.bytes)
  return { type: plain.type, size: plain.bytes.length, sha256: sha256Of(plain.bytes), storageKey }
}

type Replacing = { application: Application; before: Attachment; picture: Picture; officer: ActingOfficer }

async function replace(
  ctx: Context,
  tx: Transaction,
  { application, before, picture, officer }: Replacing,
): Promise<void> {
  const now = ctx.clock.now()
  await replaceAttachment(tx, before.id, picture)
  const answers = withPicture(application.answers, before, picture)
  await updateApplication(tx, application.id, { answers, updatedAt: now })
  await appendHistory(tx, application.id, {
    at: now,
    actor: `officer:${officer.id}`,
    event: 'masked',
    data: { field: before.fieldId, file: before.id, before: before.sha256, after: picture.sha256 },
  })
}

function withPicture(answers: Answers, { fieldId, id }: Attachment, { type, size }: Picture): Answers {
  const files = filesOf(answers[fieldId])
  if (!files.some((file) => file.id === id)) return answers
  return { ...answers, [fieldId]: files.map((file) => (file.id === id ? { ...file, type, size } : file)) }
}

const eraseLater = (ctx: Context, tx: Transaction, key: string) =>
  addJob(tx, { name: 'erase-file', payload: { key }, runAt: ctx.clock.now(), key: `erase-file:${key}` })
