/** PromptPay: the QR, what it is for, until when; then the same page says that the money came. */
import type { CaseView, InvoiceView } from '../../actions/view-case.ts'
import { longDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { formatMoney } from '../../service/thai.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice, Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

export type PayPageProps = {
  language: Language
  agency: Agency
  found: Pick<
    CaseView,
    'id' | 'status' | 'summary' | 'reference' | 'invoice' | 'receipt' | 'documents' | 'definition'
  >
  /** In Thai words, as on the invoice: the official form has no other. */
  amountWords: string
}

export function PayPage(props: PayPageProps) {
  const { language, agency, found, amountWords } = props
  return (
    <Shell language={language} agency={agency}>
      {found.invoice?.status === 'open' ? (
        <OpenInvoice {...{ language, agency, found, amountWords }} invoice={found.invoice} />
      ) : found.receipt ? (
        <Paid language={language} found={found} receipt={found.receipt} />
      ) : (
        <NothingDue language={language} found={found} />
      )}
    </Shell>
  )
}

function OpenInvoice({
  language,
  agency,
  found,
  amountWords,
  invoice,
}: PayPageProps & { invoice: InvoiceView }) {
  const t = speak(CITIZEN_TEXTS, language)
  const amount = formatMoney(invoice.satang)
  const qr = `/qr/${invoice.id}.png`
  return (
    <>
      <h1 class="sr">{t('payTitle')}</h1>
      <section class="card qr-card">
        <p class="band">
          <b>{t('promptpay')}</b>
          <span>{t('scanWithAny')}</span>
        </p>
        <img src={qr} alt={t('qrAlt', { amount })} width="236" height="236" />
        <p class="sum num">
          {amount} <span>{language === 'th' ? 'บาท' : 'baht'}</span>
        </p>
        <p class="words" lang="th">
          {amountWords}
        </p>
        <Facts facts={invoiceFacts(invoice, { language, agency, found, amountWords })} />
        <p class="sr" role="status" id="copied" />
      </section>
      <p class="hint pay-hint">{t('saveQr')}</p>
      <a class="btn sec wide" href={qr} target="_blank" rel="noopener">
        <Icon name="download" /> {t('openQr')}
      </a>
      <div id="payment-state" data-state={`/l/cases/${found.id}/state`} data-seen={found.status}>
        <Notice tone="info" icon="landmark" title={t('waitingTitle')} live>
          {t('waitingBody')} <b>{t('payOnce')}</b>
        </Notice>
      </div>
    </>
  )
}

function invoiceFacts(invoice: InvoiceView, { language, agency, found }: PayPageProps): Fact[] {
  const t = speak(CITIZEN_TEXTS, language)
  const copied = (label: string, text: string) => (
    <>
      <span class="num">{text}</span>
      <button
        class="copy"
        type="button"
        data-copy={text}
        data-copied={t('copied')}
        data-say="copied"
        aria-label={t('copy', { label })}
      >
        <Icon name="copy" />
      </button>
    </>
  )
  return [
    { label: t('payee'), value: th(agency.name[language]) },
    { label: t('payFor'), value: th(found.summary) },
    { label: t('ref1'), value: copied(t('ref1'), invoice.ref1) },
    { label: t('ref2'), value: copied(t('ref2'), invoice.ref2) },
    { label: t('payBy'), value: longDate(invoice.payBy, language) },
  ]
}

type PaidProps = Pick<PayPageProps, 'language' | 'found'> & { receipt: NonNullable<CaseView['receipt']> }

function Paid({ language, found, receipt }: PaidProps) {
  const t = speak(CITIZEN_TEXTS, language, found.definition.licence.name)
  const document = found.documents.find((each) => each.kind === 'receipt')
  const done = found.status === 'issued'
  return (
    <>
      <Statement icon="circle-check" tone="ok" title={t('paidTitle')}>
        <p>{t(done ? 'paidIssued' : found.status === 'issuing' ? 'paidBody' : 'paidFirst')}</p>
      </Statement>
      <section class="card pad">
        <Facts
          facts={[
            {
              label: t('amount'),
              value: <span class="num">{t('baht', { amount: formatMoney(receipt.satang) })}</span>,
            },
            { label: t('paidAt'), value: shortDateTime(receipt.paidAt, language) },
            { label: t('receiptNumber'), value: <span class="num">{receipt.number}</span> },
          ]}
        />
      </section>
      {!done && <div id="payment-state" data-state={`/l/cases/${found.id}/state`} data-seen={found.status} />}
      <div class="stack">
        {document && (
          <a
            class="btn"
            href={`/documents/${document.id}/pdf`}
            data-document={document.id}
            target="_blank"
            rel="noopener"
          >
            <Icon name="receipt-text" /> {t('document_receipt')}
          </a>
        )}
        <a class="btn sec" href={`/l/cases/${found.id}`}>
          {t('seeStatus')}
        </a>
        <button class="btn sec" type="button" data-close hidden>
          {t('toChat')}
        </button>
      </div>
    </>
  )
}

function NothingDue({ language, found }: Pick<PayPageProps, 'language' | 'found'>) {
  const t = speak(CITIZEN_TEXTS, language)
  return (
    <Statement icon="qr-code" title={t('nothingToPay')}>
      <p>{t('nothingToPayBody')}</p>
      <a class="btn" href={`/l/cases/${found.id}`}>
        {t('seeStatus')}
      </a>
    </Statement>
  )
}
