/** Which of a person's cases a message is about. Pure. */
import type { CaseSummary } from '../actions/view-case.ts'
import type { Status } from '../application/lifecycle.ts'
import type { Index } from '../service/search/build-index.ts'
import type { Incoming } from './incoming.ts'
import { understand } from './lookup.ts'

const ENDED: readonly Status[] = ['issued', 'refused', 'withdrawn', 'lapsed', 'given_back']

export const openCases = (cases: CaseSummary[]) => cases.filter(({ status }) => !ENDED.includes(status))
/** The newest case in this status. */
export const newestIn = (cases: CaseSummary[], status: Status) => cases.find((each) => each.status === status)

/** The id of the case to be looked up for the answer; undefined when it needs none. */
export function caseAskedFor(incoming: Incoming, cases: CaseSummary[], index: Index): string | undefined {
  if (incoming.kind === 'postback') return pressed(incoming.data, cases)
  if (incoming.kind !== 'text') return undefined
  const named = caseNamedIn(incoming.text, cases)
  if (named) return named.id
  const understood = understand(incoming.text, index)
  return understood.kind === 'command' ? asked(understood.command, cases) : undefined
}

/** Whether the licence itself is asked for, whichever case it came from. */
export function asksForLicence(incoming: Incoming, index: Index): boolean {
  if (incoming.kind === 'postback') return incoming.data.a === 'licence'
  if (incoming.kind !== 'text') return false
  const understood = understand(incoming.text, index)
  return understood.kind === 'command' && understood.command === 'licence'
}

/** The case whose reference number stands in the text. */
export function caseNamedIn(text: string, cases: CaseSummary[]): CaseSummary | undefined {
  const plain = withoutDashes(text)
  return cases.find(({ reference }) => reference && plain.includes(withoutDashes(reference)))
}

function pressed(data: Record<string, string>, cases: CaseSummary[]): string | undefined {
  const named = cases.find(({ id }) => id === data.id)
  return data.a === 'status' ? (named?.id ?? asked('status', cases)) : asked(data.a ?? '', cases)
}

function asked(command: string, cases: CaseSummary[]): string | undefined {
  if (command === 'status') return (openCases(cases)[0] ?? cases[0])?.id
  return undefined
}

const withoutDashes = (text: string) => text.replace(/[-–—\s]/g, '').toLowerCase()
