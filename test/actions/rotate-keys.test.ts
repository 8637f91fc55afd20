import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { correctApplication } from '../../src/actions/correct-application.ts'
import { countKeys, rotateKeys } from '../../src/actions/rotate-keys.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { findApplicationsByIdentity } from '../../src/application/identities.ts'
import { keepDefinition } from '../../src/application/store.ts'
import { application, identityIndex } from '../../src/application/table.ts'
import { sealText } from '../../src/db/envelope.ts'
import type { Keyring } from '../../src/db/keyring.ts'
import { currentKeyring, useKeyring } from '../../src/db/sealed.ts'
import { keyring } from '../keys/build.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { applicantOf, buildAnswers, getCase, sentBack, submitted } from '../support/people.ts'

const ROWS = 240
const OLD = keyring('old')
const BOTH = keyring('new', 'old')
const NEW = keyring('new')
const ID = '1101700207366'

let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
  const keys = new Map([...currentKeyring().keys, ...OLD.keys])
  await rotateUntilDone({ current: OLD.current, keys })
  useKeyring(OLD)
})

/** Filed cases of many people, written under the keyring in use. */
async function manyCases(): Promise<void> {
  const { hash, definition } = ctx.service
  const now = ctx.clock.now()
  await keepDefinition(ctx.db, hash, definition, now)
  const applicantId = await applicantOf(ctx)
  const filed = { status: 'submitted', definitionHash: hash, serviceId: definition.id, applicantId } as const
  const times = { createdAt: now, updatedAt: now, enteredAt: now, receivedAt: now }
  await ctx.db.insert(application).values(
    Array.from({ length: ROWS }, (_, at) => ({
      ...filed,
      ...times,
      reference: `R-${at}`,
      answers: buildAnswers({ first_name: `คนที่ ${at}`, national_id: ID }),
    })),
  )
}

async function rotateUntilDone(under: Keyring): Promise<void> {
  for (let pass = 0; pass < 5; pass++) await rotateKeys({ db: ctx.db, keyring: under, batch: 50 })
}

const keysInUse = async () => [...(await countKeys(ctx.db)).keys()].sort()

const readable = async () => {
  const rows = await ctx.db.select().from(application)
  return rows.filter(({ answers }) => String(answers.first_name).startsWith('คนที่ ')).length
}

describe('rotating keys', () => {
  test('leaves nothing under the old key, and everything can be read with the new one alone', async () => {
    await manyCases()
    useKeyring(BOTH)
    await rotateUntilDone(BOTH)
    expect(await keysInUse()).toEqual(['new'])
    useKeyring(NEW)
    expect(await readable()).toBe(ROWS)
    expect(await findApplicationsByIdentity(ctx.db, 'thai_id', ID, 1000)).toHaveLength(ROWS)
  })

  test('goes on where it was broken off', async () => {
    await manyCases()
    useKeyring(BOTH)
    const abort = new AbortController()
    const tell = ({ what, done }: { what: string; done: number }) => {
      if (what === 'application' && done >= 100) abort.abort()
    }
    const broken = rotateKeys({ db: ctx.db, keyring: BOTH, batch: 50, tell, signal: abort.signal })
    await expect(broken).rejects.toThrow('aborted')
    expect(await readable()).toBe(ROWS)
    expect((await countKeys(ctx.db)).get('new')).toBeGreaterThanOrEqual(100)
    await rotateUntilDone(BOTH)
    expect(await keysInUse()).toEqual(['new'])
  })

  test('loses nothing of what others write meanwhile', async () => {
    await manyCases()
    useKeyring(BOTH)
    const ids = (await ctx.db.select({ id: application.id }).from(application)).map(({ id }) => id)
    const writing = Promise.all(
      ids.slice(0, 60).map((id) =>
        ctx.db
          .update(application)
          .set({ answers: buildAnswers({ first_name: 'คนที่ เปลี่ยนแล้ว' }) })
          .where(eq(application.id, id)),
      ),
    )
    await Promise.all([writing, rotateUntilDone(BOTH), rotateUntilDone(BOTH)])
    expect(await keysInUse()).toEqual(['new'])
    useKeyring(NEW)
    const changed = (await ctx.db.select().from(application)).filter(
      ({ answers }) => answers.first_name === 'คนที่ เปลี่ยนแล้ว',
    )
    expect(changed).toHaveLength(60)
    expect(await readable()).toBe(ROWS)
  })

  test('seals what an earlier version stored in clear, and makes it findable', async () => {
    await manyCases()
    await ctx.db.execute(sql`update application set answers = ${JSON.stringify(buildAnswers())}::jsonb`)
    await ctx.db.delete(identityIndex)
    expect(await keysInUse()).toContain('clear')
    await rotateUntilDone(OLD)
    expect(await keysInUse()).toEqual(['old'])
    expect(await findApplicationsByIdentity(ctx.db, 'thai_id', ID, 1000)).toHaveLength(ROWS)
  })

  test('passes over what no key opens, names it, and seals the rest', async () => {
    await manyCases()
    const [lost] = await ctx.db.select({ id: application.id }).from(application).limit(1)
    const foreign = JSON.stringify(sealText('{}', 'application.answers', keyring('lost')))
    await ctx.db.execute(sql`update application set answers = ${foreign}::jsonb where id = ${lost?.id}`)
    useKeyring(BOTH)
    const { unreadable } = await rotateKeys({ db: ctx.db, keyring: BOTH, batch: 50 })
    expect(unreadable).toEqual([`application ${lost?.id}`])
    expect(await keysInUse()).toEqual(['lost', 'new'])
  })
})

describe('a person’s cases', () => {
  test('are found by the number, however it is written, and only by it', async () => {
    const { applicationId } = await submitted(ctx)
    const found = async (number: string) =>
      (await findApplicationsByIdentity(ctx.db, 'thai_id', number)).map(({ id }) => id)
    expect(await found('1-1017-00207-36-6')).toEqual([applicationId])
    expect(await found('๑๑๐๑๗๐๐๒๐๗๓๖๖')).toEqual([applicationId])
    expect(await found('3100600445635')).toEqual([])
    expect(await findApplicationsByIdentity(ctx.db, 'juristic_id', ID)).toEqual([])
  })

  test('are found by a corrected number and no longer by the wrong one', async () => {
    const owner = await submitted(ctx)
    await sentBack(ctx, owner, ['national_id'])
    await saveDraft(ctx, { ...owner, answers: { national_id: '3-1006-00445-63-5' } })
    await correctApplication(ctx, owner)
    expect((await getCase(ctx, owner)).answers.national_id).toBe('3100600445635')
    expect(await findApplicationsByIdentity(ctx.db, 'thai_id', '3100600445635')).toHaveLength(1)
    expect(await findApplicationsByIdentity(ctx.db, 'thai_id', ID)).toEqual([])
  })

  test('are found under an earlier key too; when that is lost, after the next rotation', async () => {
    await submitted(ctx)
    useKeyring(BOTH)
    expect(await findApplicationsByIdentity(ctx.db, 'thai_id', ID)).toHaveLength(1)
    await ctx.db.update(identityIndex).set({ keyId: 'gone', blindIndex: 'x' })
    expect(await findApplicationsByIdentity(ctx.db, 'thai_id', ID)).toEqual([])
    await rotateUntilDone(BOTH)
    expect(await findApplicationsByIdentity(ctx.db, 'thai_id', ID)).toHaveLength(1)
    expect(await keysInUse()).toEqual(['new'])
  })
})
