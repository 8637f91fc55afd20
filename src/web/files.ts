/** Bytes for people: uploads and the payment QR; documents.ts sends its PDFs by what is here. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { toBuffer } from 'qrcode'
import { readFile } from '../actions/attach-file.ts'
import type { SignedIn } from '../actions/open-session.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { CASE_ROLES, hasRole } from '../officer/roles.ts'
import { findInvoice } from '../payment/store.ts'
import { FILE_TYPES } from '../service/definition.ts'
import { PUBLIC, SIGNED_IN } from './access.ts'
import { requireApplicant } from './session.ts'

export function fileRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<{ Params: { id: string } }>('/files/:id', SIGNED_IN, async (request, reply) => {
    const person = await requireApplicant(ctx, request)
    return sendFile(reply, await ownFirst(person, (by) => readFile(ctx, { fileId: request.params.id, by })))
  })

  // LINE's servers fetch this picture for the chat card: no session, but an id that nobody can guess.
  app.get<{ Params: { id: string } }>('/qr/:id.png', PUBLIC, async (request, reply) => {
    const invoice = await findInvoice(ctx.db, request.params.id)
    if (!invoice) throw new NotFound('invoice')
    const png = await toBuffer(invoice.qr, { errorCorrectionLevel: 'M', margin: 4, scale: 10 })
    return reply.type('image/png').header('cache-control', 'public, max-age=31536000, immutable').send(png)
  })
}

/** An officer may be an applicant too: their own case first, then their office. */
export async function ownFirst<T>(
  person: SignedIn,
  read: (by: { applicantId: string } | { officerId: string }) => Promise<T>,
): Promise<T> {
  const { officer, applicantId } = person
  if (!officer || !hasRole(officer, CASE_ROLES)) return read({ applicantId })
  return read({ applicantId }).catch((error: unknown) => {
    if (error instanceof NotFound) return read({ officerId: officer.id })
    throw error
  })
}

/** Nothing in a file may run. NOTE the browsers' own PDF viewers stay blank in a sandbox, and style their page inline. */
const FILE_POLICY: Record<string, string> = {
  'application/pdf':
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
  other: "default-src 'none'; frame-ancestors 'self'; sandbox",
}

export function sendFile(
  reply: FastifyReply,
  file: { name: string; type: string; bytes: Buffer },
): FastifyReply {
  const shown = (FILE_TYPES as readonly string[]).includes(file.type)
  const name = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return reply
    .type(shown ? file.type : 'application/octet-stream')
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', FILE_POLICY[file.type] ?? FILE_POLICY.other)
    .header('cache-control', 'private, no-store')
    .header('referrer-policy', 'no-referrer')
    .send(file.bytes)
}
