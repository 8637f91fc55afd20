import { randomUUID } from 'node:crypto'
import { findAttachmentsByContent, insertAttachment } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Invalid } from '../errors.ts'
import type { ActingOfficer } from '../review/officer.ts'
import { plainFile } from '../service/picture/plain-file.ts'
import { safeName, sha256Of } from './attach-file.ts'
import { openIntake } from './open-intake.ts'
import { scanUpload } from './scan-upload.ts'
import { type Submitted, submitApplication } from './submit-application.ts'

/** Where the scan of the signed paper is kept; no field of a service can be called so. */
export const SIGNED_FORM = '_signed_form'
const MOST_BYTES = 20 * 1024 * 1024

type Handing = { applicationId: string; declared: boolean; scan?: { name: string; bytes: Buffer } }

/**
 * Hands in what an officer keyed in. The applicant declared on paper, or by word of mouth on the telephone; the scan
 * of the signed paper is kept with the case. Pressed twice it gives the same answer. Throws Invalid (`declaration`,
 * `scan`, and fields), NotFound.
 */
export async function submitIntake(
  ctx: Context,
  officer: ActingOfficer,
  { applicationId, declared, scan }: Handing,
): Promise<Submitted> {
  const owner = await openIntake(ctx, officer, applicationId)
  if (scan && owner.isDraft) await keepScan(ctx, applicationId, scan)
  return submitApplication(ctx, { ...owner, declared })
}

async function keepScan(
  ctx: Context,
  applicationId: string,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<void> {
  const refuse = (code: string): never => {
    throw new Invalid('invalid', [{ field: 'scan', code, params: { max: MOST_BYTES / 1024 / 1024 } }])
  }
  if (bytes.length > MOST_BYTES) refuse('file_too_large')
  const plain = plainFile(bytes)
  if (typeof plain === 'string') return refuse(plain === 'broken' ? 'file_broken' : 'file_wrong_type')
  const scanned = await scanUpload(ctx, plain.bytes)
  if (scanned !== 'clean') refuse(scanned)
  const sha256 = sha256Of(plain.bytes)
  const content = { applicationId, fieldId: SIGNED_FORM, sha256 }
  if ((await findAttachmentsByContent(ctx.db, content)).length > 0) return
  const storageKey = `uploads/${randomUUID()}`
  await ctx.files.put(storageKey, plain.bytes)
  const file = { ...content, name: safeName(name), type: plain.type, size: plain.bytes.length, storageKey }
  await ctx.db.transaction((tx) => insertAttachment(tx, { ...file, createdAt: ctx.clock.now() }))
}
