/** Why LINE did not take a message, in our words; the worker decides by `permanent`. */
export type FailureReason =
  /** The request itself is wrong: unknown person, broken message. */
  | 'rejected'
  /** The channel's token or permission is. */
  | 'unauthorised'
  /** Too fast: later it will do. */
  | 'rate_limit'
  /** The month's messages are used up: somebody must buy more. */
  | 'monthly_limit'
  /** No answer, or an error of LINE's own: it may have happened or not. */
  | 'unavailable'

const PERMANENT: readonly FailureReason[] = ['rejected', 'unauthorised', 'monthly_limit']

/** A call to LINE that did not succeed. Carries no message text and no token. */
export class MessageNotSent extends Error {
  readonly reason: FailureReason
  readonly permanent: boolean
  constructor(reason: FailureReason, detail: string, options?: ErrorOptions) {
    super(`LINE did not take the message (${reason}): ${detail}`, options)
    this.name = 'MessageNotSent'
    this.reason = reason
    this.permanent = PERMANENT.includes(reason)
  }
}
