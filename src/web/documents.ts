/**
 * Signed documents. The chat's cards lead to `/documents/:id`, a small page that can be shown anywhere: the server
 * cannot tell LIFF's browser from another one (LINE advises against the user agent, and its SDK goes on to the address
 * by itself), so that page's script, which can, either goes on to the PDF or offers to open it outside LINE.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readDocument } from '../actions/view-case.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { findDocument } from '../licence/store.ts'
import type { IssuedDocument } from '../licence/table.ts'
import { links } from '../messages/links.ts'
import { ownFirst, sendFile } from './files.ts'
import { languageOf } from './language.ts'
import { renderPage } from './render.ts'
import { requireApplicant } from './session.ts'
import { isGoodTicket, makeTicket } from './ticket.ts'

type DocumentRoute = { Params: { id: string }; Querystring: { ticket?: unknown } }

export function documentRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<DocumentRoute>('/documents/:id', async (request, reply) => {
    const { ticket } = request.query
    if (ticket !== undefined) return openByTicket(ctx, request, reply)
    const { person, document } = await permitted(ctx, request)
    const language = languageOf(request, person)
    const { agency } = ctx.service.definition
    const { id, title } = document
    return renderPage(reply, 'citizen/document', { language, agency, document: { id, title } })
  })

  app.get<DocumentRoute>('/documents/:id/pdf', async (request, reply) => {
    const { document } = await permitted(ctx, request)
    return sendPdf(ctx, reply, document)
  })

  app.post<DocumentRoute>('/documents/:id/ticket', async (request, reply) => {
    const { id } = (await permitted(ctx, request)).document
    const ticket = makeTicket(ctx.config, id, ctx.clock.now())
    return reply.header('cache-control', 'no-store').send({ path: `/documents/${id}?ticket=${ticket}` })
  })
}

/** The document, when whoever asks is its applicant or an officer. Throws Unauthenticated, NotFound. */
async function permitted(ctx: Context, request: FastifyRequest<DocumentRoute>) {
  const person = await requireApplicant(ctx, request)
  const documentId = request.params.id
  await ownFirst(person, (by) => readDocument(ctx, { documentId, by }))
  return { person, document: await getDocument(ctx, documentId) }
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
