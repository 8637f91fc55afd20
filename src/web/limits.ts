/**
 * How often a person may try what could be guessed or counted out. Codes and links are too long to be guessed at any
 * speed; the limits keep one account from trying all the same, and from looking people up one after the other.
 */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** So many a minute, by the person who asks: phones of a whole province share an address. */
const A_MINUTE: Record<string, number> = {
  'POST /o/join': 10,
  'POST /o/search': 30,
  'GET /l/take-over/:code': 30,
  'POST /l/take-over/:code': 30,
}

/** Before the routes. What is asked too often is answered 429 with the seconds to wait in `Retry-After`. */
export async function limitTries(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false })
  app.addHook('onRoute', (route) => {
    const max = A_MINUTE[`${route.method} ${route.url}`]
    if (max === undefined) return
    const limit = app.rateLimit({ max, timeWindow: '1 minute', keyGenerator: whoAsks })
    route.preHandler = [limit, ...[route.preHandler ?? []].flat()]
  })
}

const whoAsks = (request: FastifyRequest): string => request.person?.lineUserId ?? request.ip
