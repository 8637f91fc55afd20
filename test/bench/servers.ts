import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export type Server = { name: string; url: string; process: ChildProcess }

/** Starts a server of its own process and waits until it answers. */
export async function startServer(name: string, file: string, env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${env.PORT}`
  for (let tries = 0; tries < 200; tries++) {
    const answered = await fetch(`${url}/readyz`).then(
      () => true,
      () => false,
    )
    if (answered) return { name, url, process: child }
    await sleep(100)
  }
  throw new Error(`${name} did not start`)
}

export async function stopServer(server: Server, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = new Promise((resolve) => server.process.once('exit', resolve))
  server.process.kill(signal)
  await ended
}

/** User and system time of a process so far, in microseconds (Linux: clock ticks of 10 ms). */
export function cpuMicroseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}
