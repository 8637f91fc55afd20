import {
  findApplication,
  findDraft,
  insertDraft,
  keepDefinition,
  listOpenCasesAbout,
} from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict, NotFound } from '../errors.ts'
import { lockLicence } from '../licence/store.ts'
import { holderOf, type Licence } from '../licence/table.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition, TransactionType } from '../service/definition.ts'
import type { Answers } from '../service/form.ts'
import { answersToBeginWith, openTransactions, transactionType } from '../service/transaction.ts'
import { fillVerified } from './case-proof.ts'

type Asked = { applicantId: string; licenceId: string; type: TransactionType }

/**
 * A draft that asks for something about a licence of one's own: its answers are those the licence was granted on,
 * papers are attached anew. Asked twice it gives the same draft. Throws NotFound (also for a stranger's licence),
 * Conflict `not_open` (not offered, or not now), `draft_open` (another draft must be handed in or deleted first),
 * `case_open` (this licence already has a case under way).
 */
export async function startTransaction(ctx: Context, asked: Asked): Promise<{ applicationId: string }> {
  const { definition, hash } = ctx.service
  const now = ctx.clock.now()
  const draft = await ctx.db.transaction(async (tx) => {
    const { licence, answers } = await ownLicence(tx, asked)
    const open = await findDraft(tx, asked.applicantId, definition.id)
    if (open) {
      if (open.licenceId === licence.id && open.answers.transaction === asked.type) return open
      throw new Conflict('draft_open')
    }
    if ((await listOpenCasesAbout(tx, licence.id)).length > 0) throw new Conflict('case_open')
    const today = bangkokDay(now)
    if (!openTransactions(definition, licence, today).some(({ type }) => type === asked.type))
      throw new Conflict('not_open')
    await keepDefinition(tx, hash, definition, now)
    await insertDraft(tx, {
      applicantId: asked.applicantId,
      serviceId: definition.id,
      definitionHash: hash,
      licenceId: licence.id,
      answers: {
        ...answersToBeginWith(definition, asked.type, answers),
        transaction: asked.type,
        renewed_late: lateness(licence, today),
      },
      createdAt: now,
      updatedAt: now,
    })
    const begun = await findDraft(tx, asked.applicantId, definition.id)
    if (begun) await fillVerified(ctx, tx, begun)
    return begun
  })
  if (!draft) throw new NotFound('draft')
  return { applicationId: draft.id }
}

/** `yes` after the last day of validity. */
const lateness = ({ expiresOn }: Pick<Licence, 'expiresOn'>, today: string) =>
  today > expiresOn ? 'yes' : 'no'

async function ownLicence(
  tx: Transaction,
  { licenceId, applicantId }: Asked,
): Promise<{ licence: Licence; answers: Answers }> {
  const licence = await lockLicence(tx, licenceId)
  const granted = licence && (await findApplication(tx, licence.applicationId))
  if (!licence || !granted || holderOf(licence, granted) !== applicantId) throw new NotFound('licence')
  return { licence, answers: granted.answers }
}

/**
 * The draft's answers as they stand on the day it is handed in: the licence may have expired, or ended, since it was
 * begun. Throws Conflict `not_open`.
 */
export async function answersToday(
  tx: Transaction,
  definition: Definition,
  draft: Application,
  today: string,
): Promise<Answers> {
  if (!draft.licenceId) return draft.answers
  const licence = await lockLicence(tx, draft.licenceId)
  const type = transactionType(draft.answers)
  // Begun before somebody else took the licence over, it is no longer theirs to hand in.
  if (licence?.holderApplicantId && licence.holderApplicantId !== draft.applicantId)
    throw new Conflict('not_open')
  if (!licence || !openTransactions(definition, licence, today).some((each) => each.type === type))
    throw new Conflict('not_open')
  return { ...draft.answers, renewed_late: lateness(licence, today) }
}
