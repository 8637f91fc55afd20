/** A ClamAV daemon for tests: speaks INSTREAM as clamd(8) describes it, and hangs up on whatever breaks it. */
import { createServer, type Socket } from 'node:net'

/** The standard test file that every scanner knows as a virus (eicar.org). Put together here, so that none finds it. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

const COMMAND = 'zINSTREAM\0'
/** StreamMaxLength of its configuration; small, so that a test may exceed it quickly. */
const MOST = 1024 * 1024

export type ClamdPeer = { url: string; scanned: Buffer[]; faults: string[]; close(): Promise<void> }
type Behaviour = 'scan' | 'silence' | 'hang up' | 'error'

/** Listens on a free port, or at the path of a unix socket. */
export async function startClamd(at?: string, behaviour: Behaviour = 'scan'): Promise<ClamdPeer> {
  const peer = { scanned: [] as Buffer[], faults: [] as string[] }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (behaviour === 'hang up') return void socket.destroy()
    if (behaviour === 'silence') return
    serve(socket, peer, behaviour)
  })
  await new Promise<void>((listening) =>
    at ? server.listen(at, listening) : server.listen(0, '127.0.0.1', listening),
  )
  const address = server.address()
  const url = typeof address === 'object' && address ? `tcp://127.0.0.1:${address.port}` : `unix://${at}`
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((closed) => server.close(() => closed()))
  }
  return { ...peer, url, close }
}

function serve(socket: Socket, peer: Pick<ClamdPeer, 'scanned' | 'faults'>, behaviour: Behaviour): void {
  let read = Buffer.alloc(0)
  const fault = (why: string) => {
    peer.faults.push(why)
    socket.end(`UNKNOWN COMMAND\0`)
  }
  socket.on('end', () => {
    // clamd drops a command whose sender has gone.
    if (!socket.writableEnded) fault('closed before the answer')
  })
  socket.on('data', (part: Buffer) => {
    read = Buffer.concat([read, part])
    if (!COMMAND.startsWith(read.toString('latin1', 0, Math.min(read.length, COMMAND.length))))
      return fault('not INSTREAM')
    const stream = streamOf(read.subarray(COMMAND.length))
    if (stream === 'more') return
    if (stream === 'too large') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    if (stream === 'trailing') return fault('bytes after the end')
    peer.scanned.push(stream)
    const verdict = stream.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0'
    socket.end(behaviour === 'error' ? 'stream: Can’t allocate memory ERROR\0' : verdict)
  })
}

/** The chunks after the command, joined once the chunk of length nought has come. */
function streamOf(bytes: Buffer): Buffer | 'more' | 'too large' | 'trailing' {
  const chunks: Buffer[] = []
  let size = 0
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    at += 4
    if (length === 0) return at === bytes.length ? Buffer.concat(chunks) : 'trailing'
    size += length
    if (size > MOST) return 'too large'
    if (at + length > bytes.length) return 'more'
    chunks.push(bytes.subarray(at, at + length))
    at += length
  }
  return 'more'
}
