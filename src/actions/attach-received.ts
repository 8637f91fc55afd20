import {
  findAttachmentsByContent,
  insertAttachment,
  markAttachmentRemoved,
  updateApplication,
} from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Invalid, NotFound } from '../errors.ts'
import { lockReceived, setReceivedState } from '../messages/received.ts'
import type { ReceivedFile } from '../messages/table.ts'
import type { FileField } from '../service/definition.ts'
import { misfit } from '../service/file-fit.ts'
import { type FileAnswer, filesOf } from '../service/form.ts'
import { requireFileField } from './attach-file.ts'
import { type Editable, openForEditing } from './open-draft.ts'

type Claim = {
  receivedId: string
  lineUserId: string
  applicationId: string
  applicantId: string
  fieldId: string
}

/**
 * A file from the chat becomes a document of the case, once, however often it is pressed: case and file change in one
 * transaction. During a correction it takes the place of the one file that a field may hold. Throws Invalid (codes of
 * file-fit.ts), Conflict when the case is no longer open, NotFound when the file was erased or is somebody else's.
 */
export async function attachReceived(ctx: Context, claim: Claim): Promise<FileAnswer> {
  return ctx.db.transaction(async (tx) => {
    const received = await lockReceived(tx, { id: claim.receivedId, lineUserId: claim.lineUserId })
    const editable = await openForEditing(ctx, tx, claim)
    const field = requireFileField(editable.fields, claim.fieldId)
    const known = await knownFile(tx, editable, field, received)
    if (known) {
      if (received.state === 'waiting') await setReceivedState(tx, received.id, 'discarded')
      return known
    }
    // Erased, or attached to another document before: the first press counts.
    if (received.state !== 'waiting') throw new NotFound('file')
    return attach(ctx, tx, { editable, field, received })
  })
}

/** The file at this field with exactly these bytes. */
async function knownFile(
  tx: Transaction,
  { application }: Editable,
  field: FileField,
  { sha256 }: ReceivedFile,
): Promise<FileAnswer | undefined> {
  const same = await findAttachmentsByContent(tx, {
    applicationId: application.id,
    fieldId: field.id,
    sha256,
  })
  return filesOf(application.answers[field.id]).find((file) => same.some(({ id }) => id === file.id))
}

type Attaching = { editable: Editable; field: FileField; received: ReceivedFile }

async function attach(
  ctx: Context,
  tx: Transaction,
  { editable: { application }, field, received }: Attaching,
): Promise<FileAnswer> {
  const there = filesOf(application.answers[field.id])
  const replaced = application.status === 'returned' && field.maxFiles === 1 ? there : []
  const present = replaced.length > 0 ? [] : there
  const wrong = misfit(field, received, present.length)
  if (wrong) throw new Invalid('invalid', [{ field: field.id, ...wrong }])
  for (const file of replaced) await markAttachmentRemoved(tx, file.id)
  const { id, name, size, type, sha256, storageKey } = received
  const createdAt = ctx.clock.now()
  const file = { id, name, size, type }
  await insertAttachment(tx, {
    ...file,
    applicationId: application.id,
    fieldId: field.id,
    sha256,
    storageKey,
    createdAt,
  })
  const answers = { ...application.answers, [field.id]: [...present, file] }
  await updateApplication(tx, application.id, { answers, updatedAt: createdAt })
  await setReceivedState(tx, received.id, 'attached')
  return file
}
