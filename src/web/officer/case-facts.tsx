/** The few facts an officer needs at a glance, and what colleagues found before. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { bangkokDay, longDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { type FeeLine, feeTotal } from '../../service/fee.ts'
import { formatBaht, formatPhone } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Phrases } from '../ui/phrases.tsx'
import { InspectionResults } from './inspection-form.tsx'
import { PaidBack } from './refund-section.tsx'
import { OFFICER_TEXTS } from './texts.ts'

type Props = { found: OfficerCase; language: Language }

export function KeyFacts({ found, language }: Props) {
  const t = speak(OFFICER_TEXTS, language)
  const phone = found.definition.roles.phone ? found.answers[found.definition.roles.phone] : undefined
  const entered = found.enteredAt.getTime() !== found.receivedAt.getTime()
  return (
    <section class="card sheet" aria-labelledby="facts-title">
      <h2 id="facts-title">{t('keyFacts')}</h2>
      <dl class="kv">
        <div>
          <dt>{t('place')}</dt>
          <dd lang="th">
            <Phrases text={found.place} />
          </dd>
        </div>
        {typeof phone === 'string' && (
          <div>
            <dt>{t('phone')}</dt>
            <dd class="num">
              <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('fee')}</dt>
          <dd class="num">
            <FeeText lines={found.fee} language={language} />
          </dd>
        </div>
        {entered && (
          <div>
            <dt>{t('enteredAt')}</dt>
            <dd class="num">{shortDateTime(found.enteredAt, language)}</dd>
          </div>
        )}
        <div>
          <dt>{t('receivedAt')}</dt>
          <dd class="num">{shortDateTime(found.receivedAt, language)}</dd>
        </div>
        {found.dueOn && (
          <div>
            <dt>{t('dueDate')}</dt>
            <dd class="num">{longDate(found.dueOn, language)}</dd>
          </div>
        )}
        <div>
          <dt>{t('responsible')}</dt>
          <dd>{found.officer?.name ?? t('nobody')}</dd>
        </div>
      </dl>
    </section>
  )
}

/** "300 บาท × 2 ตู้ = 600 บาท", one line an item. */
export function FeeText({ lines, language }: { lines: FeeLine[]; language: Language }) {
  const t = speak(OFFICER_TEXTS, language)
  if (lines.length === 0) return <>{t('noFee')}</>
  const [only] = lines
  const single = lines.length === 1 && only?.quantity === 1
  if (single) return <>{t('baht', { amount: formatBaht(feeTotal(lines)) })}</>
  return (
    <>
      {lines.map((line) => (
        <span key={line.id} class="block">
          {lines.length > 1 && `${line.label[language]}: `}
          {line.quantity === 1
            ? t('baht', { amount: formatBaht(line.satang) })
            : t('feeLine', {
                each: formatBaht(line.unitSatang),
                quantity: line.quantity,
                unit: line.unit?.[language] ?? '',
                sum: formatBaht(line.satang),
              })}
        </span>
      ))}
      {lines.length > 1 && <b class="block">{t('baht', { amount: formatBaht(feeTotal(lines)) })}</b>}
    </>
  )
}

const OUTCOMES = {
  endorse: { icon: 'circle-check', tone: 'ok' },
  object: { icon: 'circle-x', tone: 'bad' },
  approve: { icon: 'circle-check', tone: 'ok' },
  refuse: { icon: 'circle-x', tone: 'bad' },
} as const

export function PreviousFindings({ found, language }: Props) {
  const t = speak(OFFICER_TEXTS, language)
  if (found.decisions.length === 0) return null
  return (
    <section class="card sheet" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('previousFindings')}</h2>
      <ul class="findings">
        {found.decisions.map((decision) => (
          <li key={decision.at.toISOString()} class={OUTCOMES[decision.outcome].tone}>
            <Icon name={OUTCOMES[decision.outcome].icon} />
            <div>
              <b>{t(`outcome_${decision.outcome}`)}</b>
              <p>{decision.stepTitle[language]}</p>
              <p>
                {decision.officer} · <span class="num">{shortDateTime(decision.at, language)}</span>
              </p>
              {decision.reason && <p class="said">{decision.reason}</p>}
              <InspectionResults inspection={decision.inspection} language={language} />
              <Conditions conditions={decision.conditions} language={language} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Conditions({ conditions, language }: { conditions: string[]; language: Language }) {
  if (conditions.length === 0) return null
  return (
    <div class="proposed">
      <p>
        <Icon name="triangle-alert" />
        {speak(OFFICER_TEXTS, language)('proposedConditions', { count: conditions.length })}
      </p>
      <ol lang="th">
        {conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ol>
    </div>
  )
}

/** Invoice, receipt and licence, as far as the case has come. */
export function Outcome({ found, language }: Props) {
  const t = speak(OFFICER_TEXTS, language, found.definition.licence.name)
  const { invoice, receipt, refund, licence, documents } = found
  if (!invoice && !receipt && !licence && documents.length === 0) return null
  return (
    <section class="card sheet" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{t('issuedDocuments')}</h2>
      <ul class="facts">
        {invoice?.status === 'open' && (
          <li>
            <b>
              {t('invoice')} {t('baht', { amount: formatBaht(invoice.satang) })}
            </b>
            <span class="num">{t('payBy', { date: longDate(invoice.payBy, language) })}</span>
          </li>
        )}
        {receipt && (
          <li>
            <b class="num">{t('receiptNumber', { number: receipt.number })}</b>
            <span class="num">{t('paidAt', { date: shortDateTime(receipt.paidAt, language) })}</span>
          </li>
        )}
        {refund && refund.satang > 0 && (
          <li>
            <b>{t('refundDue', { amount: formatBaht(refund.satang) })}</b>
            <span>{t('refundNote', { date: longDate(bangkokDay(refund.recordedAt), language) })}</span>
          </li>
        )}
        <PaidBack found={found} language={language} />
        {licence && (
          <li>
            <b class="num">{t('licenceNumber', { number: licence.number })}</b>
            <span class="num">{t('validUntil', { date: longDate(licence.expiresOn, language) })}</span>
          </li>
        )}
      </ul>
      {documents.map((document) => (
        <a
          key={document.id}
          class="file-link"
          href={`/documents/${document.id}/pdf`}
          data-document={document.id}
        >
          <Icon name="file-badge" />
          {document.title}
        </a>
      ))}
    </section>
  )
}
