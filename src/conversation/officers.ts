/** What the conversation knows of a person's dealings with the officers. */
import type { Context } from '../context.ts'
import { findOfficer } from '../officer/store.ts'
import { countWaitingHandOvers, findOpenHandOver } from '../question/hand-over.ts'
import { findUnanswered, waitingQuestionsOf } from '../question/store.ts'

export type Officers = {
  /** The chat is with them: `officer` is who holds it, `ahead` how many wait before this one. */
  handOver?: { officer?: string; ahead: number }
  /** How many wait for somebody to talk to. */
  queue: number
  /** What was last asked in vain. */
  unanswered?: { text: string; messageId: string | null; at: Date }
  /** This person's questions that wait for an answer, the newest first. */
  waiting: { text: string; askedAt: Date; expectedOn: string }[]
}

export async function loadOfficers({ db }: Context, applicantId: string): Promise<Officers> {
  const waiting = await waitingQuestionsOf(db, applicantId)
  const open = await findOpenHandOver(db, applicantId)
  const officer = open?.officerId ? await findOfficer(db, open.officerId) : undefined
  const ahead = open && !officer ? await countWaitingHandOvers(db, open.askedAt) : 0
  return {
    handOver: open && { officer: officer?.name, ahead },
    queue: open ? 0 : await countWaitingHandOvers(db),
    unanswered: await findUnanswered(db, applicantId),
    waiting: waiting.map(({ text, askedAt, expectedOn }) => ({ text: text ?? '', askedAt, expectedOn })),
  }
}
