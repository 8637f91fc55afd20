/** Whether a consent stands. Pure. Withdrawing is as easy as giving (PDPA B.E. 2562 s.19), and counts at once. */
import type { ConsentEvent } from '../service/definition/privacy.ts'

export type ConsentRow = { purpose: string; version: string; textHash: string; event: ConsentEvent; at: Date }

/** The last choice about a purpose; undefined where the person has not chosen. `rows`: in the order they happened. */
export const lastChoice = <R extends ConsentRow>(rows: readonly R[], purpose: string): R | undefined =>
  rows.findLast((row) => row.purpose === purpose && row.event !== 'shown')

/** Given, not withdrawn, and to these very words: a consent does not reach further than what was read. */
export function isStanding(
  rows: readonly ConsentRow[],
  asked: { purpose: string; version: string; textHash: string },
): boolean {
  const last = lastChoice(rows, asked.purpose)
  return last?.event === 'given' && last.version === asked.version && last.textHash === asked.textHash
}
