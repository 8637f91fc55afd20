/** The principal says yes or no; the representative hands the link over. */
import type { MandateView } from '../../actions/answer-mandate.ts'
import { shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { MANDATE_TEXTS } from '../texts/acting.ts'
import { speak } from '../texts/speak.ts'
import { Contact } from '../ui/contact.tsx'
import { Facts } from '../ui/facts.tsx'
import { Notice, Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

export type MandatePageProps = {
  language: Language
  agency: Agency & { phone: string }
  found: MandateView
  /** Where the answer goes. */
  action: string
  asksNumber: boolean
  problem?: 'number_wrong' | 'number_needed'
}

export function MandatePage({ language, agency, found, action, asksNumber, problem }: MandatePageProps) {
  const t = speak(MANDATE_TEXTS, language)
  const { status, refusal } = found
  return (
    <Shell language={language} agency={agency}>
      {status === 'asked' ? (
        <>
          <h1>{t('title')}</h1>
          <p class="muted">{th(t('lead'))}</p>
        </>
      ) : (
        <Statement
          icon={status === 'declined' ? 'ban' : 'badge-check'}
          tone={status === 'declined' ? 'warn' : 'ok'}
          title={th(t(`${status}Title`))}
        >
          <p>{th(t(`${status}Body`))}</p>
        </Statement>
      )}
      <section class="card pad block">
        <Facts facts={factsOf(found, language)} />
      </section>
      {status === 'asked' && refusal && refusal !== 'status_does_not_allow' && (
        <>
          <Notice tone="warn" title={th(t(refusal))} />
          {refusal === 'proof_needed' && (
            <a class="btn wide apart" href="/l/identity/thaid">
              {t('prove')}
            </a>
          )}
        </>
      )}
      {status === 'asked' && !refusal && (
        <Answer language={language} action={action} asksNumber={asksNumber} problem={problem} />
      )}
      <Notice tone="info" title={t('misuseTitle')}>
        {th(t('misuse', { phone: agency.phone }))}
      </Notice>
      <Contact language={language} agency={agency} />
    </Shell>
  )
}

function factsOf(found: MandateView, language: Language) {
  const t = speak(MANDATE_TEXTS, language)
  const proven = t(found.isRepresentativeProven ? 'proven' : 'unproven')
  return [
    { label: t('who'), value: th(`${found.representative} (${proven})`) },
    { label: t('forWhom'), value: th(found.principal) },
    { label: t('what'), value: th(found.service[language]) },
    { label: t('where'), value: th(found.place) },
    { label: t('reference'), value: found.reference },
    { label: t('filed'), value: found.filedAt ? shortDateTime(found.filedAt, language) : '' },
  ]
}

type AnswerProps = Pick<MandatePageProps, 'language' | 'action' | 'asksNumber' | 'problem'>

function Answer({ language, action, asksNumber, problem }: AnswerProps) {
  const t = speak(MANDATE_TEXTS, language)
  return (
    <form method="post" action={action}>
      {asksNumber && (
        <div class="card pad acting">
          <label class="strong" for="number">
            {th(t('number'))}
          </label>
          <p class="hint" id="number-hint">
            {th(t('numberHint'))}
          </p>
          {problem && (
            <p class="error" id="number-error" role="alert">
              {th(t(problem))}
            </p>
          )}
          <input
            class="in"
            id="number"
            name="number"
            inputMode="numeric"
            autocomplete="off"
            required
            aria-describedby={problem ? 'number-error number-hint' : 'number-hint'}
            aria-invalid={problem ? true : undefined}
          />
        </div>
      )}
      <div class="stack">
        <button class="btn" type="submit" name="agrees" value="yes">
          {t('confirm')}
        </button>
        <button class="btn sec" type="submit" name="agrees" value="no">
          {t('decline')}
        </button>
      </div>
    </form>
  )
}

export type MandateLinkPageProps = {
  language: Language
  agency: Agency
  applicationId: string
  principal: string
  status: MandateView['status']
  /** On this page only: it is not kept. */
  link?: string
  qr?: string
}

export function MandateLinkPage(props: MandateLinkPageProps) {
  const { language, agency, applicationId, principal, status, link, qr } = props
  const t = speak(MANDATE_TEXTS, language)
  return (
    <Shell language={language} agency={agency}>
      <h1>{t('linkTitle')}</h1>
      {status === 'asked' ? (
        <p class="muted">{th(t('linkLead', { principal }))}</p>
      ) : (
        <Notice tone={status === 'declined' ? 'bad' : 'ok'} title={t(`state_${status}`)} />
      )}
      {link && qr && (
        <section class="card pad hand-on acting">
          <span class="qr" dangerouslySetInnerHTML={{ __html: qr }} />
          <label for="link">{t('link')}</label>
          <textarea id="link" class="in" rows={3} readOnly value={link} />
        </section>
      )}
      {status === 'asked' && (
        <form class="stack" method="post" action={`/l/cases/${applicationId}/mandate`}>
          <button class={link ? 'btn sec' : 'btn'} type="submit">
            {t(link ? 'newLink' : 'makeLink')}
          </button>
        </form>
      )}
      <p class="hint apart">{th(t('paper'))}</p>
      <a class="btn sec wide" href={`/l/cases/${applicationId}`}>
        {t('back')}
      </a>
    </Shell>
  )
}
