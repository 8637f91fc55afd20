import { lastDayOfDraft } from '../application/draft-life.ts'
import { deleteDraft, listDrafts, lockApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { deleteProofsOf } from '../proof/store.ts'
import { bangkokDay } from '../service/dates.ts'
import { eraseFiles, recordCount } from './record-disposal.ts'

/** Deletes what was never sent and has not been touched for its time, given up or forgotten, with all its files. */
export async function eraseDrafts(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const { draftDays: days } = ctx.service.definition.retention
  const isOver = ({ updatedAt }: Application) => bangkokDay(now) > lastDayOfDraft(updatedAt, days)
  let count = 0
  for (const { id } of (await listDrafts(ctx.db, ['draft', 'withdrawn'])).filter(isOver)) {
    const isGone = await ctx.db.transaction(async (tx) => {
      const draft = await lockApplication(tx, id)
      if (draft.reference || !isOver(draft)) return false
      const pictures = await deleteProofsOf(tx, id)
      await eraseFiles(tx, [...pictures, ...(await deleteDraft(tx, id))], now)
      return true
    })
    if (!isGone) continue
    count += 1
    ctx.log.info({ event: 'draft.erased', applicationId: id })
  }
  await recordCount(ctx, 'drafts', { count, days })
}

/** Job: the bytes of a file that nothing names any more. */
export async function eraseFile(ctx: Context, { key = '' }: Record<string, string>): Promise<void> {
  await ctx.files.remove(key)
}
