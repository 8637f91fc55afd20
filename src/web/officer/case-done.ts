/** What has just been done to a case, as the address of its page says it. */
export const DONE = [
  'claimed',
  'returned',
  'endorse',
  'object',
  'approve',
  'refuse',
  'extended',
  'retried',
  'masked',
  'paid_back',
] as const
export type Done = (typeof DONE)[number]
