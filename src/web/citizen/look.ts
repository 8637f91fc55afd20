/** How a case looks to its applicant: words and colours by status. Pure. */
import type { CaseSummary } from '../../actions/view-case.ts'
import type { Status } from '../../application/lifecycle.ts'
import type { CitizenTextKey } from '../texts/citizen.ts'
import type { IconName } from '../ui/icon.tsx'

type Look = { icon: IconName; tone: '' | 'ok' | 'warn' | 'bad' | 'mute' }

export const LOOKS: Record<Status, Look> = {
  draft: { icon: 'file-pen', tone: 'mute' },
  awaiting_fee: { icon: 'qr-code', tone: 'warn' },
  submitted: { icon: 'inbox', tone: '' },
  in_review: { icon: 'file-search', tone: '' },
  returned: { icon: 'triangle-alert', tone: 'warn' },
  awaiting_payment: { icon: 'qr-code', tone: 'warn' },
  issuing: { icon: 'refresh-cw', tone: '' },
  issued: { icon: 'badge-check', tone: 'ok' },
  refused: { icon: 'circle-x', tone: 'bad' },
  withdrawn: { icon: 'undo-2', tone: 'mute' },
  lapsed: { icon: 'circle-x', tone: 'mute' },
  given_back: { icon: 'undo-2', tone: 'mute' },
}

/** What the applicant has to do now, and where. */
export const TODOS: Partial<Record<Status, { words: CitizenTextKey; href: (id: string) => string }>> = {
  draft: { words: 'continueDraft', href: (id) => `/l/apply/${id}` },
  returned: { words: 'correctNow', href: (id) => `/l/cases/${id}/correct` },
  awaiting_fee: { words: 'payNow', href: (id) => `/l/cases/${id}/pay` },
  awaiting_payment: { words: 'payNow', href: (id) => `/l/cases/${id}/pay` },
}

export const caseHref = ({ id, status }: Pick<CaseSummary, 'id' | 'status'>): string =>
  status === 'draft' ? `/l/apply/${id}` : `/l/cases/${id}`
