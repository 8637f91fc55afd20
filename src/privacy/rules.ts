/**
 * What a person may ask about their data, until when it is answered, and why an officer looked. Pure.
 * Rights: PDPA B.E. 2562 s.19 (withdraw), s.30 (see, copy), s.32 (object), s.33 (erase), s.34 (restrict), s.35-36
 * (correct). A request for access is answered within 30 days (s.30); the same is promised for the others.
 */
import { deemedReceived } from '../service/clock.ts'
import { addDays, bangkokDay, daysBetween } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'

export const REQUEST_KINDS = ['access', 'copy', 'correct', 'erase', 'restrict', 'object', 'withdraw'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_STATUSES = ['received', 'in_progress', 'done', 'refused'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

export const isRequestOpen = (status: RequestStatus): boolean =>
  status === 'received' || status === 'in_progress'

/** Which section of the Act gives the right. */
export const RIGHT_OF: Record<RequestKind, string> = {
  access: '30',
  copy: '30',
  correct: '35–36',
  erase: '33',
  restrict: '34',
  object: '32',
  withdraw: '19',
}

const ANSWER_DAYS = 30
/** As many requests of one person may be open at a time. */
export const MOST_OPEN = 5
export const LONGEST_WORDS = 2000

/**
 * The day of receipt (the next opening, outside announced hours: Electronic Government Procedure Act s.10) and the last
 * day for the answer; the day of receipt is not counted.
 */
export function requestClock(
  askedAt: Date,
  agency: Pick<Definition['agency'], 'hours' | 'holidays'>,
): { receivedAt: Date; dueOn: string } {
  const receivedAt = deemedReceived(askedAt, agency)
  return { receivedAt, dueOn: addDays(bangkokDay(receivedAt), ANSWER_DAYS) }
}

/** Days before the last one on which the officer who answers is reminded; then every day it is late. */
const REMIND_BEFORE = [7, 3, 1, 0]
export function remindsToday(dueOn: string, today: string): boolean {
  const left = daysBetween(today, dueOn)
  return left < 0 || REMIND_BEFORE.includes(left)
}

/** How long a finished copy can be fetched. */
export const EXPORT_HOURS = 24
export const exportEnds = (readyAt: Date): Date => new Date(readyAt.getTime() + EXPORT_HOURS * 3600_000)

export const ACCESS_REASONS = [
  'review',
  'inspection',
  'payment',
  'appeal',
  'request',
  'audit',
  'answer',
] as const
export type AccessReason = (typeof ACCESS_REASONS)[number]
export const ACCESS_WHATS = ['case', 'document', 'file', 'chat', 'question', 'search', 'request'] as const
export type AccessWhat = (typeof ACCESS_WHATS)[number]

/** By the office in which somebody opens a case: the first that fits. */
const REASON_OF: [role: string, reason: AccessReason][] = [
  ['reviewer', 'review'],
  ['supervisor', 'review'],
  ['approver', 'review'],
  ['inspector', 'inspection'],
  ['finance', 'payment'],
  ['dpo', 'request'],
  ['auditor', 'audit'],
]
export function roleOfReader(roles: readonly string[]): { role: string; reason: AccessReason } {
  const found = REASON_OF.find(([role]) => roles.includes(role))
  return found ? { role: found[0], reason: found[1] } : { role: roles[0] ?? '', reason: 'answer' }
}

const SLOT_MS = 10 * 60_000
/** Looks within the same ten minutes are one: a page is opened, reloaded, and its papers read. */
export const slotOf = (at: Date): number => Math.floor(at.getTime() / SLOT_MS)
