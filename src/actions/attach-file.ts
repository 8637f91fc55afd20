import { createHash, randomUUID } from 'node:crypto'
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
import type { FileField } from '../service/definition.ts'
import { fileType } from '../service/file-type.ts'
import type { Answers, FileAnswer } from '../service/form.ts'
import { openForEditing, requireEditable } from './open-draft.ts'

type Owner = { applicationId: string; applicantId: string }
type Upload = Owner & { fieldId: string; name: string; bytes: Buffer }

/**
 * Stores an upload in a draft or an open correction. The type is told by the bytes, not by the name.
 * The same bytes sent again for the same field (an answer was lost on the way) give the file that is there.
 * Throws Invalid with one problem whose code is `file_empty`, `file_too_large`, `file_wrong_type` or `too_many_files`.
 */
export async function attachFile(ctx: Context, upload: Upload): Promise<FileAnswer> {
  const type = fileType(upload.bytes) ?? ''
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
  const content = { ...upload, type, sha256 }
  const before = await ctx.db.transaction((tx) => fileFieldFor(ctx, tx, content))
  if (before.known) return before.known
  const storageKey = `uploads/${randomUUID()}`
  await ctx.files.put(storageKey, upload.bytes)
  const file = { id: randomUUID(), name: safeName(upload.name), size: upload.bytes.length, type }
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

type Content = Upload & { type: string; sha256: string }

/** The case, locked, and the files its field holds now; asked before the bytes are stored and again after. */
async function fileFieldFor(ctx: Context, tx: Transaction, content: Content) {
  const { application, fields } = await openForEditing(ctx, tx, content)
  const field = requireEditable(fields, content.fieldId)
  if (field.type !== 'file') throw new Invalid('invalid', [{ field: field.id, code: 'not_a_file' }])
  const present = filesOf(application.answers, field.id)
  const [same] = await findAttachmentsByContent(tx, content)
  const known = present.find((file) => file.id === same?.id)
  if (!known) refuseUnfit(field, content.bytes, content.type, present.length)
  return { application, fieldId: field.id, present, known }
}

function refuseUnfit(field: FileField, bytes: Buffer, type: string, present: number): void {
  const refuse = (code: string, params?: Record<string, number>): never => {
    throw new Invalid('invalid', [{ field: field.id, code, params }])
  }
  if (bytes.length === 0) refuse('file_empty')
  if (bytes.length > field.maxMegabytes * 1024 * 1024) refuse('file_too_large', { max: field.maxMegabytes })
  if (!(field.formats as string[]).includes(type)) refuse('file_wrong_type')
  if (present >= field.maxFiles) refuse('too_many_files', { max: field.maxFiles })
}

const filesOf = (answers: Answers, fieldId: string): FileAnswer[] => {
  const value = answers[fieldId]
  return Array.isArray(value) ? (value as FileAnswer[]) : []
}

/** The last part of a path, without control characters, at most 120 characters. */
function safeName(name: string): string {
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
    const left = filesOf(application.answers, attachment.fieldId).filter((file) => file.id !== attachment.id)
    const answers = { ...application.answers, [attachment.fieldId]: left }
    await updateApplication(tx, application.id, { answers, updatedAt: ctx.clock.now() })
  })
}

/** The bytes of an upload, for its applicant or for any officer once it was submitted. Throws NotFound. */
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
      : application.status !== 'draft'
  if (!may) throw new NotFound('file')
  return { name: attachment.name, type: attachment.type, bytes: await ctx.files.get(attachment.storageKey) }
}
