/** What was looked at, each with its own mark, and when. */
import type { Verification } from '../../actions/verify-licence.ts'
import { bangkok, bangkokDay, daysBetween, shortDate } from '../../service/dates.ts'
import type { Definition, Language, Text } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { PUBLIC_TEXTS } from './texts.ts'

type Props = {
  found: Verification | undefined
  code: string
  checkedAt: Date
  agency: Definition['agency']
  language: Language
  licence: Text
}
type Mark = 'yes' | 'no' | 'unknown'
type Check = { mark: Mark; words: string }

const ICONS: Record<Mark, IconName> = { yes: 'check', no: 'x', unknown: 'circle-minus' }

export function VerificationChecks(props: Props) {
  const { found, checkedAt, language } = props
  const t = speak(PUBLIC_TEXTS, language)
  return (
    <section class="card chk">
      <h2>{t('checks')}</h2>
      <ul>
        {checksOf(props).map(({ mark, words }) => (
          <li key={words} class={`mark-${mark}`}>
            <Icon name={ICONS[mark]} />
            <span>{th(words)}</span>
          </li>
        ))}
      </ul>
      {found?.signer.test && (
        <p class="trial">
          <Icon name="triangle-alert" />
          {t('testSigner')}
        </p>
      )}
      <p class="at num">
        {t('checkedAt', {
          date: shortDate(bangkokDay(checkedAt), language),
          time: bangkok(checkedAt).slice(11),
        })}
      </p>
    </section>
  )
}

function checksOf({ found, code, checkedAt, agency, language, licence }: Props): Check[] {
  const t = speak(PUBLIC_TEXTS, language)
  if (!found)
    return [
      { mark: 'no', words: t('notInRegister', { code }) },
      { mark: 'unknown', words: t('statusUnknown') },
    ]
  const known = t(found.kind === 'licence' ? 'inRegister' : 'receiptKnown', { agency: agency.name[language] })
  const checks: Check[] = [{ mark: 'yes', words: known }]
  if (found.kind === 'receipt') return checks
  return [...checks, withdrawal(found, language, licence), ...expiry(found, checkedAt, language)]
}

const ENDED = {
  suspended: 'isSuspended',
  revoked: 'isRevoked',
  replaced: 'isReplaced',
  cancelled: 'isCancelled',
} as const

function withdrawal({ status }: Verification, language: Language, licence: Text): Check {
  const t = speak(PUBLIC_TEXTS, language, licence)
  if (status in ENDED) return { mark: 'no', words: t(ENDED[status as keyof typeof ENDED]) }
  return { mark: 'yes', words: t('notWithdrawn') }
}

function expiry({ expiresOn }: Verification, checkedAt: Date, language: Language): Check[] {
  const t = speak(PUBLIC_TEXTS, language)
  if (!expiresOn) return []
  const days = daysBetween(expiresOn, bangkokDay(checkedAt))
  return [
    days > 0 ? { mark: 'no', words: t('isExpired', { days }) } : { mark: 'yes', words: t('notExpired') },
  ]
}
