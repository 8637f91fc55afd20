/** Starts the product from its environment; SIGTERM and SIGINT stop it gracefully. */
import { ConfigError, loadConfig } from './config.ts'
import { start } from './start.ts'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18))
  fail('Node.js 22.18 or newer is needed: start with "npm start", which brings its own.')

const running = await start(readConfig()).catch((error: Error) => fail(error.message))
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}

function readConfig() {
  try {
    return loadConfig()
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message)
    throw error
  }
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
