/**
 * The five ways a request can fail. `web/failures.ts` maps them to HTTP, `conversation/sorry.ts` to a sentence in the chat;
 * nothing else maps. `code` is stable and public; `details` names fields, never their contents.
 */
export type Problem = {
  field: string
  code: string
  params?: Record<string, string | number>
  /** The service's own words, where it has some. */
  message?: { th: string; en: string }
}

class AnuyatError extends Error {
  readonly code: string
  readonly problems: Problem[]
  constructor(code: string, problems: Problem[] = [], options?: ErrorOptions) {
    super(code, options)
    this.name = new.target.name
    this.code = code
    this.problems = problems
  }
}

/** What was sent cannot be accepted; says which field and why. */
export class Invalid extends AnuyatError {}
/** Nobody is signed in, or the proof of identity did not verify. */
export class Unauthenticated extends AnuyatError {}
/** Signed in, but this is not allowed to this person. */
export class Forbidden extends AnuyatError {}
/** It does not exist, or it is somebody else's: the two are never told apart. */
export class NotFound extends AnuyatError {}
/** It was possible a moment ago: somebody else moved the case, or its status does not allow it. */
export class Conflict extends AnuyatError {}
