import { beforeEach, expect, test } from 'vitest'
import { job } from '../../src/outbox/table.ts'
import { consume } from '../../src/worker/consume.ts'
import { openTestContext, type TestContext } from '../support/context.ts'

let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
})

test('a job of a newer version waits for it, and counts no try', async () => {
  const row = { queue: 'work', name: 'of-tomorrow', payload: {}, runAt: ctx.clock.now() } as const
  const [added] = await ctx.db.insert(job).values(row).returning()
  await consume(ctx, added?.id ?? '')
  const [left] = await ctx.db.select().from(job)
  expect(left).toMatchObject({ state: 'pending', attempts: 0, error: null })
  expect(left?.runAt.getTime()).toBeGreaterThan(ctx.clock.now().getTime())
})
