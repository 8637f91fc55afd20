import { connect, type Socket } from 'node:net'
import type { Config } from '../config.ts'
import type { Scanner } from '../context.ts'

/** Files are at most 20 MB: a scan that takes longer than this will not end. */
const TIMEOUT_MS = 15_000
const CHUNK = 64 * 1024

/**
 * ClamAV's daemon. INSTREAM of its own protocol (clamd(8)): chunks, each after its length in four bytes, then a length
 * of nought; the daemon answers `stream: OK` or `stream: <name> FOUND`. Throws when it does not answer or cannot tell.
 */
export function clamdScanner({ CLAMD_URL }: Pick<Config, 'CLAMD_URL'>): Scanner {
  if (!CLAMD_URL) return { configured: false, scan: async () => 'clean' }
  const url = new URL(CLAMD_URL)
  return {
    configured: true,
    async scan(bytes) {
      const answer = await ask(dial(url), bytes)
      if (answer === 'stream: OK') return 'clean'
      if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
      throw new Error(`the virus scanner answered "${answer.slice(0, 80)}"`)
    },
  }
}

const dial = (url: URL): Socket =>
  url.protocol === 'unix:'
    ? connect(decodeURIComponent(url.pathname))
    : connect({ host: url.hostname, port: Number(url.port || 3310) })

function ask(socket: Socket, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const fail = (cause?: Error) => {
      socket.destroy()
      reject(new Error('the virus scanner does not answer', { cause }))
    }
    const timer = setTimeout(fail, TIMEOUT_MS)
    socket.on('data', (part) => {
      answer += part.toString('utf8')
    })
    socket.on('error', fail)
    socket.on('close', () => {
      clearTimeout(timer)
      // The daemon ends its answer with a nought; without one the line broke.
      if (answer.endsWith('\0')) resolve(answer.slice(0, -1))
      else fail()
    })
    send(socket, bytes)
  })
}

/** NOTE our side stays open until the daemon has answered: closed earlier, it may drop the command. */
function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    socket.write(chunk)
  }
  socket.write(Buffer.alloc(4))
}
