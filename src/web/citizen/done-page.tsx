/** It was sent: the number, both times of receipt, the day of the answer, and what happens next. */
import type { CaseView } from '../../actions/view-case.ts'
import { longDate, shortDateTime } from '../../service/dates.ts'
import type { Purpose } from '../../service/definition/privacy.ts'
import type { Language } from '../../service/definition.ts'
import { feeTotal } from '../../service/fee.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { MY_DATA_TEXTS } from '../texts/my-data.ts'
import { speak } from '../texts/speak.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

export type DonePageProps = {
  language: Language
  agency: Agency
  found: Pick<
    CaseView,
    | 'id'
    | 'status'
    | 'reference'
    | 'summary'
    | 'holder'
    | 'enteredAt'
    | 'receivedAt'
    | 'dueOn'
    | 'fee'
    | 'definition'
  >
  /** What may be consented to and is not: asked apart from the application, which does not hang on it. */
  consents?: Pick<Purpose, 'id' | 'title' | 'text'>[]
}

export function DonePage({ language, agency, found, consents = [] }: DonePageProps) {
  const t = speak(CITIZEN_TEXTS, language, found.definition.licence.name)
  const ask = speak(MY_DATA_TEXTS, language)
  const unpaid = found.status === 'awaiting_fee'
  const payLater = feeTotal(found.fee) > 0 && found.definition.fees.due === 'after_approval'
  const later = found.enteredAt?.getTime() !== found.receivedAt?.getTime()
  return (
    <Shell language={language} agency={agency}>
      <section class="confirmation">
        <Icon name="circle-check" />
        <h1>{t('doneTitle')}</h1>
        <p>{t('doneReference')}</p>
        <p class="reference num">{found.reference}</p>
      </section>
      <section class="card pad">
        <p class="strong">{th(found.summary)}</p>
        <p class="muted">{found.holder}</p>
        <Facts facts={times(found, language)} />
        {later && <p class="hint">{t('receivedLater')}</p>}
      </section>
      <section class="card pad">
        <h2>{t('whatNext')}</h2>
        <ol class="numbered">
          {unpaid && <li>{th(t('nextPay'))}</li>}
          <li>{th(t('next1'))}</li>
          <li>{th(t('next2'))}</li>
          <li>{th(t(payLater ? 'next3' : 'next3Settled'))}</li>
        </ol>
      </section>
      {consents.map(({ id, title, text }) => (
        <form key={id} class="card pad" method="post" action={`/l/my-data/consents/${id}`}>
          <input type="hidden" name="given" value="yes" />
          <h2>{th(title[language])}</h2>
          <p>{th(text[language])}</p>
          <p class="hint">{th(ask('freely'))}</p>
          <button class="btn sec" type="submit" aria-label={`${ask('give')}: ${title[language]}`}>
            {ask('give')}
          </button>
        </form>
      ))}
      <div class="stack">
        {unpaid && (
          <a class="btn" href={`/l/cases/${found.id}/pay`}>
            {t('payNow')}
          </a>
        )}
        <a class={unpaid ? 'btn sec' : 'btn'} href={`/l/cases/${found.id}`}>
          {t('seeCase')}
        </a>
        <button class="btn sec" type="button" data-close hidden>
          {t('toChat')}
        </button>
      </div>
    </Shell>
  )
}

function times(found: DonePageProps['found'], language: Language): Fact[] {
  const t = speak(CITIZEN_TEXTS, language)
  const facts: Fact[] = []
  if (found.enteredAt) facts.push({ label: t('enteredAt'), value: shortDateTime(found.enteredAt, language) })
  if (found.receivedAt)
    facts.push({ label: t('receivedAt'), value: shortDateTime(found.receivedAt, language) })
  if (found.dueOn) facts.push({ label: t('dueOn'), value: longDate(found.dueOn, language) })
  return facts
}
