/** `/guide.json` and `/guide.csv`: open to any website, kept by caches until something changes. */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { links } from '../../messages/links.ts'
import { publishedQuestions } from '../../question/published.ts'
import type { Definition } from '../../service/definition.ts'
import { PUBLIC } from '../access.ts'
import { type GuideSource, guideCsv, guideJson } from './guide-data.ts'

/** `definition` gives the one with the fees of today. */
export function guideDataRoutes(app: FastifyInstance, ctx: Context, definition: () => Definition): void {
  const source = async (): Promise<GuideSource> => ({
    definition: definition(),
    published: await publishedQuestions(ctx.db),
    url: new URL('/service', ctx.config.BASE_URL).href,
    applyUrl: links(ctx.config).apply,
  })

  app.get('/guide.json', PUBLIC, async (request, reply) =>
    answer(request, reply.type('application/json; charset=utf-8'), JSON.stringify(guideJson(await source()))),
  )

  app.get('/guide.csv', PUBLIC, async (request, reply) =>
    answer(
      request,
      reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', 'inline; filename="guide.csv"'),
      guideCsv(await source()),
    ),
  )
}

/** Nothing here is anybody's own: every website may read it. */
function answer(request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  reply
    .header('etag', etag)
    .header('cache-control', 'public, max-age=300')
    .header('access-control-allow-origin', '*')
    .header('x-content-type-options', 'nosniff')
  return isKept(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.send(body)
}

/** A cache may name several, and may have weakened ours by packing it. */
function isKept(named: string | undefined, etag: string): boolean {
  const tags = (named ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}
