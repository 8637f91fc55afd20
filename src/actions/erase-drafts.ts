import { lastDayOfDraft } from '../application/draft-life.ts'
import { deleteDraft, listDrafts, lockApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { addJob } from '../outbox/store.ts'
import { bangkokDay } from '../service/dates.ts'

/** Deletes what was never sent and has not been touched for its time, given up or forgotten, with all its files. */
export async function eraseDrafts(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const isOver = ({ updatedAt }: Application) => bangkokDay(now) > lastDayOfDraft(updatedAt)
  for (const { id } of (await listDrafts(ctx.db, ['draft', 'withdrawn'])).filter(isOver)) {
    await ctx.db.transaction(async (tx) => {
      const draft = await lockApplication(tx, id)
      if (draft.reference || !isOver(draft)) return
      for (const key of await deleteDraft(tx, id))
        await addJob(tx, { name: 'erase-file', payload: { key }, runAt: now, key: `erase-file:${key}` })
    })
    ctx.log.info({ event: 'draft.erased', applicationId: id })
  }
}

/** Job: the bytes of a file that nothing names any more. */
export async function eraseFile(ctx: Context, { key = '' }: Record<string, string>): Promise<void> {
  await ctx.files.remove(key)
}
