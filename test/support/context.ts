import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedOfficers } from '../../src/actions/seed-officers.ts'
import { scbBank } from '../../src/bank/scb.ts'
import { flexTemplateDirs } from '../../src/compose.ts'
import { type Config, loadConfig } from '../../src/config.ts'
import type { Clock, Context } from '../../src/context.ts'
import { currentKeyring } from '../../src/db/sealed.ts'
import { clamdScanner } from '../../src/files/clamd.ts'
import { localFiles } from '../../src/files/local.ts'
import { sealedFiles } from '../../src/files/sealed.ts'
import { lineIdTokens } from '../../src/identity/line-id-token.ts'
import { thaid } from '../../src/identity/thaid.ts'
import { createMessenger } from '../../src/line/messenger.ts'
import { createLogger } from '../../src/logger.ts'
import { smtpMailer } from '../../src/mail/smtp.ts'
import { loadFlexTemplates } from '../../src/messages/flex.ts'
import { queueEvents } from '../../src/messages/ingest.ts'
import { links } from '../../src/messages/links.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { findOfficerByLineUser } from '../../src/officer/store.ts'
import type { JobName } from '../../src/outbox/jobs.ts'
import { findJob, leaseDueJobs } from '../../src/outbox/store.ts'
import { loadService } from '../../src/service/load.ts'
import { loadSigner } from '../../src/signing/signer.ts'
import { PERSONAS } from '../../src/simulator/api.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'
import { consume } from '../../src/worker/consume.ts'
import { openTestDatabase } from './database.ts'

/** A Monday morning in office hours: 23 November 2026, 10:42 in Bangkok. */
export const MONDAY_MORNING = new Date('2026-11-23T10:42:00+07:00')

export type TestClock = Clock & { set(instant: Date): void; advance(hours: number): void }
export type TestContext = Omit<Context, 'clock'> & { clock: TestClock; simulator: Simulator }

type Outside = { simulator: Simulator; config: Config; signer: Context['signer'] }
const kept = globalThis as { testOutside?: Promise<Outside> }

/** LINE, bank and mailbox of the simulator, shared by the files of a worker. */
async function openOutside(): Promise<Outside> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anuyat-data-'))
  const friends = PERSONAS.map((persona) => persona.id)
  const simulator = await startSimulator({ botBaseUrl: 'http://127.0.0.1:9', now: MONDAY_MORNING, friends })
  const config = loadConfig({
    ...simulator.env,
    BASE_URL: 'http://127.0.0.1:9',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    SERVICE_DIR: 'services/drinking-water',
  })
  return { simulator, config, signer: await loadSigner(config) }
}

/** A Context on the emptied test database, real adapters towards the simulator, a clock that stands still. */
export async function openTestContext(changes: Partial<Omit<Context, 'clock'>> = {}): Promise<TestContext> {
  kept.testOutside ??= openOutside()
  const { simulator, config, signer } = await kept.testOutside
  await simulator.reset()
  const { db } = await openTestDatabase()
  const service = loadService('services/drinking-water')
  const clock = standingClock(MONDAY_MORNING)
  const log = createLogger('silent')
  const ctx = {
    config,
    db,
    clock,
    log,
    service,
    signer,
    flex: loadFlexTemplates({ dirs: flexTemplateDirs(service.dir), assetsUrl: links(config).assets }),
    messenger: createMessenger(config, log),
    mailer: smtpMailer(config),
    bank: scbBank(config),
    identity: lineIdTokens(config, clock),
    digitalId: thaid(config, clock),
    files: sealedFiles(localFiles(join(config.DATA_DIR, 'files')), currentKeyring),
    scanner: clamdScanner(config),
    wakeRelay: () => {},
    simulator,
    ...changes,
  }
  await seedOfficers(ctx, [
    {
      name: 'นางสาววรรณา แก้วใส',
      position: 'เจ้าพนักงานสาธารณสุข',
      roles: ['reviewer'],
      ...playedBy('wanna'),
    },
    {
      name: 'นายกู้เกียรติ ฟ้ารุ่งเรืองกิจ',
      position: 'นายกเทศมนตรี',
      roles: ['approver'],
      ...playedBy('kukiat'),
    },
  ])
  return ctx
}

function playedBy(personaId: string) {
  const persona = PERSONAS.find((each) => each.id === personaId)
  return {
    lineUserId: lineUserOf(personaId),
    totpSecret: persona && 'totpSecret' in persona ? persona.totpSecret : undefined,
  }
}

export function lineUserOf(personaId: string): string {
  const persona = PERSONAS.find((each) => each.id === personaId)
  if (!persona) throw new Error(`no persona ${personaId}`)
  return persona.lineUserId
}

export async function officerOf(ctx: Context, personaId: string): Promise<ActingOfficer> {
  const officer = await findOfficerByLineUser(ctx.db, lineUserOf(personaId))
  if (!officer) throw new Error(`no officer ${personaId}`)
  return officer
}

/**
 * Runs what is due in the ledger, and what that causes, until nothing is. A job that fails fails the test, unless its
 * name is among those expected to fail.
 */
export async function runJobs(ctx: Context, { failing = [] }: { failing?: JobName[] } = {}): Promise<void> {
  for (;;) {
    await queueEvents(ctx.db, 100)
    const due = await leaseDueJobs(ctx.db, ctx.clock.now(), 100)
    if (due.length === 0) return
    for (const { id, name } of due) {
      await consume(ctx, id)
      const failure = (await findJob(ctx.db, id))?.error
      if (failure && !failing.some((each) => each === name)) throw new Error(`job ${name}: ${failure}`)
    }
  }
}

function standingClock(start: Date): TestClock {
  let now = start
  return {
    now: () => now,
    set: (instant) => {
      now = instant
    },
    advance: (hours) => {
      now = new Date(now.getTime() + hours * 3600_000)
    },
  }
}
