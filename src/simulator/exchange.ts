import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { LogEntry } from './api.ts'
import { FAULTS, type Fault, takeFault } from './faults.ts'
import { type World, writeLog } from './world.ts'

/**
 * One origin of the simulated world: a table of operations, each a function from an exchange to an answer. Here is
 * all that they share: reading the body, faults on order, ids, answers to what nobody serves, and the log.
 */
export type Exchange = {
  world: World
  operation: string
  /** Path and query as they were asked for. */
  url: URL
  params: Record<string, string>
  headers: Record<string, string | undefined>
  /** Parsed JSON, form fields, or undefined. */
  body: unknown
  bytes: Buffer
  requestId: string
  /** Whom the call is about, for the log. */
  personaId?: string
  /** What the strict checks have against this call. */
  findings: string[]
}
export type Answer = { status: number; body?: object | string; headers?: Record<string, string> }
export type Handler = (exchange: Exchange) => Answer | Promise<Answer>
export type Routes = Record<string, Handler>

export type Origin = {
  routes: Routes
  kind(path: string): LogEntry['kind']
  /** How this server words an error. */
  errorBody(status: number, message: string): object
  /** Allows pages of other origins to call it, as LINE does for its LIFF SDK. */
  crossOrigin?: boolean
}

/** A call refused: what is thrown inside a handler to answer at once. */
export class Refusal extends Error {
  readonly answer: Answer
  /** To ask for what is not there is no mistake: it is how one learns that it is not. */
  readonly isOrdinary: boolean
  constructor(answer: Answer, reason: string, { isOrdinary = answer.status === 404 } = {}) {
    super(reason)
    this.answer = answer
    this.isOrdinary = isOrdinary
  }
}

const NO_FAULT: Fault = { when: 'sending' }
const BODY_LIMIT = 2 * 1024 * 1024
const CROSS_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-allow-methods': 'GET, POST, DELETE',
}

export function openOrigin(world: World, origin: Origin): FastifyInstance {
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, exposeHeadRoutes: false })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  const serveBy = (handler: Handler, operation?: string) => (request: FastifyRequest, reply: FastifyReply) =>
    serve({ world, origin, handler, request, reply, operation })
  for (const [operation, handler] of Object.entries(origin.routes)) {
    const [method = '', url = ''] = operation.split(' ')
    app.route({ method, url, handler: serveBy(handler, operation) })
  }
  if (origin.crossOrigin) app.options('*', (_request, reply) => reply.headers(CROSS_ORIGIN).send())
  app.setNotFoundHandler(serveBy(nobodyServes))
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const answer = refused(origin, error.statusCode ?? 500, String(error))
    const fail = () => {
      throw new Refusal(answer, String(error))
    }
    return serveBy(fail)(request, reply)
  })
  return app
}

type Call = {
  world: World
  origin: Origin
  handler: Handler
  request: FastifyRequest
  reply: FastifyReply
  operation?: string
}

async function serve({ world, origin, handler, request, reply, operation }: Call) {
  const exchange = open(world, request, operation ?? `${request.method} ${request.url}`)
  const ordered = takeFault(world, exchange.operation)
  if (ordered) exchange.findings.push(`fault on order: ${ordered}`)
  const fault: Fault = ordered ? FAULTS[ordered] : NO_FAULT
  const answer = await answerWith(origin, handler, exchange, fault)
  write(origin, exchange, answer)
  if (!fault.drop) return send(origin, exchange, answer, reply)
  reply.hijack()
  request.raw.socket.destroy()
}

/** An exchange answers for itself even when a fault is on order: before its effect, after it, or not at all. */
async function answerWith(origin: Origin, handler: Handler, exchange: Exchange, fault: Fault) {
  const faulty = () => refused(origin, fault.status ?? 500, fault.message ?? '')
  if (fault.when === 'before') {
    if (fault.delayMs) await sleep(fault.delayMs, undefined, { ref: false })
    if (fault.status || fault.drop) return faulty()
  }
  const answer = await handle(origin, handler, exchange)
  if (fault.when !== 'after') return answer
  if (fault.delayMs) await sleep(fault.delayMs, undefined, { ref: false })
  return fault.status ? faulty() : answer
}

async function handle(origin: Origin, handler: Handler, exchange: Exchange): Promise<Answer> {
  try {
    exchange.body = parse(exchange)
    return await handler(exchange)
  } catch (error) {
    if (error instanceof Refusal) {
      if (!error.isOrdinary) exchange.findings.push(error.message)
      return error.answer
    }
    if (error instanceof SyntaxError) {
      exchange.findings.push(`the body is not JSON: ${error.message}`)
      const message = 'The request body could not be parsed as JSON (line: -, column: -)'
      return refused(origin, 400, message)
    }
    throw error
  }
}

function open(world: World, request: FastifyRequest, operation: string): Exchange {
  return {
    world,
    operation,
    url: new URL(request.url, 'http://simulator'),
    params: (request.params ?? {}) as Record<string, string>,
    headers: request.headers as Record<string, string | undefined>,
    body: undefined,
    bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    requestId: randomUUID(),
    findings: [],
  }
}

function parse({ bytes, headers }: Exchange): unknown {
  const type = headers['content-type'] ?? ''
  if (bytes.length === 0) return undefined
  if (type.startsWith('application/json')) return JSON.parse(bytes.toString('utf8'))
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(bytes.toString('utf8')))
  return undefined
}

function nobodyServes(exchange: Exchange): Answer {
  const reason = `${exchange.operation} is not served by this origin: wrong host or path?`
  throw new Refusal({ status: 404, body: { message: 'Not found' } }, reason, { isOrdinary: false })
}

function refused(origin: Origin, status: number, message: string): Answer {
  return { status, body: origin.errorBody(status, message) }
}

function write(origin: Origin, exchange: Exchange, answer: Answer): void {
  writeLog(exchange.world, {
    kind: origin.kind(exchange.url.pathname),
    title: titleOf(exchange),
    personaId: exchange.personaId,
    status: answer.status,
    findings: exchange.findings,
    body: exchange.body ?? (exchange.bytes.length > 0 ? sizeOf(exchange.bytes) : undefined),
    answer: isData(answer.body) ? answer.body : sizeOf(Buffer.from(answer.body)),
  })
}

function titleOf({ operation, url }: Exchange): string {
  return `${operation.split(' ')[0]} ${url.pathname}`
}

/** Pages, scripts and pictures are not written out in the log. */
function isData(body: Answer['body']): body is object | undefined {
  return typeof body !== 'string' && !Buffer.isBuffer(body)
}

const sizeOf = (bytes: Buffer) => ({ bytes: bytes.length })

function send(origin: Origin, exchange: Exchange, answer: Answer, reply: FastifyReply) {
  reply.code(answer.status).header('x-line-request-id', exchange.requestId)
  if (origin.crossOrigin) reply.headers(CROSS_ORIGIN)
  reply.headers(answer.headers ?? {})
  if (!reply.hasHeader('content-type')) reply.type('application/json; charset=utf-8')
  if (Buffer.isBuffer(answer.body) || typeof answer.body === 'string') return reply.send(answer.body)
  return reply.send(JSON.stringify(answer.body ?? {}))
}
