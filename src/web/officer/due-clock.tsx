/** How much of the legal time is left: a word, an icon and a bar, never colour alone. */
import type { Status } from '../../application/lifecycle.ts'
import { shortDate } from '../../service/dates.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { OFFICER_TEXTS } from './texts.ts'

export type Due = { status: Status; dueOn: string; daysLeft?: number; pausedOn?: string }
type Tone = 'ok' | 'warn' | 'bad' | 'stop' | 'ended'

const ICONS: Record<Tone, IconName> = {
  ok: 'clock',
  warn: 'triangle-alert',
  bad: 'circle-alert',
  stop: 'circle-pause',
  ended: 'circle-check',
}
/** From here on a case is urgent: the citizen has to hear within days. */
const WARN_DAYS = 3
const RUNNING: Status[] = ['submitted', 'in_review']

export function dueTone(due: Due): Tone {
  if (due.status === 'returned' || due.status === 'awaiting_fee') return 'stop'
  if (!RUNNING.includes(due.status) || due.daysLeft === undefined) return 'ended'
  if (due.daysLeft < 0) return 'bad'
  return due.daysLeft <= WARN_DAYS ? 'warn' : 'ok'
}

export function DueLabel({ due, language }: { due: Due; language: Language }) {
  const tone = dueTone(due)
  return (
    <span class={`due due-${tone}`}>
      <Icon name={ICONS[tone]} />
      <b>{dueWords(due, language)}</b>
    </span>
  )
}

function dueWords(due: Due, language: Language): string {
  const t = speak(OFFICER_TEXTS, language)
  const tone = dueTone(due)
  if (tone === 'stop') return t(due.status === 'awaiting_fee' ? 'notStarted' : 'paused')
  if (tone === 'ended') return t('clockEnded')
  const days = due.daysLeft ?? 0
  if (days < 0) return t(days === -1 ? 'dayLate' : 'daysLate', { days: -days })
  if (days === 0) return t('dueToday')
  return t(days === 1 ? 'dayLeft' : 'daysLeft', { days })
}

type BarProps = { due: Due; clock: Definition['clock']; language: Language }

/** The label with its bar and the day of the legal time; the bar is left out once the clock has ended. */
export function DueClock({ due, clock, language }: BarProps) {
  const t = speak(OFFICER_TEXTS, language)
  const tone = dueTone(due)
  const day = clock.days - (due.daysLeft ?? 0)
  const share = Math.max(2, Math.min(100, Math.round((day / clock.days) * 100)))
  return (
    <div class={`clock clock-${tone}`}>
      <DueLabel due={due} language={language} />
      {tone !== 'ended' && (
        <>
          <span class="clock-note num">
            {tone === 'stop'
              ? due.pausedOn && t('pausedSince', { date: shortDate(due.pausedOn, language) })
              : t('dayOf', { day, total: clock.days })}
          </span>
          <svg class="clock-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect width={tone === 'stop' ? 100 : share} height="6" />
          </svg>
        </>
      )}
    </div>
  )
}
