/**
 * A lost or changed LINE account: who may go on in a new one. The new account is proven at least as surely as the old
 * one ever was, of the same ID number; an officer examines and proposes, another one confirms; the old account is told
 * and may object. Whoever stole a card, a photo or an officer's desk has then still one step before them. Pure.
 */
export const RELINK_STATUSES = [
  'offered',
  'asked',
  'proposed',
  'done',
  'refused',
  'withdrawn',
  'objected',
  'restored',
] as const
export type RelinkStatus = (typeof RELINK_STATUSES)[number]

/** What waits for officers. */
export const RELINKS_OPEN = ['asked', 'proposed', 'objected'] as const satisfies readonly RelinkStatus[]

/** An identity that a digital ID vouched for, of a number another account has: it becomes a proof with the move. */
export type FoundIdentity = {
  method: 'thaid'
  level: number
  validUntil?: string
  subject: {
    idNumber: string
    name?: { title: string; first: string; last: string }
    birthDate?: string
    address?: { text: string; raw: unknown }
  }
  evidence: Record<string, unknown>
  at: string
}

export const SEEN = ['same_person', 'same_number', 'story', 'old_account'] as const
export type Seen = (typeof SEEN)[number]

/** What one officer found. `eyes`: that officer, and whoever they acted for. */
export type RelinkProposal = {
  officerId: string
  eyes: string[]
  at: string
  reason: string
  seen: Seen[]
  outcome: 'move' | 'keep' | 'restore'
}

/** What came from the new account, so that it can be given back. */
export type Moved = { applications: string[]; proofs: string[]; erased: number }

/** How long the old account may object after the move. */
export const OBJECTION_DAYS = 14
/** A digital ID's word that was not used by then is forgotten. */
export const FOUND_HOURS = 24
/** The lowest level at which anybody is moved: a telephone call alone shows no card. */
export const LOWEST_LEVEL = 2

/** The level the new account needs: that of the best proof the old one ever had. */
export const neededLevel = (oldLevels: readonly number[]): number => Math.max(LOWEST_LEVEL, ...oldLevels)

type Examined = {
  status: RelinkStatus
  doneAt: Date | null
  proposal: RelinkProposal | null
  oldLineUserId: string
  newLineUserId: string
  /** Who accepted the proof, where an officer did. */
  provenBy?: string | null
}
/** `eyes` as in the proposal; `lineUserId` tells whether the officer is the applicant. */
export type Examiner = { eyes: string[]; lineUserId: string | null; mayConfirm: boolean }
export type RelinkRefusal = 'status_does_not_allow' | 'own_account' | 'four_eyes' | 'not_allowed'

const isOwn = ({ oldLineUserId, newLineUserId }: Examined, { lineUserId }: Examiner): boolean =>
  lineUserId === oldLineUserId || lineUserId === newLineUserId

/** Why this officer may not propose now; undefined: may. */
export function proposalRefusal(found: Examined, officer: Examiner): RelinkRefusal | undefined {
  if (isOwn(found, officer)) return 'own_account'
  return found.status === 'asked' || found.status === 'objected' ? undefined : 'status_does_not_allow'
}

/** Why this officer may not confirm what another proposed; undefined: may. */
export function confirmationRefusal(found: Examined, officer: Examiner): RelinkRefusal | undefined {
  if (!officer.mayConfirm) return 'not_allowed'
  if (isOwn(found, officer)) return 'own_account'
  const { proposal } = found
  if (!proposal || (found.status !== 'proposed' && found.status !== 'objected'))
    return 'status_does_not_allow'
  const spent = [...proposal.eyes, found.provenBy]
  return officer.eyes.some((id) => spent.includes(id)) ? 'four_eyes' : undefined
}

/** What may be proposed: before the move and after it, with or without an objection. */
export function outcomesOf({
  status,
  doneAt,
}: Pick<Examined, 'status' | 'doneAt'>): RelinkProposal['outcome'][] {
  if (status === 'asked') return ['move', 'keep']
  if (status === 'objected') return doneAt ? ['restore', 'move'] : ['keep', 'move']
  return []
}

/** Which status a confirmed proposal leads to. */
export const statusAfter = (outcome: RelinkProposal['outcome']): 'done' | 'refused' | 'restored' =>
  (({ move: 'done', keep: 'refused', restore: 'restored' }) as const)[outcome]

export const mayObject = (
  { status, objectUntil }: { status: RelinkStatus; objectUntil: Date | null },
  now: Date,
): boolean =>
  status === 'asked' ||
  status === 'proposed' ||
  (status === 'done' && objectUntil !== null && now <= objectUntil)

type Account = Pick<Examined, 'status' | 'doneAt' | 'oldLineUserId' | 'newLineUserId'>
/** Why nothing is taken from a LINE account: it was left for another, or its move is being disputed. */
export type Stopped = 'moved' | 'frozen'

/** Whether these re-links, of this LINE account, stop it. */
export function stopOf(relinks: readonly Account[], lineUserId: string): Stopped | undefined {
  const disputed = relinks.some(({ status, doneAt }) => status === 'objected' && doneAt !== null)
  if (disputed) return 'frozen'
  const left = relinks.some((each) => each.status === 'done' && each.oldLineUserId === lineUserId)
  return left ? 'moved' : undefined
}

type Case = { id: string; serviceId: string; status: string; updatedAt: Date }

/**
 * Which cases of the new account go over to the person, and which drafts are erased: one draft of a service is kept,
 * the one touched last; of two as old as each other, the one they had before.
 */
export function mergeCases(
  kept: readonly Case[],
  added: readonly Case[],
): { move: string[]; erase: string[] } {
  const erase = added
    .filter(({ status }) => status === 'draft')
    .flatMap((draft) => {
      const other = kept.find((each) => each.status === 'draft' && each.serviceId === draft.serviceId)
      if (!other) return []
      return [draft.updatedAt > other.updatedAt ? other.id : draft.id]
    })
  return { move: added.map(({ id }) => id).filter((id) => !erase.includes(id)), erase }
}
