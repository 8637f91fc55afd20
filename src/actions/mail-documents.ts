import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { listDocuments } from '../licence/store.ts'
import { links } from '../messages/links.ts'
import { listInvoicesOf } from '../payment/store.ts'
import type { Definition } from '../service/definition.ts'
import { definitionOf } from './definition-of.ts'

/**
 * Job: the licence and the receipt by mail, where the applicant gave an address. The job's id is the Message-ID.
 * Waits (throws) while the receipt is still being made, so that one mail carries both.
 */
export async function mailDocuments(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<void> {
  const application = await findApplication(ctx.db, payload.applicationId ?? '')
  if (!application || !ctx.mailer.configured) return
  const definition = await definitionOf(ctx, ctx.db, application)
  const to = definition.roles.email ? application.answers[definition.roles.email] : undefined
  if (typeof to !== 'string' || to === '') return
  const issued = await listDocuments(ctx.db, application.id)
  const documents = issued.filter(({ kind }) => kind !== 'acknowledgement')
  const receipts = (await listInvoicesOf(ctx.db, application.id)).length
  if (documents.length < receipts + 1) throw new Error('a document is still being made')
  const attachments = await Promise.all(
    documents.map(async (each) => ({
      name: `${each.kind}.pdf`,
      type: 'application/pdf',
      bytes: await ctx.files.get(each.storageKey),
    })),
  )
  await ctx.mailer.send({
    id: jobId,
    to,
    ...letter(ctx, definition, { reference: application.reference ?? '', paid: receipts > 0 }),
    attachments,
  })
}

type Sent = { reference: string; paid: boolean }

function letter(
  ctx: Context,
  { agency, title, licence }: Definition,
  { reference, paid }: Sent,
): { subject: string; text: string } {
  const verify = links(ctx.config).verifyForm
  return {
    subject: `${title.th} · คำขอเลขที่ ${reference}`,
    text: [
      `เรียน ผู้ขอ\n\n${agency.name.th} ขอส่ง${title.th}${paid ? ' และใบเสร็จรับเงิน' : ''} ตามแฟ้มแนบ แฟ้ม PDF ลงลายมือชื่อดิจิทัลแล้ว ตรวจสอบได้ที่ ${verify}`,
      `Dear applicant,\n\n${agency.name.en} sends you the ${licence.name.en.toLowerCase()}${paid ? ' and the receipt' : ''} as ${paid ? 'signed PDF files. Check them' : 'a signed PDF file. Check it'} at ${verify}`,
      `${agency.name.th} · ${agency.unit.th}\n${agency.phone} · ${agency.email}`,
    ].join('\n\n'),
  }
}
