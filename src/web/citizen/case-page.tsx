/** Where one case stands: what the applicant has to do, then everything that has happened. */

import type { CaseView } from '../../actions/view-case.ts'
import { titleWords } from '../../service/compounds.ts'
import { bangkokDay, longDate, shortDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { formPages, visiblePages } from '../../service/form.ts'
import { caseTitle } from '../../service/transaction.ts'
import { MANDATE_TEXTS } from '../texts/acting.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'
import { speak } from '../texts/speak.ts'
import { Contact } from '../ui/contact.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'
import { AnswersList } from './answers-list.tsx'
import { CaseCard, RefundNotice } from './case-card.tsx'
import { IdentityState, identityPath } from './identity-page.tsx'
import { HandOn } from './take-over-page.tsx'
import { Timeline } from './timeline.tsx'

/** `today`: the Bangkok day, ISO. */
export type CasePageProps = { language: Language; found: CaseView; today: string }

/** In these the applicant may still give the case up (lifecycle's `withdraw`). */
const WITHDRAWABLE: CaseView['status'][] = [
  'awaiting_fee',
  'submitted',
  'in_review',
  'returned',
  'awaiting_payment',
]

export function CasePage({ language, found, today }: CasePageProps) {
  const t = speak(CITIZEN_TEXTS, language)
  const { definition } = found
  return (
    <Shell language={language} agency={definition.agency}>
      <header class="hero">
        <p>
          {found.reference ? t('reference', { reference: '' }) : ''}
          <b class="num">{found.reference}</b>
        </p>
        <h1>{th(caseTitle(definition, found.answers)[language], titleWords(definition))}</h1>
        <p>
          {[
            found.holder,
            found.enteredAt && t('submittedOn', { when: shortDate(bangkokDay(found.enteredAt), language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <CaseCard found={found} today={today} language={language} />
      <CaseIdentityNotice found={found} language={language} />
      <MandateNotice found={found} language={language} />
      <HandOn found={found} language={language} />
      <RefundNotice found={found} language={language} />
      <Timeline found={found} language={language} />
      <Documents found={found} language={language} />
      <details class="card more">
        <summary>{t('answersTitle')}</summary>
        <AnswersList
          pages={visiblePages(formPages(definition), found.answers)}
          answers={found.answers}
          language={language}
        />
      </details>
      <Contact language={language} agency={definition.agency} />
      {WITHDRAWABLE.includes(found.status) && <Withdraw id={found.id} language={language} />}
    </Shell>
  )
}

/** Filed for another: how they answered, and the way to ask them. */
function MandateNotice({ found, language }: { found: CaseView; language: Language }) {
  if (!found.mandate) return null
  const { status, principal } = found.mandate
  const t = speak(MANDATE_TEXTS, language)
  const tone = { asked: 'warn', declined: 'bad', confirmed: 'ok', on_paper: 'ok' } as const
  return (
    <Notice tone={tone[status]} title={th(t(`state_${status}`))}>
      {th(principal)}
      {status === 'asked' && (
        <>
          {' · '}
          <a href={`/l/cases/${found.id}/mandate`}>{t('linkTitle')}</a>
        </>
      )}
    </Notice>
  )
}

/** As long as it is not decided, who the applicant is may still have to be shown. */
function CaseIdentityNotice({ found, language }: { found: CaseView; language: Language }) {
  const { identity } = found
  if (!identity || !['awaiting_fee', 'submitted', 'in_review', 'returned'].includes(found.status)) return null
  const t = speak(IDENTITY_TEXTS, language)
  if (identity.state === 'proven') return <IdentityState identity={identity} language={language} />
  return (
    <section class="card pad">
      {identity.state === 'open' && (
        <Notice tone="warn" title={t('openTitle')}>
          {t('openBody')}
        </Notice>
      )}
      <IdentityState identity={identity} language={language} />
      <a class={identity.state === 'waiting' ? 'btn sec wide' : 'btn wide'} href={identityPath(found.id)}>
        {t('openLink')}
      </a>
    </section>
  )
}

function Documents({ found, language }: { found: CaseView; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language)
  if (found.documents.length === 0) return null
  return (
    <section class="card pad">
      <h2>{th(t('documents'))}</h2>
      <ul class="papers">
        {found.documents.map((document) => (
          <li key={document.id}>
            <a
              href={`/documents/${document.id}/pdf`}
              data-document={document.id}
              target="_blank"
              rel="noopener"
            >
              <Icon name={document.kind === 'licence' ? 'file-badge' : 'receipt-text'} />
              <span>
                <b>
                  {th(
                    document.kind === 'licence'
                      ? found.definition.licence.name[language]
                      : t(`document_${document.kind}`),
                  )}
                </b>
                <small>{longDate(bangkokDay(document.issuedAt), language)}</small>
              </span>
              <em>PDF</em>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Withdraw({ id, language }: { id: string; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language)
  return (
    <details class="quiet">
      <summary>{t('withdraw')}</summary>
      <form method="post" action={`/l/cases/${id}/withdraw`}>
        <p>{t('withdrawBody')}</p>
        <button class="btn bad sm" type="submit">
          {t('withdrawYes')}
        </button>
      </form>
    </details>
  )
}
