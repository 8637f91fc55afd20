/** The card on top of a case: what it waits for, or how it ended. */
import type { CaseView } from '../../actions/view-case.ts'
import { daysBetween, longDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import { formatMoney } from '../../service/thai.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { th } from '../ui/th.tsx'

type Props = { found: CaseView; today: string; language: Language }

export function CaseCard(props: Props) {
  const { found, language } = props
  const t = speak(CITIZEN_TEXTS, language, found.definition.licence.name)
  if (found.correction && found.status === 'returned') return <CorrectionCard {...props} />
  if (found.invoice?.status === 'open') return <PaymentCard {...props} />
  if (found.lapsed) return <LapseNotice {...props} lapsed={found.lapsed} />
  if (found.givenBack) return <GivenBackNotice {...props} givenBack={found.givenBack} />
  if (found.refusal) return <RefusalCard {...props} />
  if (found.licence) return <LicenceNotice {...props} />
  if (found.status === 'issuing') {
    return (
      <Notice tone="info" icon="refresh-cw" title={th(t('issuingTitle'))}>
        {t('issuingBody')}
      </Notice>
    )
  }
  return null
}

function CorrectionCard({ found, today, language }: Props) {
  const t = speak(CITIZEN_TEXTS, language)
  const { items = [], dueOn = today } = found.correction ?? {}
  const fields = fieldsById(found.definition)
  return (
    <section class="ask" aria-labelledby="todo-title">
      <h2 id="todo-title">
        <Icon name="triangle-alert" /> {t('toCorrect', { count: items.length })}
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.field}>
            <b>{th(fields.get(item.field)?.label[language] ?? item.field)}</b> {item.reason}
          </li>
        ))}
      </ul>
      <DueLine dueOn={dueOn} today={today} language={language} />
      <a class="btn" href={`/l/cases/${found.id}/correct`}>
        {t('correctNow')}
      </a>
    </section>
  )
}

function PaymentCard({ found, today, language }: Props) {
  const t = speak(CITIZEN_TEXTS, language)
  const { satang = 0, payBy = today } = found.invoice ?? {}
  return (
    <section class="ask" aria-labelledby="todo-title">
      <h2 id="todo-title">
        <Icon name="qr-code" /> {th(t(toPay(found)))}
      </h2>
      <p class="amount num">{t('baht', { amount: formatMoney(satang) })}</p>
      <DueLine dueOn={payBy} today={today} language={language} />
      <a class="btn" href={`/l/cases/${found.id}/pay`}>
        {t('payNow')}
      </a>
    </section>
  )
}

function toPay({ status, pausedOn }: CaseView) {
  if (status !== 'awaiting_fee') return 'toPay'
  return pausedOn ? 'toPayDifference' : 'toPayFirst'
}

function DueLine({ dueOn, today, language }: { dueOn: string; today: string; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language)
  const left = daysBetween(today, dueOn)
  const words =
    left > 0 ? t('daysLeft', { days: left }) : left === 0 ? t('lastDay') : t('overdue', { days: -left })
  return (
    <p class="due">
      <Icon name="calendar-clock" />
      <span>
        <b>{t('within', { when: longDate(dueOn, language) })}</b> {words}
      </span>
    </p>
  )
}

function LapseNotice({ lapsed, language }: Props & { lapsed: NonNullable<CaseView['lapsed']> }) {
  const t = speak(CITIZEN_TEXTS, language)
  const first = lapsed.atFiling ? 'lapsedAtFiling' : 'lapsedBody'
  const words = lapsed.afterCorrection ? 'lapsedDifference' : first
  return (
    <Notice tone="bad" title={th(t('lapsedTitle'))}>
      {t(words, { when: longDate(lapsed.payBy, language) })}
    </Notice>
  )
}

function GivenBackNotice({
  givenBack,
  found,
  language,
}: Props & { givenBack: NonNullable<CaseView['givenBack']> }) {
  const t = speak(CITIZEN_TEXTS, language)
  const fields = fieldsById(found.definition)
  return (
    <Notice tone="bad" title={th(t('givenBackTitle'))}>
      {t('givenBackBody', { when: longDate(givenBack.dueOn, language) })}
      <ul>
        {givenBack.items.map((item) => (
          <li key={item.field}>
            <b>{th(fields.get(item.field)?.label[language] ?? item.field)}</b> {item.reason}
          </li>
        ))}
      </ul>
      {found.definition.review.appeal[language]}
    </Notice>
  )
}

/** Beside whatever the case waits for: what was paid too much. */
export function RefundNotice({ found, language }: Pick<Props, 'found' | 'language'>) {
  const t = speak(CITIZEN_TEXTS, language)
  const paid = found.refund?.paidBack
  if (!found.refund) return null
  if (found.refund.satang === 0 && paid)
    return (
      <Notice tone="ok" icon="banknote" title={th(t('paidBackTitle', { amount: formatMoney(paid.satang) }))}>
        {t('paidBackBody', { when: longDate(paid.on, language), reference: paid.reference })}
      </Notice>
    )
  return (
    <Notice
      tone="info"
      icon="banknote"
      title={th(t('refundTitle', { amount: formatMoney(found.refund.satang) }))}
    >
      {t('refundBody', { unit: found.definition.agency.unit[language] })}
    </Notice>
  )
}

function RefusalCard({ found, language }: Props) {
  const t = speak(CITIZEN_TEXTS, language)
  return (
    <Notice tone="bad" title={t('refusedTitle')}>
      {found.refusal?.reason}
      <br />
      {t('refusedAppeal', { unit: found.definition.agency.unit[language] })}
    </Notice>
  )
}

/** Issued once, and no longer good: another stands for it, it was given up, or an order took it away. */
const ENDED = ['replaced', 'cancelled', 'suspended', 'revoked'] as const

function LicenceNotice({ found, language }: Props) {
  const t = speak(CITIZEN_TEXTS, language, found.definition.licence.name)
  const ended = ENDED.find((status) => status === found.licence?.status)
  if (ended)
    return (
      <Notice
        tone={ended === 'suspended' || ended === 'revoked' ? 'bad' : 'info'}
        title={th(t(`ended_${ended}`))}
      >
        {th(t('endedBody', { number: found.licence?.number ?? '' }))}
      </Notice>
    )
  return (
    <section class="ask good" aria-labelledby="todo-title">
      <h2 id="todo-title">
        <Icon name="badge-check" /> {th(t('issuedTitle'))}
      </h2>
      <p>
        {t('licenceNumber')} <b class="num">{found.licence?.number}</b>
        <br />
        {t('expiresOn')} <b>{longDate(found.licence?.expiresOn ?? '', language)}</b>
      </p>
      <a class="btn" href="/l/wallet">
        {t('seeLicence')}
      </a>
    </section>
  )
}
