import { expect, test } from 'vitest'
import { SEALED_TABLES } from '../../src/actions/rotate-keys.ts'

/**
 * What becomes of every sealed table when its time is over. A new one stands here only when something erases it:
 * `dispose` and `erase-person`, by case, by person or by age.
 */
const ERASED_BY: Record<string, string> = {
  access_log: 'dispose: accessLogDays',
  applicant: 'erase-person',
  application: 'dispose: case, fields',
  appointment: 'dispose: case, erase-person',
  attachment: 'dispose: case, fields',
  call: 'dispose: case',
  chat: 'erase-person',
  chat_file: 'tidy-questions, erase-person',
  chat_word: 'tidy-questions, erase-person',
  correction: 'dispose: case',
  data_request: 'stays: the record of how a right was answered (PDPA s.39)',
  decision: 'dispose: case',
  history: 'dispose: case',
  line_event: 'handled at once, dispose: lineEventDays',
  mandate: 'dispose: case',
  proof: 'dispose: case, erase-person',
  question: 'tidy-questions, erase-person',
  received_file: 'tidy-up: receivedDays, erase-person',
  relink: 'erase-person',
  second_factor: 'stays: an officer’s',
  thaid_login: 'tidy-up: a day, erase-person',
  unanswered: 'tidy-questions, erase-person',
}

test('something erases every sealed table', () => {
  expect(SEALED_TABLES.map(({ name }) => name).filter((name) => !(name in ERASED_BY))).toEqual([])
})
