/** `node test/support/with-servers.ts <command …>`: runs it with DATABASE_URL and REDIS_URL of throw-away servers. */
import { spawn } from 'node:child_process'
import { startServers } from './servers.ts'

const [command = '', ...args] = process.argv.slice(2)
const servers = await startServers()
const env = { ...process.env, DATABASE_URL: servers.databaseUrl, REDIS_URL: servers.redisUrl }
const child = spawn(command, args, { stdio: 'inherit', env })
child.on('exit', (code) => {
  servers.stop()
  process.exitCode = code ?? 1
})
