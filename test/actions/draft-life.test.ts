import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { attachFile } from '../../src/actions/attach-file.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { tidyUp } from '../../src/actions/tidy-up.ts'
import { withdrawApplication } from '../../src/actions/withdraw-application.ts'
import { findApplication } from '../../src/application/store.ts'
import { attachment } from '../../src/application/table.ts'
import { messagesTo } from '../support/chat.ts'
import { openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, fillDraft, PNG, submitted } from '../support/people.ts'

let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
})

const heard = async () => (await messagesTo(ctx, 'kamon')).map((message) => JSON.stringify(message))
/** A night and a day: the daily job at ten past midnight, and what it wrote. */
async function day(count = 1) {
  for (let each = 0; each < count; each++) {
    const midnight = new Date(ctx.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
    ctx.clock.set(new Date(`${midnight}T00:10:00+07:00`))
    await tidyUp(ctx)
    await runJobs(ctx)
    ctx.clock.advance(12)
    await runJobs(ctx)
  }
}
/** A draft that was begun, and worked on an hour later. */
async function draft() {
  const applicantId = await applicantOf(ctx)
  const { applicationId } = await startApplication(ctx, applicantId)
  ctx.clock.advance(1)
  await saveDraft(ctx, { applicationId, applicantId, answers: { shop_name: 'ใสใจ' } })
  return { applicationId, applicantId }
}

describe('an unsent draft', () => {
  test('is reminded of once after three days, with a button to go on', async () => {
    await draft()
    await day(2)
    expect(await heard()).toHaveLength(0)
    await day(5)
    const [reminder, ...more] = await heard()
    expect(more).toEqual([])
    expect(reminder).toContain('คำขอที่ยังไม่ได้ยื่น')
    expect(reminder).toContain('/apply')
    expect(await ctx.simulator.findings()).toEqual([])
  })

  test('is reminded of in the daytime, even when retries go on into the night', async () => {
    await draft()
    await day(2)
    ctx.clock.set(new Date('2026-11-26T19:30:00+07:00'))
    await tidyUp(ctx)
    await ctx.simulator.fault('POST /v2/bot/message/push', 'error-500')
    await runJobs(ctx, { failing: ['remind-draft'] })
    ctx.clock.set(new Date('2026-11-26T20:30:00+07:00'))
    await runJobs(ctx)
    expect(await heard()).toEqual([])
    ctx.clock.set(new Date('2026-11-27T07:59:00+07:00'))
    await runJobs(ctx)
    expect(await heard()).toEqual([])
    ctx.clock.set(new Date('2026-11-27T08:00:00+07:00'))
    await runJobs(ctx)
    expect(await heard()).toHaveLength(1)
  })

  test('is announced before it is deleted, then deleted with its files', async () => {
    const owner = await draft()
    await attachFile(ctx, { ...owner, fieldId: 'site_map', name: 'a.png', bytes: PNG })
    const [file] = await ctx.db.select().from(attachment)
    await day(27)
    expect((await heard()).at(-1)).toContain('จะถูกลบหลังวันที่ 23 ธันวาคม 2569')
    expect(await heard()).toHaveLength(2)
    await day(3)
    expect(await findApplication(ctx.db, owner.applicationId)).toBeDefined()
    await day()
    expect(await findApplication(ctx.db, owner.applicationId)).toBeUndefined()
    expect(await ctx.db.select().from(attachment)).toEqual([])
    await expect(ctx.files.get(file?.storageKey ?? '')).rejects.toThrow()
    expect(await heard()).toHaveLength(2)
  })

  test('touched again lives on, and is announced again', async () => {
    const owner = await draft()
    await day(28)
    await saveDraft(ctx, { ...owner, answers: { shop_name: 'ใสใจ 2' } })
    await day(26)
    expect(await heard()).toHaveLength(2)
    await day(2)
    expect(await heard()).toHaveLength(3)
    expect(await findApplication(ctx.db, owner.applicationId)).toBeDefined()
  })

  test('that was submitted, given up, or only opened, nobody is reminded of', async () => {
    await submitted(ctx)
    await runJobs(ctx)
    const before = (await heard()).length
    const second = await draft()
    await withdrawApplication(ctx, second)
    await startApplication(ctx, await applicantOf(ctx, 'teeradet'))
    await day(4)
    expect(await heard()).toHaveLength(before)
    const { chats } = await ctx.simulator.state()
    expect(chats.teeradet ?? []).toEqual([])
  })

  test('submitted between the writing of the reminder and its sending is not reminded of', async () => {
    const owner = await fillDraft(ctx)
    ctx.clock.advance(1)
    await saveDraft(ctx, { ...owner, answers: {} })
    ctx.clock.set(new Date('2026-11-26T00:10:00+07:00'))
    await tidyUp(ctx)
    await submitApplication(ctx, { ...owner, declared: true })
    ctx.clock.advance(12)
    await runJobs(ctx)
    expect((await heard()).join()).not.toContain('คำขอที่ยังไม่ได้ยื่น')
  })

  test('given up is deleted too, and a submitted case never', async () => {
    const kept = await submitted(ctx)
    await runJobs(ctx)
    await withdrawApplication(ctx, kept)
    const gone = await draft()
    await withdrawApplication(ctx, gone)
    await day(32)
    expect(await findApplication(ctx.db, gone.applicationId)).toBeUndefined()
    expect(await findApplication(ctx.db, kept.applicationId)).toBeDefined()
    expect(
      await ctx.db.select().from(attachment).where(eq(attachment.applicationId, kept.applicationId)),
    ).toHaveLength(3)
  })
})
