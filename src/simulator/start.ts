import type { FastifyInstance } from 'fastify'
import type { LogEntry } from './api.ts'
import { bankError, bankRoutes } from './bank/routes.ts'
import { type SimulatorClient, simulatorClient } from './client.ts'
import { openControl } from './control/routes.ts'
import { type Origin, openOrigin } from './exchange.ts'
import { messagingRoutes } from './line/api.ts'
import { dataRoutes } from './line/content.ts'
import { cdnRoutes } from './login/cdn.ts'
import { liffRoutes } from './login/liff-origin.ts'
import { loginRoutes } from './login/routes.ts'
import { makeLoginKeys } from './login/tokens.ts'
import { openMailbox } from './mail.ts'
import {
  environment,
  ORIGINS,
  type OriginName,
  type Origins,
  type SimulatorOptions,
  settle,
} from './settings.ts'
import { openThaid } from './thaid/origin.ts'
import { makeWorld, type World } from './world.ts'

/**
 * Acts as LINE, the bank, ThaID and the mail server towards the product, each on an origin of its own as in life: the bot
 * reaches them by configured addresses only. The control origin is for the page and for tests.
 */
export type Simulator = SimulatorClient & {
  origins: Origins
  smtpUrl: string
  /** The environment by which the product finds all this; only BASE_URL is missing. */
  env: Record<string, string>
  /** The bot moved: tests learn its port late. */
  pointAt(botBaseUrl: string): void
  close(): Promise<void>
}

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const settings = settle(options)
  const origins = Object.fromEntries(ORIGINS.map((name) => [name, ''])) as Origins
  const world = makeWorld(settings, origins)
  const servers = await openServers(world)
  for (const name of ORIGINS)
    origins[name] = await servers[name].listen({ host: settings.host, port: settings.ports[name] ?? 0 })
  const mailbox = await openMailbox(world, settings.host, settings.ports.smtp ?? 0)
  const smtpUrl = `smtp://${settings.host}:${mailbox.port}`
  return {
    ...simulatorClient(origins.control),
    origins,
    smtpUrl,
    env: environment(settings, origins, smtpUrl),
    pointAt(botBaseUrl) {
      settings.botBaseUrl = botBaseUrl
      world.line.webhookEndpoint = botBaseUrl + settings.webhookPath
    },
    async close() {
      world.isClosed = true
      for (const timer of world.timers) clearTimeout(timer)
      await Promise.all([...Object.values(servers).map((server) => server.close()), mailbox.close()])
    },
  }
}

async function openServers(world: World): Promise<Record<OriginName, FastifyInstance>> {
  const keys = await makeLoginKeys()
  const api: Origin = {
    routes: { ...messagingRoutes, ...loginRoutes(keys) },
    kind: kindOfApiPath,
    errorBody: lineError,
    crossOrigin: true,
  }
  const serve = (routes: Origin['routes'], kind: LogEntry['kind'], errorBody = lineError) =>
    openOrigin(world, { routes, kind: () => kind, errorBody, crossOrigin: kind === 'liff' })
  return {
    api: openOrigin(world, api),
    data: serve(dataRoutes, 'api'),
    liff: serve(liffRoutes(keys), 'liff'),
    cdn: serve(cdnRoutes, 'liff'),
    bank: serve(bankRoutes(), 'bank', bankError),
    control: openControl(world, keys),
    thaid: await openThaid(world),
  }
}

const lineError = (_status: number, message: string): object => ({ message })

function kindOfApiPath(path: string): LogEntry['kind'] {
  if (path.startsWith('/v2/bot/')) return 'api'
  return path.startsWith('/message/v3/') ? 'liff' : 'login'
}
