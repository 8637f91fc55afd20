import { randomUUID } from 'node:crypto'
import {
  findAttachmentsByContent,
  getOwnApplication,
  insertAttachment,
  lockApplication,
} from '../application/store.ts'
import type { Context } from '../context.ts'
import { Invalid } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import type { ShownCard } from '../proof/checklist.ts'
import { type Offer, openOffers, type Rung, rungOf } from '../proof/ladder.ts'
import { plainFile } from '../service/picture/plain-file.ts'
import { phoneDigits } from '../service/thai.ts'
import { transactionType } from '../service/transaction.ts'
import { safeName, sha256Of } from './attach-file.ts'
import { caseProof } from './case-proof.ts'
import { definitionOf } from './definition-of.ts'
import { type Owner, openIntake } from './open-intake.ts'
import { writeRequest } from './request-proof.ts'
import { scanUpload } from './scan-upload.ts'
import { seeInPerson } from './see-in-person.ts'
import { type Submitted, submitApplication } from './submit-application.ts'

/** Where the scan of the signed paper is kept; no field of a service can be called so. */
export const SIGNED_FORM = '_signed_form'
const MOST_BYTES = 20 * 1024 * 1024

/** `seen`: the applicant stood at the counter and showed their card. */
type Handing = {
  applicationId: string
  declared: boolean
  scan?: { name: string; bytes: Buffer }
  seen?: { card?: ShownCard }
}

/**
 * Hands in what an officer keyed in. The applicant declared on paper, or by word of mouth on the telephone; the scan
 * of the signed paper is kept with the case. Where the service asks who they are, the officer saw their card, or has to
 * call back. Pressed twice it gives the same answer. Throws Invalid (`declaration`, `scan`, `card`, and fields), NotFound.
 */
export async function submitIntake(
  ctx: Context,
  officer: ActingOfficer,
  { applicationId, declared, scan, seen }: Handing,
): Promise<Submitted> {
  const owner = await openIntake(ctx, officer, applicationId)
  if (scan && owner.isDraft) await keepScan(ctx, applicationId, scan)
  const atCounter = owner.intake.channel === 'counter'
  if (atCounter && seen && !seen.card) throw new Invalid('invalid', [{ field: 'card', code: 'card_needed' }])
  const submitted = await submitApplication(ctx, { ...owner, declared })
  const { minimum, offers } = await rungOfCase(ctx, owner)
  if (minimum > 0 && atCounter && seen) await seeInPerson(ctx, officer, { applicationId, card: seen.card })
  if (minimum > 0 && !atCounter) await askToCall(ctx, officer, { applicationId, offers })
  return submitted
}

/** What the service asks of this case, with the ways that lead there without ThaID. */
async function rungOfCase(ctx: Context, owner: Owner): Promise<Rung> {
  const application = await getOwnApplication(ctx.db, owner)
  const definition = await definitionOf(ctx, ctx.db, application)
  const rung = rungOf(definition, transactionType(application.answers))
  return { ...rung, offers: openOffers(rung, { thaid: false }) }
}

/** Who telephoned has shown nothing yet: they are called back, or asked to a video call where that is not enough. */
async function askToCall(
  ctx: Context,
  officer: ActingOfficer,
  { applicationId, offers }: { applicationId: string; offers: Offer[] },
): Promise<void> {
  const [call, video] = (['telephone', 'video_call'] as const).map((method) =>
    offers.find((each) => each.method === method),
  )
  const offer = call ?? video
  if (!offer) return
  await ctx.db.transaction(async (tx) => {
    const application = await lockApplication(tx, applicationId)
    const definition = await definitionOf(ctx, tx, application)
    if ((await caseProof(ctx, tx, { application, definition })).state !== 'open') return
    const phone = phoneDigits(String(application.answers[definition.roles.phone ?? ''] ?? ''))
    const actor = `officer:${officer.id}`
    await writeRequest(ctx, tx, { application, offer, evidence: { phone, when: 'any' }, actor })
  })
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
