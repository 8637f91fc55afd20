import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMessenger } from '../../src/line/messenger.ts'
import { createLogger } from '../../src/logger.ts'
import type { OutgoingMessage } from '../../src/messages/message.ts'

type Call = { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown> }
type Answer = { status: number; body: unknown; headers?: Record<string, string> } | 'silence' | 'hang up'

const KEY = '0b9f9a35-5f0e-4a53-9a0b-0c6c2f6f7c11'
const USER = 'U0000000000000000000000000000000a'
const HELLO: OutgoingMessage[] = [{ type: 'text', text: 'สวัสดีค่ะ' }]

let server: Server
let answer: Answer
let calls: Call[]
let log: string
const messenger = () =>
  createMessenger(
    {
      LINE_API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      LINE_DATA_API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      LINE_CHANNEL_ACCESS_TOKEN: 'very-secret-token',
    },
    createLogger('info', {
      write: (line) => {
        log += line
      },
    }),
  )

beforeAll(async () => {
  server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  calls = []
  log = ''
  answer = { status: 200, body: { sentMessages: [{ id: '1' }] } }
})

async function respond(request: IncomingMessage, response: ServerResponse) {
  let body = ''
  for await (const chunk of request) body += chunk
  calls.push({ path: request.url ?? '', headers: request.headers, body: body ? JSON.parse(body) : {} })
  if (answer === 'silence') return
  if (answer === 'hang up') return void request.socket.destroy()
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'x-line-request-id': 'request-1',
    ...answer.headers,
  })
  response.end(JSON.stringify(answer.body))
}

describe('a reply', () => {
  test('carries the token and the messages, and no retry key', async () => {
    expect(await messenger().reply('token-1', HELLO)).toBe('sent')
    expect(calls[0]).toMatchObject({
      path: '/v2/bot/message/reply',
      body: { replyToken: 'token-1', messages: HELLO },
    })
    expect(calls[0]?.headers['x-line-retry-key']).toBeUndefined()
  })

  test('whose token LINE no longer takes is refused, which is no error', async () => {
    answer = { status: 400, body: { message: 'Invalid reply token' } }
    expect(await messenger().reply('token-1', HELLO)).toBe('refused')
  })

  test('that LINE finds faulty is an error', async () => {
    answer = { status: 400, body: { message: 'The request body has 1 error(s)', details: [] } }
    await expect(messenger().reply('token-1', HELLO)).rejects.toMatchObject({
      reason: 'rejected',
      permanent: true,
    })
  })
})

describe('a push', () => {
  test('carries its retry key from the first attempt', async () => {
    await messenger().push(USER, HELLO, KEY)
    expect(calls[0]).toMatchObject({ path: '/v2/bot/message/push', body: { to: USER } })
    expect(calls[0]?.headers['x-line-retry-key']).toBe(KEY)
  })

  test('that was accepted before is done', async () => {
    answer = { status: 409, body: { message: 'The retry key is already accepted' } }
    await expect(messenger().push(USER, HELLO, KEY)).resolves.toBeUndefined()
  })

  test.each([
    [429, 'You have reached your monthly limit.', 'monthly_limit', true],
    [429, 'The API rate limit has been exceeded. Try again later.', 'rate_limit', false],
    [400, 'Failed to send messages', 'rejected', true],
    [401, 'Authentication failed due to the following reason: invalid token', 'unauthorised', true],
    [403, 'Access to this API is not available for your account', 'unauthorised', true],
    [500, 'Internal server error', 'unavailable', false],
  ])('answered %i "%s" is %s', async (status, message, reason, permanent) => {
    answer = { status, body: { message } }
    await expect(messenger().push(USER, HELLO, KEY)).rejects.toMatchObject({ reason, permanent })
  })

  test('whose connection breaks may have happened: it can be repeated', async () => {
    answer = 'hang up'
    await expect(messenger().push(USER, HELLO, KEY)).rejects.toMatchObject({ reason: 'unavailable' })
  })

  test('that breaks a limit of LINE never leaves', async () => {
    const long: OutgoingMessage[] = [{ type: 'text', text: 'ก'.repeat(5001) }]
    await expect(messenger().push(USER, long, KEY)).rejects.toMatchObject({ reason: 'rejected' })
    expect(calls).toEqual([])
  })
})

test('a silent server is given up after seconds, not minutes', async () => {
  answer = 'silence'
  const startedAt = Date.now()
  await expect(messenger().reply('token-1', HELLO)).rejects.toMatchObject({ reason: 'unavailable' })
  expect(Date.now() - startedAt).toBeLessThan(9_000)
})

describe('a profile', () => {
  test('gives name and language', async () => {
    answer = { status: 200, body: { userId: USER, displayName: 'กมล', language: 'th' } }
    expect(await messenger().profile(USER)).toEqual({ displayName: 'กมล', language: 'th' })
  })

  test('that LINE does not tell is undefined', async () => {
    answer = { status: 404, body: { message: 'Not found' } }
    expect(await messenger().profile(USER)).toBeUndefined()
  })
})

test("the log has LINE's request id, and neither token nor text", async () => {
  await messenger().reply('token-1', HELLO)
  answer = { status: 500, body: { message: 'Internal server error' } }
  await messenger()
    .push(USER, HELLO, KEY)
    .catch(() => undefined)
  expect(log).toContain('"requestId":"request-1"')
  for (const secret of ['very-secret-token', 'token-1', 'สวัสดี', USER]) expect(log).not.toContain(secret)
})
