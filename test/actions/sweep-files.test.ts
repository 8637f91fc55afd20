import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { findOrphans, sweepFiles } from '../../src/actions/sweep-files.ts'
import { attachment } from '../../src/application/table.ts'
import { localFiles } from '../../src/files/local.ts'
import { disposal } from '../../src/privacy/table.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { fillDraft } from '../support/people.ts'

let ctx: TestContext
let store: ReturnType<typeof localFiles>
beforeEach(async () => {
  ctx = await openTestContext()
  store = localFiles(join(ctx.config.DATA_DIR, 'files'))
  for await (const key of store.list()) await store.remove(key)
  // Files carry the machine's own time.
  ctx.clock.set(new Date())
})
const DAY = 24
const bytes = Buffer.from('left behind')

test('a file that nothing names is found when it is old enough, and not before', async () => {
  await store.put('uploads/left-behind', bytes)
  ctx.clock.advance(6 * DAY)
  expect(await findOrphans(ctx, store, 7)).toEqual([])
  ctx.clock.advance(2 * DAY)
  expect(await findOrphans(ctx, store, 7)).toEqual(['uploads/left-behind'])
  expect(await store.get('uploads/left-behind')).toEqual(bytes)
})

test('a file on its way is never found, whatever is asked', async () => {
  await store.put('uploads/on-its-way', bytes)
  ctx.clock.advance(23)
  expect(await findOrphans(ctx, store, 0)).toEqual([])
})

test('the sweep takes it away, leaves what is named and what is not ours, and says how many', async () => {
  await fillDraft(ctx)
  await store.put('chats/left-behind', bytes)
  await store.put('elsewhere/not-ours', bytes)
  ctx.clock.advance(8 * DAY)
  expect(await sweepFiles(ctx, store, 7)).toEqual(['chats/left-behind'])
  await expect(store.get('chats/left-behind')).rejects.toThrow('file')
  expect(await store.get('elsewhere/not-ours')).toEqual(bytes)
  for (const { storageKey } of await ctx.db.select().from(attachment)) await ctx.files.get(storageKey)
  expect(await ctx.db.select().from(disposal)).toMatchObject([{ kind: 'files', count: 1, rule: 'files.7' }])
  expect(await sweepFiles(ctx, store, 7)).toEqual([])
})
