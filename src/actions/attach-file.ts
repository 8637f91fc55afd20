import { createHash, randomUUID } from 'node:crypto'
import { findIntake } from '../application/intake.ts'
import {
  findApplication,
  findAttachment,
  findAttachmentsByContent,
  insertAttachment,
  markAttachmentRemoved,
  updateApplication,
} from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { FileField, Question } from '../service/definition.ts'
import { misfit } from '../service/file-fit.ts'
import { type FileAnswer, filesOf } from '../service/form.ts'
import { plainFile } from '../service/picture/plain-file.ts'
import { logAccessBy } from './log-access.ts'
import { openForEditing, requireEditable } from './open-draft.ts'
import { scanUpload } from './scan-upload.ts'

type Owner = { applicationId: string; applicantId: string }
type Upload = Owner & { fieldId: string; name: string; bytes: Buffer }

/**
 * Stores an upload in a draft or an open correction, without what a camera wrote beside the picture. The type is told
 * by the bytes, not by the name. The same picture sent again for the same field (an answer was lost on the way) gives
 * the file that is there. Throws Invalid with one problem, whose code is one of file-fit.ts, `file_broken`,
 * `file_infected` or `scan_unavailable`.
 */
export async function attachFile(ctx: Context, upload: Upload): Promise<FileAnswer> {
  const content = contentOf(upload)
  const before = await ctx.db.transaction((tx) => fileFieldFor(ctx, tx, content))
  if (before.known) return before.known
  const scanned = await scanUpload(ctx, content.plain)
  if (scanned !== 'clean') throw new Invalid('invalid', [{ field: upload.fieldId, code: scanned }])
  const storageKey = `uploads/${randomUUID()}`
  await ctx.files.put(storageKey, content.plain)
  const { type, sha256, plain } = content
  const file = { id: randomUUID(), name: safeName(upload.name), size: plain.length, type }
  return ctx.db.transaction(async (tx) => {
    const { application, fieldId, present, known } = await fileFieldFor(ctx, tx, content)
    if (known) return known
    const createdAt = ctx.clock.now()
    const row = { ...file, applicationId: application.id, fieldId, sha256, storageKey, createdAt }
    await insertAttachment(tx, row)
    const answers = { ...application.answers, [fieldId]: [...present, file] }
    await updateApplication(tx, application.id, { answers, updatedAt: createdAt })
    return file
  })
}

type Content = Upload & { type: string; plain: Buffer; sha256: string; broken: boolean }

function contentOf(upload: Upload): Content {
  const found = plainFile(upload.bytes)
  const { type, bytes: plain } = typeof found === 'string' ? { type: '', bytes: upload.bytes } : found
  return { ...upload, type, plain, sha256: sha256Of(plain), broken: found === 'broken' }
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The case, locked, and the files its field holds now; asked before the bytes are stored and again after. */
async function fileFieldFor(ctx: Context, tx: Transaction, content: Content) {
  const { application, fields } = await openForEditing(ctx, tx, content)
  const field = requireFileField(fields, content.fieldId)
  const present = filesOf(application.answers[field.id])
  const [same] = await findAttachmentsByContent(tx, content)
  const known = present.find((file) => file.id === same?.id)
  refuseUnfit(field, content, known ? 0 : present.length)
  return { application, fieldId: field.id, present, known }
}

/** Throws Invalid when it may not be changed now, or takes no files. */
export function requireFileField(fields: Map<string, Question>, fieldId: string): FileField {
  const field = requireEditable(fields, fieldId)
  if (field.type !== 'file') throw new Invalid('invalid', [{ field: field.id, code: 'not_a_file' }])
  return field
}

function refuseUnfit(field: FileField, { bytes, type, broken }: Content, present: number): void {
  const wrong = misfit(field, { size: bytes.length, type }, present)
  if (wrong && !(broken && wrong.code === 'file_wrong_type'))
    throw new Invalid('invalid', [{ field: field.id, ...wrong }])
  if (broken) throw new Invalid('invalid', [{ field: field.id, code: 'file_broken' }])
}

/** The last part of a path, without control characters, at most 120 characters. */
export function safeName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  return base.replace(/\p{Cc}/gu, '').slice(-120) || 'file'
}

/** Takes a file out of the answers; the bytes stay as evidence. Repeating it changes nothing. */
export async function removeFile(ctx: Context, removal: Owner & { fileId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { application, fields } = await openForEditing(ctx, tx, removal)
    const attachment = await findAttachment(tx, removal.fileId)
    if (attachment?.applicationId !== application.id) throw new NotFound('file')
    if (attachment.removed) return
    requireEditable(fields, attachment.fieldId)
    await markAttachmentRemoved(tx, attachment.id)
    const left = filesOf(application.answers[attachment.fieldId]).filter((file) => file.id !== attachment.id)
    const answers = { ...application.answers, [attachment.fieldId]: left }
    await updateApplication(tx, application.id, { answers, updatedAt: ctx.clock.now() })
  })
}

/** The bytes of an upload, for its applicant, who keys it in, or any officer once it was submitted. Throws NotFound. */
export async function readFile(
  ctx: Context,
  asked: { fileId: string; by: { applicantId: string } | { officerId: string } },
): Promise<{ name: string; type: string; bytes: Buffer }> {
  const attachment = await findAttachment(ctx.db, asked.fileId)
  const application = attachment && (await findApplication(ctx.db, attachment.applicationId))
  if (!attachment || !application) throw new NotFound('file')
  const may =
    'applicantId' in asked.by
      ? application.applicantId === asked.by.applicantId
      : application.status !== 'draft' ||
        (await findIntake(ctx.db, application.id))?.officerId === asked.by.officerId
  if (!may) throw new NotFound('file')
  if ('officerId' in asked.by)
    await logAccessBy(ctx, asked.by.officerId, {
      applicantId: application.applicantId,
      applicationId: application.id,
      what: 'file',
    })
  return { name: attachment.name, type: attachment.type, bytes: await ctx.files.get(attachment.storageKey) }
}
