/** Beside a case: whether its applicant is proved, and the way to check it. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { ActingOfficer } from '../../officer/officer.ts'
import { hasRole, PROOF_ROLES } from '../../officer/roles.ts'
import { bangkokDay, longDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { PROOF_TEXTS } from './identity-texts.ts'

type Props = { found: OfficerCase; officer: ActingOfficer; language: Language }

const LOOKS = {
  none: { tone: '', icon: 'circle' },
  open: { tone: 'warn', icon: 'circle-pause' },
  waiting: { tone: 'warn', icon: 'user-check' },
  refused: { tone: 'bad', icon: 'circle-x' },
  proven: { tone: 'ok', icon: 'badge-check' },
} as const

export function IdentitySection({ found, officer, language }: Props) {
  const { identity } = found
  if (!identity) return null
  const t = speak(PROOF_TEXTS, language)
  const { tone, icon } = LOOKS[identity.state]
  const checks = identity.state === 'waiting' && hasRole(officer, PROOF_ROLES)
  return (
    <section class="card sheet" aria-labelledby="identity-title">
      <h2 id="identity-title">{t('title')}</h2>
      <p>
        <span class={`tag ${tone}`}>
          <Icon name={icon} />
          {t(`state_${identity.state}`)}
        </span>{' '}
        {identity.method && t(`method_${identity.method}`)}
      </p>
      {identity.validUntil && identity.state === 'proven' && (
        <p class="muted num">{t('until', { date: longDate(bangkokDay(identity.validUntil), language) })}</p>
      )}
      {identity.state !== 'proven' && <p class="hint">{t('noApproval')}</p>}
      <a class={checks ? 'btn' : 'btn sec sm'} href={`/o/cases/${found.id}/identity`}>
        {t(checks ? 'check' : 'see')}
      </a>
    </section>
  )
}
