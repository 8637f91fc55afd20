/**
 * Signed documents. The chat's cards lead to `/documents/:id`, a small page that can be shown anywhere: the server
 * cannot tell LIFF's browser from another one (LINE advises against the user agent, and its SDK goes on to the address
 * by itself), so that page's script, which can, either goes on to the PDF or offers to open it outside LINE.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readDocument } from '../actions/view-case.ts'
import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { findDocument } from '../licence/store.ts'
import type { IssuedDocument } from '../licence/table.ts'
import { links } from '../messages/links.ts'
import { SIGNED_IN, TICKET } from './access.ts'
import { ownFirst, sendFile } from './files.ts'
import { languageOf } from './language.ts'
import { renderPage } from './render.ts'
import { requireApplicant } from './session.ts'
import { isGoodTicket, makeTicket } from './ticket.ts'

type DocumentRoute = { Params: { id: string }; Querystring: { ticket?: unknown } }

export function documentRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<DocumentRoute>('/documents/:id', TICKET, async (request, reply) => {
    const { ticket } = request.query
    if (ticket !== undefined) return openByTicket(ctx, request, reply)
    const found = await permitted(ctx, request).catch(unproven)
    if (!found) return askProof(ctx, request, reply)
    const language = languageOf(request, found.person)
    const { agency } = ctx.service.definition
    const { id, title } = found.document
    return renderPage(reply, 'citizen/document', { language, agency, document: { id, title } })
  })

  app.get<DocumentRoute>('/documents/:id/pdf', SIGNED_IN, async (request, reply) => {
    const found = await permitted(ctx, request).catch(unproven)
    return found ? sendPdf(ctx, reply, found.document) : askProof(ctx, request, reply)
  })

  app.post<DocumentRoute>('/documents/:id/ticket', SIGNED_IN, async (request, reply) => {
    const { id } = (await permitted(ctx, request)).document
    const ticket = makeTicket(ctx.config, id, ctx.clock.now())
    return reply.header('cache-control', 'no-store').send({ path: `/documents/${id}?ticket=${ticket}` })
  })
}

/** The document, when whoever asks is its applicant or an officer. Throws Unauthenticated, NotFound, Forbidden. */
async function permitted(ctx: Context, request: FastifyRequest<DocumentRoute>) {
  const person = await requireApplicant(ctx, request)
  const documentId = request.params.id
  await ownFirst(person, (by) => readDocument(ctx, { documentId, by }))
  return { person, document: await getDocument(ctx, documentId) }
}

function unproven(error: unknown): undefined {
  if (!(error instanceof Forbidden) || error.code !== 'identity_needed') throw error
}

/** Where to prove who one is: at one's own case; who took the licence over has none. */
async function askProof(ctx: Context, request: FastifyRequest<DocumentRoute>, reply: FastifyReply) {
  const person = await requireApplicant(ctx, request)
  const { applicationId } = await getDocument(ctx, request.params.id)
  const application = await findApplication(ctx.db, applicationId)
  const isOwn = application?.applicantId === person.applicantId
  const props = {
    language: languageOf(request, person),
    agency: ctx.service.definition.agency,
    proveHref: isOwn ? `/l/apply/${applicationId}/identity` : '/l/identity/thaid',
  }
  return renderPage(reply, 'citizen/document-unproven', props, 403)
}

async function getDocument(ctx: Context, id: string): Promise<IssuedDocument> {
  const document = await findDocument(ctx.db, id)
  if (!document) throw new NotFound('document')
  return document
}

async function openByTicket(ctx: Context, request: FastifyRequest<DocumentRoute>, reply: FastifyReply) {
  const { id } = request.params
  const ticket = String(request.query.ticket)
  if (isGoodTicket(ctx.config, id, ticket, ctx.clock.now())) {
    return sendPdf(ctx, reply, await getDocument(ctx, id))
  }
  const props = {
    language: languageOf(request),
    agency: ctx.service.definition.agency,
    liffUrl: links(ctx.config).document(id),
  }
  return renderPage(reply, 'citizen/ticket-over', props, 410)
}

async function sendPdf(ctx: Context, reply: FastifyReply, document: IssuedDocument): Promise<FastifyReply> {
  const bytes = await ctx.files.get(document.storageKey)
  return sendFile(reply, { name: `${document.kind}.pdf`, type: 'application/pdf', bytes })
}
