/** Every job there is: the queue it runs on, and how often it is tried before a person is told. */
export const JOBS = {
  'handle-line-event': { queue: 'chat', tries: 12 },
  'send-message': { queue: 'chat', tries: 20 },
  'show-menu': { queue: 'chat', tries: 6 },
  'tell-officer': { queue: 'chat', tries: 20 },
  'call-officer': { queue: 'chat', tries: 20 },
  'send-answer': { queue: 'chat', tries: 20 },
  'send-chat-word': { queue: 'chat', tries: 20 },
  'fetch-chat-file': { queue: 'work', tries: 12 },
  'end-silent-chat': { queue: 'work', tries: 20 },
  'tell-proof': { queue: 'chat', tries: 20 },
  'tell-relink': { queue: 'chat', tries: 20 },
  'tell-mandate': { queue: 'chat', tries: 20 },
  'confirm-payment': { queue: 'work', tries: 40 },
  'ask-bank': { queue: 'work', tries: 1 },
  'issue-acknowledgement': { queue: 'work', tries: 6 },
  'issue-receipt': { queue: 'work', tries: 6 },
  'issue-licence': { queue: 'work', tries: 6 },
  'mail-documents': { queue: 'work', tries: 20 },
  'mail-offer': { queue: 'work', tries: 20 },
  'watch-deadlines': { queue: 'work', tries: 6 },
  'remind-draft': { queue: 'chat', tries: 20 },
  'remind-expiry': { queue: 'chat', tries: 20 },
  'erase-file': { queue: 'work', tries: 20 },
  'make-export': { queue: 'work', tries: 12 },
  'erase-export': { queue: 'work', tries: 20 },
  'grant-erasure': { queue: 'work', tries: 12 },
  'tell-data-request': { queue: 'chat', tries: 20 },
  'call-dpo': { queue: 'chat', tries: 20 },
  'watch-data-requests': { queue: 'work', tries: 6 },
  dispose: { queue: 'work', tries: 6 },
  'tidy-up': { queue: 'work', tries: 1 },
} as const satisfies Record<string, { queue: 'chat' | 'work'; tries: number }>
export type JobName = keyof typeof JOBS

/** While a new version takes over, the ledger may hold jobs that only it knows. */
export const isJobName = (name: string): name is JobName => Object.hasOwn(JOBS, name)

/** Wait before the next try: 1 s, 2 s, 4 s … at most an hour. `tried` counts the tries so far, from 1. */
export function backoffMs(tried: number): number {
  return Math.min(1000 * 2 ** (tried - 1), 3600_000)
}
