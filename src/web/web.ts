/** The web edge: everything a browser asks for. `app.ts` registers it as a plugin: `app.register((scope) => web(scope, ctx))`. */
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import serveStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { enforceAccess, guardRoutes, PUBLIC } from './access.ts'
import { addressRoutes } from './address.ts'
import { citizenRoutes } from './citizen/routes.ts'
import { documentRoutes } from './documents.ts'
import { answerFailure, answerNotFound } from './failures.ts'
import { fileRoutes } from './files.ts'
import { keepLanguage, languageOf } from './language.ts'
import { limitTries } from './limits.ts'
import { officerRoutes } from './officer/routes.ts'
import { publicRoutes } from './public/routes.ts'
import { liffUrl, openRenderer, renderPage } from './render.ts'
import { refuseForeignChange, sessionRoutes } from './session.ts'

const FORM_BYTES = 1024 * 1024
const UPLOAD = { fileSize: 20 * 1024 * 1024, files: 10, fields: 1000, fieldSize: 100_000 }

export async function web(app: FastifyInstance, ctx: Context): Promise<void> {
  guardRoutes(app)
  app.decorate('renderer', await openRenderer(ctx.config))
  await app.register(cookie)
  await app.register(multipart, { limits: UPLOAD, throwFileSizeLimit: false })
  readPlainForms(app)
  await app.register(serveStatic, {
    root: join(app.renderer.client, 'assets'),
    serve: false,
    maxAge: '365d',
    immutable: true,
    preCompressed: true,
  })
  enforceAccess(app, ctx)
  await limitTries(app)
  assetRoutes(app)

  app.addHook('onRequest', async (request, reply) => {
    refuseForeignChange(ctx, request)
    keepLanguage(request, reply)
    // LIFF opens its endpoint first and says in `liff.state` where to go; only its SDK may move on from here.
    if (isLiffEntry(request)) return openEntry(ctx, request, reply)
  })
  app.setErrorHandler((error, request, reply) => answerFailure(ctx, error, request, reply))
  app.setNotFoundHandler((request, reply) => answerNotFound(ctx, request, reply))

  sessionRoutes(app, ctx)
  addressRoutes(app)
  fileRoutes(app, ctx)
  documentRoutes(app, ctx)
  citizenRoutes(app, ctx)
  officerRoutes(app, ctx)
  publicRoutes(app, ctx)
}

function assetRoutes(app: FastifyInstance): void {
  app.get<{ Params: { '*': string } }>('/assets/*', PUBLIC, (request, reply) =>
    reply.sendFile(request.params['*']),
  )
}

/** Plain forms arrive as `URLSearchParams`, which keeps the order and the repeated names. */
function readPlainForms(app: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded'
  app.addContentTypeParser(type, { parseAs: 'string', bodyLimit: FORM_BYTES }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  )
}

function openEntry(ctx: Context, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return renderPage(reply, 'citizen/entry', { language: languageOf(request), liffUrl: liffUrl(ctx.config) })
}

function isLiffEntry(request: FastifyRequest): boolean {
  const [path] = request.url.split('?')
  return path === '/' && 'liff.state' in (request.query as object)
}
