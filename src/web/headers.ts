/**
 * Headers that every answer of the server carries, from health to pages and failures. A route that needs another
 * value sets it itself; what is here is what nobody has to think of.
 */
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

/** A year, as browsers' preload lists ask for; subdomains are the agency's own decision. */
const HSTS = 'max-age=31536000'

/** What our pages use of a phone: where the premises are, pictures by the file chooser (which asks by itself), paste. */
const PERMISSIONS = [
  'accelerometer=()',
  'browsing-topics=()',
  'camera=()',
  'display-capture=()',
  'geolocation=(self)',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'usb=()',
].join(', ')

/** Bytes and JSON are no page: nothing in them may run or be framed. Pages set the policy of their own. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'"

/** What is not said to be kept is kept by nobody: most answers are somebody's. */
export function commonHeaders({ BASE_URL }: Pick<Config, 'BASE_URL'>): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': PERMISSIONS,
    'content-security-policy': NO_PAGE,
    'cache-control': 'no-store',
    ...(BASE_URL.startsWith('https://') && { 'strict-transport-security': HSTS }),
  }
}

/** Once for a server, before any route. */
export function sendHeaders(app: FastifyInstance, config: Pick<Config, 'BASE_URL'>): void {
  const common = Object.entries(commonHeaders(config))
  app.addHook('onSend', async (_request, reply, payload) => {
    for (const [name, value] of common) if (!reply.hasHeader(name)) reply.header(name, value)
    return payload
  })
}
