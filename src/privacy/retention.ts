/**
 * When something that is kept is to be disposed of. A case waits while it is open, while its licence is in force, while
 * another case or an appeal is about it; then its years are counted, and it is due on the day after the last of them.
 * Years are counted from the end of the calendar year as records are surveyed (ระเบียบงานสารบรรณ), or as the service says.
 * Nothing is kept for ever because somebody forgot (PDPA B.E. 2562 s.37(3)). Pure.
 */
import { addDays, addMonths } from '../service/dates.ts'
import type { CaseEnd, Retention } from '../service/definition.ts'

/** ISO days. `licence`: the one this case led to, with those issued for it since. */
export type CaseFacts = {
  end?: CaseEnd
  endedOn: string
  licence?: { inForce: boolean; endedOn: string }
  /** Another application about its licence that is not decided. */
  openCase: boolean
  /** An officer keeps it, such as for an appeal: until this day, or until told otherwise. */
  held?: { until?: string }
}

export type Verdict =
  | { due: true; since: string }
  | { due: false; because: 'open' | 'in_force' | 'open_case' | 'held' | 'time'; since?: string }

/** The case itself: its answers, files, and what was written about it. */
export function caseVerdict(facts: CaseFacts, retention: Retention, today: string): Verdict {
  const waits = waiting(facts, today)
  if (waits || !facts.end) return { due: false, because: waits ?? 'open' }
  const from = facts.licence && facts.licence.endedOn > facts.endedOn ? facts.licence.endedOn : facts.endedOn
  return onceOver(afterYears(from, retention.cases[facts.end].years, retention.countFrom), today)
}

/** Single fields, which go before their case. Neither a licence in force nor its renewal needs them. */
export function fieldsVerdict(facts: CaseFacts, days: number, today: string): Verdict {
  const waits = waiting({ ...facts, licence: undefined, openCase: false }, today)
  if (waits) return { due: false, because: waits }
  return onceOver(addDays(facts.endedOn, days + 1), today)
}

export type DocumentFacts = {
  kind: 'licence' | 'receipt' | 'acknowledgement'
  issuedOn: string
  /** Of the case it belongs to. */
  case: CaseFacts
}

/** The file of an issued document. A receipt's years are those of finance: it waits for no licence. */
export function documentVerdict(
  { kind, issuedOn, case: facts }: DocumentFacts,
  retention: Retention,
  today: string,
): Verdict {
  const { years } = retention.documents[kind]
  if (kind === 'receipt') {
    const held = isHeld(facts, today)
    return held
      ? { due: false, because: 'held' }
      : onceOver(afterYears(issuedOn, years, 'fiscal_year'), today)
  }
  const waits = waiting(facts, today)
  if (waits) return { due: false, because: waits }
  const ends = [issuedOn, facts.endedOn, kind === 'licence' ? (facts.licence?.endedOn ?? '') : '']
  return onceOver(afterYears(ends.reduce(later), years, retention.countFrom), today)
}

/** Photos of a card and a face, so many days after the proof was decided. */
export function picturesVerdict(decidedOn: string | undefined, days: number, today: string): Verdict {
  return decidedOn ? onceOver(addDays(decidedOn, days + 1), today) : { due: false, because: 'open' }
}

/** The first day on which nothing keeps it any longer. */
export function afterYears(from: string, years: number, countFrom: Retention['countFrom']): string {
  return addDays(addMonths(yearsEnd(from, countFrom), years * 12), 1)
}

/** The day itself, or the last day of its year: the Buddhist year is the calendar's, the fiscal one ends on 30 September. */
function yearsEnd(day: string, countFrom: Retention['countFrom']): string {
  if (countFrom === 'day') return day
  const year = Number(day.slice(0, 4))
  if (countFrom === 'calendar_year') return `${year}-12-31`
  return `${day.slice(5) > '09-30' ? year + 1 : year}-09-30`
}

function waiting(facts: CaseFacts, today: string): 'open' | 'in_force' | 'open_case' | 'held' | undefined {
  if (!facts.end) return 'open'
  if (facts.licence?.inForce) return 'in_force'
  if (facts.openCase) return 'open_case'
  return isHeld(facts, today) ? 'held' : undefined
}

const isHeld = ({ held }: CaseFacts, today: string): boolean =>
  held !== undefined && (held.until === undefined || today <= held.until)

const onceOver = (since: string, today: string): Verdict =>
  today >= since ? { due: true, since } : { due: false, because: 'time', since }

const later = (a: string, b: string): string => (a > b ? a : b)
