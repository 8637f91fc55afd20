/** A case's status as a word with an icon. */
import type { Status } from '../../application/lifecycle.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { OFFICER_TEXTS } from './texts.ts'

const LOOKS: Record<Status, { icon: IconName; tone: '' | 'ok' | 'warn' | 'bad' | 'mute' }> = {
  draft: { icon: 'file-pen', tone: 'mute' },
  awaiting_fee: { icon: 'qr-code', tone: 'mute' },
  submitted: { icon: 'file-plus', tone: '' },
  in_review: { icon: 'file-search', tone: '' },
  returned: { icon: 'circle-pause', tone: 'mute' },
  awaiting_payment: { icon: 'qr-code', tone: 'warn' },
  issuing: { icon: 'refresh-cw', tone: '' },
  issued: { icon: 'file-badge', tone: 'ok' },
  refused: { icon: 'circle-x', tone: 'bad' },
  withdrawn: { icon: 'undo-2', tone: 'mute' },
  lapsed: { icon: 'circle-x', tone: 'mute' },
  given_back: { icon: 'undo-2', tone: 'mute' },
}

export function StatusTag({ status, language }: { status: Status; language: Language }) {
  const { icon, tone } = LOOKS[status]
  return (
    <span class={`tag ${tone}`}>
      <Icon name={icon} />
      {speak(OFFICER_TEXTS, language)(`status_${status}`)}
    </span>
  )
}
