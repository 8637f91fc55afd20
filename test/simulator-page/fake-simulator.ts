import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import type { ChatEntry, SimulatorState } from '../../src/simulator/api.ts'

/**
 * The smallest simulator that the page can live on: a state to show, a person who can write, and a note of everything
 * the page asked for. The real one has its own tests.
 */
export type FakeSimulator = {
  url: string
  asked: { path: string; body: unknown }[]
  state: SimulatorState
  /** Changes the state and tells the page. */
  change: (update: (state: SimulatorState) => void) => void
  /** Ends every event stream, as a simulator does that stops. */
  dropListeners: () => void
  close: () => Promise<void>
}

type Options = { page: string; assets: string; state: (url: string) => SimulatorState; qrPng: Buffer }

export async function startFakeSimulator(options: Options): Promise<FakeSimulator> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)))
  })
  const url = await listen(server)
  const state = options.state(url)
  const asked: FakeSimulator['asked'] = []
  const change: FakeSimulator['change'] = (update) => {
    state.seq += 1
    update(state)
    for (const listener of listeners) listener.write(`data: ${state.seq}\n\n`)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', url).pathname
    if (path === '/api/events') return stream(request, response)
    if (path === '/api/state') return void response.end(JSON.stringify(state))
    if (request.method === 'POST') return take(path, await bodyOf(request), response)
    if (path === '/qr/1.png') return void response.setHeader('content-type', 'image/png').end(options.qrPng)
    if (path === '/liff') return void response.setHeader('content-type', 'text/html').end(LIFF_PAGE)
    const [folder, file] = path.startsWith('/assets/flex/')
      ? [options.assets, path.slice('/assets/flex/'.length)]
      : [options.page, path === '/' ? 'index.html' : path]
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    response.setHeader('content-type', type).end(await readFile(join(folder, file)))
  }

  function stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${state.seq}\n\n`)
    listeners.add(response)
    request.on('close', () => listeners.delete(response))
  }

  function take(path: string, body: Record<string, unknown>, response: ServerResponse): void {
    asked.push({ path, body })
    const [, personaId, verb] = /^\/api\/personas\/(\w+)\/(\w+)$/.exec(path) ?? []
    if (personaId && verb === 'text')
      change(() => say(state, personaId, 'user', { type: 'text', text: String(body.text) }))
    response.end(JSON.stringify(answerTo(path, body, url)))
  }

  return {
    url,
    asked,
    state,
    change,
    dropListeners: () => {
      for (const listener of listeners) listener.end()
    },
    close: () => stop(server),
  }
}

export function say(
  state: SimulatorState,
  personaId: string,
  from: ChatEntry['from'],
  message: ChatEntry['message'],
  at = state.now,
): void {
  const seq = ++state.seq
  state.chats[personaId] = [...(state.chats[personaId] ?? []), { id: `m${seq}`, seq, at, from, message }]
}

function answerTo(path: string, body: Record<string, unknown>, url: string): unknown {
  const action = body.action as { type?: string; uri?: string } | undefined
  if (action?.type === 'uri') return { open: action.uri }
  if (path === '/api/liff') return { src: `${url}/liff` }
  return path === '/api/bank/pay' ? { transactionId: '20261122A1B2C3D4E5F6' } : {}
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

const LIFF_PAGE = `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>ยื่นคำขอ</title><style>body{font:17px/1.65 Sarabun,sans-serif;margin:16px}button{font:inherit;padding:10px 18px}</style>
<h1>ยื่นคำขอ</h1><p>หน้าทดสอบของ LIFF</p>
<button onclick="parent.postMessage({type:'liff.closeWindow'},'*')">ปิดหน้าต่าง</button>`

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString() || '{}')
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

function listen(server: Server): Promise<string> {
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(`http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`)
    }),
  )
}
