import { existsSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { pay, sendNotice } from '../bank/payments.ts'
import { FAULTS, isFault } from '../faults.ts'
import { openingAddress, pathOfLiffLink } from '../login/liff.ts'
import type { LoginKeys } from '../login/tokens.ts'
import { block, follow, say, sendContent, tap } from '../people.ts'
import { holdWebhooks, releaseWebhooks, type Signature, sendRawWebhook } from '../webhooks.ts'
import { changed, findPerson, type Person, resetWorld, type WebhookEvent, type World } from '../world.ts'
import { mailsOf, stateOf } from './state.ts'

/** The control API of api.ts, and the simulator's page where it has been built. For the page and for tests alone. */
type Asked = {
  world: World
  keys: LoginKeys
  params: Record<string, string>
  query: Record<string, string>
  body: Body
  reply: FastifyReply
}
type Body = { [field: string]: unknown }
type Control = (asked: Asked) => unknown

const CONTROLS: { [operation: string]: Control } = {
  'GET /clock': ({ world }) => ({ now: world.clock.now().toISOString() }),
  'GET /api/state': ({ world }) => stateOf(world),
  'GET /api/findings': ({ world }) => world.log.filter((entry) => entry.findings.length > 0),
  'GET /api/mails': ({ world }) => mailsOf(world),
  'GET /api/mails/:id/attachments/:index': attachment,
  'GET /api/contents/:id': ({ world, params, reply }) =>
    sendBytes(reply, world.line.contents.get(params.id ?? '')),
  'GET /api/richmenus/:id/image': ({ world, params, reply }) =>
    sendBytes(reply, world.line.richMenus.get(params.id ?? '')?.image),
  'GET /api/image': picture,
  'GET /api/faults': () => Object.keys(FAULTS),
  'POST /api/faults': planFault,
  'POST /api/personas/:id/follow': (asked) => follow(asked.world, getPerson(asked)),
  'POST /api/personas/:id/block': (asked) => block(asked.world, getPerson(asked)),
  'POST /api/personas/:id/text': (asked) =>
    say(asked.world, getPerson(asked), { type: 'text', text: text(asked, 'text') }),
  'POST /api/personas/:id/action': (asked) => tap(asked.world, getPerson(asked), asked.body as never),
  'POST /api/personas/:id/image': (asked) =>
    sendContent(asked.world, getPerson(asked), {
      type: text(asked, 'type'),
      bytes: Buffer.from(text(asked, 'base64'), 'base64'),
    }),
  'POST /api/personas/:id/file': (asked) =>
    sendContent(asked.world, getPerson(asked), {
      type: 'application/octet-stream',
      bytes: Buffer.from(text(asked, 'base64'), 'base64'),
      name: text(asked, 'name'),
    }),
  'POST /api/liff': openLiff,
  'POST /api/clock': ({ world, body }) => {
    const now = world.clock.advance(Number(body.advanceSeconds ?? 0)).toISOString()
    changed(world)
    return { now }
  },
  'POST /api/bank/pay': payBill,
  'POST /api/bank/notice': ({ world, body }) => sendNotice(world, body),
  'POST /api/bank/reverse': reverse,
  'POST /api/webhooks/hold': ({ world }) => holdWebhooks(world),
  'POST /api/webhooks/release': ({ world, body }) => releaseWebhooks(world, body),
  'POST /api/webhooks/raw': async ({ world, body }) => ({
    status: await sendRawWebhook(
      world,
      (body.events ?? []) as WebhookEvent[],
      (body.signature ?? 'good') as Signature,
    ),
  }),
  'POST /api/reset': ({ world }) => resetWorld(world),
}

const PAGE = join(import.meta.dirname, '../../../dist/simulator')
const BODY_LIMIT = 32 * 1024 * 1024

class BadRequest extends Error {
  readonly statusCode = 400
}

export function openControl(world: World, keys: LoginKeys): FastifyInstance {
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true })
  for (const [operation, control] of Object.entries(CONTROLS)) {
    const [method = '', url = ''] = operation.split(' ')
    app.route({
      method,
      url,
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const params = request.params as Record<string, string>
        const query = request.query as Record<string, string>
        const body = (request.body ?? {}) as Body
        return (await control({ world, keys, params, query, body, reply })) ?? {}
      },
    })
  }
  app.get('/api/events', (request, reply) => streamChanges(world, request, reply))
  if (existsSync(PAGE)) app.register(files, { root: PAGE })
  else app.get('/', () => 'The simulator runs; its page has not been built.')
  return app
}

/** Server-sent events: the number of each change, the present one first. */
function streamChanges(world: World, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const tell = (seq: number) => reply.raw.write(`data: ${seq}\n\n`)
  tell(world.seq)
  world.listeners.add(tell)
  request.raw.on('close', () => world.listeners.delete(tell))
}

function getPerson({ world, params, body }: Asked): Person {
  const id = params.id ?? String(body.personaId)
  const person = findPerson(world, id)
  if (!person) throw new BadRequest(`There is no persona ${id}`)
  return person
}

function text({ body }: Asked, field: string): string {
  const value = body[field]
  if (typeof value !== 'string') throw new BadRequest(`${field} must be a text`)
  return value
}

function planFault({ world, body }: Asked) {
  if (!isFault(body.fault)) throw new BadRequest(`fault must be one of ${Object.keys(FAULTS).join(', ')}`)
  if (typeof body.operation !== 'string') throw new BadRequest('operation must be a text')
  const plan = { operation: body.operation, nth: Number(body.nth ?? 1), fault: body.fault }
  world.faults.push(plan)
  return plan
}

async function openLiff(asked: Asked) {
  const { world, keys } = asked
  const link = text(asked, 'url')
  const path = pathOfLiffLink(world, link)
  if (path === undefined) throw new BadRequest(`${link} is not a link to the LIFF app`)
  return { src: await openingAddress(world, keys, { person: getPerson(asked), path, client: true }) }
}

async function payBill(asked: Asked) {
  const { satang, times } = asked.body as { satang?: number; times?: number }
  const result = await pay(asked.world, { qr: text(asked, 'qr'), satang, times })
  if ('findings' in result) throw new BadRequest(`The bank refuses this QR: ${result.findings.join('; ')}`)
  return result
}

function reverse(asked: Asked) {
  const transactionId = text(asked, 'transactionId')
  const transaction = asked.world.transactions.find((found) => found.transactionId === transactionId)
  if (!transaction) throw new BadRequest(`There is no transaction ${transactionId}`)
  transaction.reversed = true
  changed(asked.world)
}

function attachment({ world, params, reply }: Asked) {
  const mail = world.mails.find((found) => found.id === params.id)
  const index = Number(params.index)
  const bytes = mail?.bytes[index]
  return sendBytes(reply, bytes && { bytes, type: mail?.attachments[index]?.type ?? '' })
}

/** Only the bot's own pictures: the simulator is no open relay. */
async function picture({ world, query, reply }: Asked) {
  const url = URL.parse(query.url ?? '')
  if (url?.origin !== new URL(world.settings.botBaseUrl).origin)
    throw new BadRequest('not a picture of the bot')
  const response = await fetch(url)
  const type = response.headers.get('content-type') ?? 'application/octet-stream'
  return reply
    .code(response.status)
    .type(type)
    .send(Buffer.from(await response.arrayBuffer()))
}

function sendBytes(reply: FastifyReply, content: { bytes: Buffer; type: string } | undefined) {
  if (!content) return reply.code(404).send({ message: 'Not found' })
  return reply.type(content.type).send(content.bytes)
}
