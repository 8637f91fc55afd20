import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify'
import { bankNotices } from './bank/notice.ts'
import { flexTemplateDirs } from './compose.ts'
import type { Context } from './context.ts'
import { flexAssets } from './line/assets.ts'
import { lineWebhook } from './line/webhook.ts'
import { describeError } from './logger.ts'
import { guardRoutes, PUBLIC } from './web/access.ts'
import { commonHeaders, sendHeaders } from './web/headers.ts'
import { web } from './web/web.ts'

/** What `/readyz` asks; each either answers or throws. */
export type Readiness = Record<'database' | 'queue' | 'relay', () => Promise<unknown>>

/** Mounts the edges; a process that only works answers nothing but its health. */
export async function createApp(ctx: Context, readiness: Readiness): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: ctx.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger of its own for every request costs more than taking in a webhook; what is logged names its request.
    childLoggerFactory: (logger) => logger,
    trustProxy: 'loopback, uniquelocal',
    genReqId: () => crypto.randomUUID(),
    // An address that is none comes by no hook, and Fastify's own answer would repeat it.
    frameworkErrors: (_error, _request, reply: FastifyReply) =>
      reply.code(400).headers(commonHeaders(ctx.config)).send({ error: 'bad_address' }),
  })
  guardRoutes(app)
  sendHeaders(app, ctx.config)
  logRequests(app, ctx)
  health(app, readiness)
  if (ctx.config.ROLE === 'worker') return app
  await app.register(lineWebhook, { ctx })
  await app.register(flexAssets, { dirs: flexTemplateDirs(ctx.service.dir) })
  await app.register(async (scope) => bankNotices(scope, ctx))
  await app.register(async (scope) => web(scope, ctx))
  return app
}

/** One line a request, by its route: an address may hold a code or an id, so the address itself is not written. */
function logRequests(app: FastifyInstance, ctx: Context): void {
  if (!ctx.log.isLevelEnabled('info')) return
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request.routeOptions
    ctx.log.info({
      event: 'http.answered',
      requestId: request.id,
      method,
      route: url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

function health(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', PUBLIC, async () => ({ alive: true }))
  app.get('/readyz', PUBLIC, async (_request, reply) => {
    const checks = await Promise.all(
      Object.entries(readiness).map(async ([name, ask]) => [name, await answer(ask)] as const),
    )
    const ready = checks.every(([, said]) => said === 'ok')
    return reply.code(ready ? 200 : 503).send({ ready, ...Object.fromEntries(checks) })
  })
}

async function answer(ask: () => Promise<unknown>): Promise<string> {
  try {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 2000).unref())
    await Promise.race([ask(), late])
    return 'ok'
  } catch (error) {
    return describeError(error).message
  }
}
