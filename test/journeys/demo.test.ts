/** What the README promises first: one command, one address, the whole story behind it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '../support/servers.ts'

const ROOT = join(import.meta.dirname, '../..')
let demo: ChildProcess | undefined
afterAll(() => demo?.kill('SIGKILL'))

test('npm run demo prints one address where the story can be played, and ends well', async () => {
  rmSync(join(ROOT, 'dist/simulator'), { recursive: true, force: true }) // as on a fresh clone
  const port = await freePort()
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...environment } = process.env
  const env = {
    ...environment,
    NODE_ENV: '',
    PORT: String(port),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'anuyat-demo-')),
  }
  demo = spawn('npm', ['run', '--silent', 'demo'], { cwd: ROOT, env, detached: true })
  const address = await printedAddress(demo)
  expect(await (await fetch(address)).text()).toContain('<script')
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
  expect(await ready.json()).toMatchObject({ ready: true })
  const ended = new Promise((resolve) => demo?.once('exit', resolve))
  process.kill(-(demo.pid ?? 0), 'SIGTERM')
  await ended
  await expect(fetch(address)).rejects.toThrow()
})

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk
      const address = /^ {2}(http:\S+)$/m.exec(printed)?.[1]
      if (address) resolve(address)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}:\n${printed}`)))
  })
}
