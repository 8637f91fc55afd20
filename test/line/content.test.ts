import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createContentReader } from '../../src/line/content.ts'
import { createLogger } from '../../src/logger.ts'

type Reply = (response: ServerResponse) => void

let server: Server
/** What the next calls get, in order; the last one again and again. */
let replies: Reply[]
let asked: { path: string; token: string | undefined }[]
let log: string

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', token: request.headers.authorization })
    const [reply = respond(500)] = replies.length > 1 ? replies.splice(0, 1) : replies
    reply(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  log = ''
})

const respond =
  (status: number, body: string | Buffer = ''): Reply =>
  (response) =>
    response.writeHead(status, { 'x-line-request-id': 'request-1' }).end(body)
const read = (maxBytes = 1000) => {
  const write = (line: string) => {
    log += line
  }
  const settings = {
    LINE_DATA_API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    LINE_CHANNEL_ACCESS_TOKEN: 'very-secret-token',
  }
  return createContentReader(settings, createLogger('info', { write }))('123', maxBytes)
}

test('content is fetched from the data origin with the channel token; the log has neither', async () => {
  replies = [respond(200, 'the bytes')]
  expect(await read()).toEqual(Buffer.from('the bytes'))
  expect(asked).toEqual([{ path: '/v2/bot/message/123/content', token: 'Bearer very-secret-token' }])
  expect(log).toContain('request-1')
  for (const secret of ['very-secret', 'the bytes']) expect(log).not.toContain(secret)
})

test.each([404, 410])('content answered %i is gone', async (status) => {
  replies = [respond(status, '{"message":"gone"}')]
  expect(await read()).toBe('gone')
})

test('content that is being prepared is asked for again when LINE says that it has succeeded', async () => {
  replies = [respond(202), respond(200, '{"status":"succeeded"}'), respond(200, 'ready')]
  expect(await read()).toEqual(Buffer.from('ready'))
  expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual(['content', 'transcoding', 'content'])
})

test('content that could not be prepared is gone', async () => {
  replies = [respond(202), respond(200, '{"status":"failed"}')]
  expect(await read()).toBe('gone')
})

test('content that is prepared for too long is to be sent again, told within seconds', async () => {
  replies = [(response) => respond(asked.length % 2 === 1 ? 202 : 200, '{"status":"processing"}')(response)]
  const before = Date.now()
  expect(await read()).toBe('preparing')
  expect(Date.now() - before).toBeLessThan(6000)
})

test('no more is fetched than may be, whether the length is told or not', async () => {
  replies = [respond(200, Buffer.alloc(1001))]
  expect(await read()).toBe('too_large')
  replies = [
    (response) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' })
      response.write(Buffer.alloc(600))
      response.end(Buffer.alloc(600))
    },
  ]
  expect(await read()).toBe('too_large')
})

test.each([
  ['an error of LINE’s', respond(500), { reason: 'unavailable', permanent: false }],
  ['too many calls', respond(429), { reason: 'rate_limit', permanent: false }],
  ['a wrong token', respond(401), { reason: 'unauthorised', permanent: true }],
  ['no answer', (response: ServerResponse) => response.socket?.destroy(), { reason: 'unavailable' }],
  [
    'a line that breaks in the middle',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '900' })
      response.write(Buffer.alloc(100), () => response.socket?.destroy())
    },
    { reason: 'unavailable', permanent: false },
  ],
])('%s is an error that says whether to try again', async (_, reply, error) => {
  replies = [reply as Reply]
  await expect(read()).rejects.toMatchObject(error)
})
