import { createServer } from 'node:net'
import { seedOfficers } from '../actions/seed-officers.ts'
import { richMenuOf } from '../compose.ts'
import { type Config, loadConfig } from '../config.ts'
import { publishRichMenu } from '../line/rich-menu.ts'
import { PERSONAS } from '../simulator/api.ts'
import { buildSimulatorPage } from '../simulator/build.ts'
import { startSimulator } from '../simulator/start.ts'
import { type Running, start } from '../start.ts'

const HOST = '127.0.0.1'
const OFFICERS = [
  {
    persona: 'wanna',
    name: 'นางสาววรรณา แก้วใส',
    position: 'เจ้าพนักงานสาธารณสุขชำนาญงาน',
    roles: ['reviewer', 'inspector', 'editor'],
  },
  {
    persona: 'pranee',
    name: 'นางปราณี สุขใจ',
    position: 'ปลัดเทศบาล',
    roles: ['supervisor', 'finance', 'dpo', 'admin'],
  },
  {
    persona: 'kukiat',
    name: 'นายกู้เกียรติ ฟ้ารุ่งเรืองกิจ',
    position: 'นายกเทศมนตรีเมืองริมน้ำ',
    roles: ['approver', 'auditor'],
  },
] as const

/** The whole service on this machine, until the process is stopped. */
export async function demo([serviceDir]: string[]): Promise<void> {
  const running = await openDemo({ serviceDir, dataDir: 'data/demo' })
  process.stdout.write(
    `\nAnuyat is running. Open this address and play the whole story:\n\n  ${running.address}\n\n`,
  )
  stopOnSignal(running.stop)
}

/** `restart` reads the service folder again; LINE, the bank, the mailbox and all cases stay as they are. */
export type Demo = { address: string; restart(): Promise<void>; stop(): Promise<void> }

/**
 * The product as it is, with LINE, the bank and the mail server played by the simulator on addresses of their own:
 * the product finds them by its configuration and knows nothing else of it.
 */
export async function openDemo(options: { serviceDir?: string; dataDir: string }): Promise<Demo> {
  // Taken before the page is built: Vite sets NODE_ENV to production in the process it builds in.
  const environment = { ...process.env }
  const port = await freePort(Number(environment.PORT ?? 3000))
  const baseUrl = `http://${HOST}:${port}`
  await buildSimulatorPage()
  const simulator = await startSimulator({
    botBaseUrl: baseUrl,
    ports: { control: await freePort(port + 1) },
  })
  const config = loadConfig({
    DATA_DIR: options.dataDir,
    SERVICE_DIR: options.serviceDir,
    LOG_LEVEL: 'warn',
    ...environment,
    ...simulator.env,
    BASE_URL: baseUrl,
    HOST,
    PORT: String(port),
  })
  let product = await startProduct(config)
  return {
    address: simulator.origins.control,
    restart: async () => {
      await product.stop()
      product = await startProduct(config)
    },
    stop: async () => {
      await product.stop()
      await simulator.close()
    },
  }
}

async function startProduct(config: Config): Promise<Running> {
  const product = await start(config)
  await seedOfficers(
    product.ctx,
    OFFICERS.map(({ persona, ...officer }) => ({
      ...officer,
      roles: [...officer.roles],
      ...knownOf(persona),
    })),
  )
  await publishRichMenu(config, richMenuOf(product.ctx.service))
  return product
}

function knownOf(persona: string): { lineUserId: string; totpSecret?: string } {
  const found = PERSONAS.find((each) => each.id === persona)
  if (!found) throw new Error(`no persona ${persona}`)
  return { lineUserId: found.lineUserId, totpSecret: 'totpSecret' in found ? found.totpSecret : undefined }
}

/** Ends what runs when the process is told to end. */
export function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop().finally(() => process.exit(0)))
}

/** The wished port, or any free one when somebody has it. */
async function freePort(wished: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer().once('error', () => resolve(undefined))
      server.listen(port, HOST, () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
      })
    })
  return (await tryPort(wished)) ?? (await tryPort(0)) ?? 0
}
