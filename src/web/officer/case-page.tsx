/** One case: who and what, the case file, and what may be done with it now. */
import type { OfficerAction, OfficerCase } from '../../actions/view-officer-case.ts'
import { hasRole, MASK_ROLES } from '../../officer/roles.ts'
import { shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { AboutCard } from './about-card.tsx'
import { CalendarCard } from './calendar-card.tsx'
import type { Done } from './case-done.ts'
import { KeyFacts, Outcome, PreviousFindings } from './case-facts.tsx'
import { CaseHeader } from './case-header.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { Dossier } from './dossier.tsx'
import { type Extending, ExtendSection } from './extend-section.tsx'
import { IdentitySection } from './identity-section.tsx'
import { MandateCard } from './mandate-card.tsx'
import { type PayingBack, RefundSection } from './refund-section.tsx'
import { OFFICER_TEXTS } from './texts.ts'
import { UnmetSection } from './unmet-section.tsx'

export type CasePageProps = DeskProps & {
  found: OfficerCase
  done?: Done
  extending?: Extending
  payingBack?: PayingBack
}

export function CasePage({ found, done, extending, payingBack, ...desk }: CasePageProps) {
  const { language } = desk
  const t = speak(OFFICER_TEXTS, language)
  return (
    <Desk {...desk}>
      <CaseHeader found={found} language={language} back={{ href: '/o', label: t('inbox') }} />
      {done && (
        <p class="flash" role="status">
          <Icon name="circle-check" />
          {t(`done_${done}`)}
        </p>
      )}
      <Failures found={found} language={language} />
      <UnmetSection found={found} language={language} />
      <div class="cols">
        <aside class="facts-column">
          <Outcome found={found} language={language} />
          <RefundSection found={found} typed={payingBack} language={language} />
          <IdentitySection found={found} officer={desk.officer} language={language} />
          <PreviousFindings found={found} language={language} />
          <CalendarCard found={found} language={language} />
          <MandateCard found={found} language={language} />
          <AboutCard found={found} language={language} />
          <KeyFacts found={found} language={language} />
          <ExtendSection found={found} extending={extending} language={language} />
        </aside>
        <Dossier found={found} language={language} mayMask={hasRole(desk.officer, MASK_ROLES)} />
        <Actions found={found} officerId={desk.officer.id} language={language} />
      </div>
    </Desk>
  )
}

function Failures({ found, language }: { found: OfficerCase; language: Language }) {
  const t = speak(OFFICER_TEXTS, language, found.definition.licence.name)
  if (found.failures.length === 0) return null
  return (
    <section class="alert bad" aria-labelledby="failures-title">
      <Icon name="triangle-alert" />
      <div>
        <h2 id="failures-title">{t('failuresTitle')}</h2>
        <ul>
          {found.failures.map((failure) => (
            <li key={`${failure.what} ${failure.at.toISOString()}`}>
              <b>{t(`failed_${failure.what}`)}</b> {failure.reason}{' '}
              <span class="num">({shortDateTime(failure.at, language)})</span>
            </li>
          ))}
        </ul>
        {found.actions.includes('retry_licence') && (
          <form method="post" action={`/o/cases/${found.id}/retry`}>
            <button class="btn sm sec" type="submit">
              <Icon name="refresh-cw" />
              {t('retry')}
            </button>
          </form>
        )}
      </div>
    </section>
  )
}

type Offered = Exclude<OfficerAction, 'extend' | 'retry_licence'>
/** In the order they stand on the screen; the last one offered is the main one. */
const OFFERED: { action: Offered; look: string; path: string }[] = [
  { action: 'return', look: 'bad', path: 'return' },
  { action: 'refuse', look: 'bad', path: 'decide/refuse' },
  { action: 'object', look: 'bad', path: 'decide/object' },
  { action: 'endorse', look: '', path: 'decide/endorse' },
  { action: 'approve', look: 'ok', path: 'decide/approve' },
]

type ActionsProps = { found: OfficerCase; officerId: string; language: Language }

function Actions({ found, officerId, language }: ActionsProps) {
  const t = speak(OFFICER_TEXTS, language)
  const offered = OFFERED.filter(({ action }) => found.actions.includes(action))
  const claims = found.actions.includes('claim')
  if (!claims && offered.length === 0)
    return <Waiting found={found} officerId={officerId} language={language} />
  return (
    <section class="acts" aria-label={t('decision')}>
      <div class={`acts-row acts-${offered.length + (claims ? 1 : 0)}`}>
        {offered.map(({ action, look, path }) => (
          <a key={action} class={`btn ${look}`} href={`/o/cases/${found.id}/${path}`}>
            {t(`do_${action}`)}
          </a>
        ))}
        {claims && (
          <form method="post" action={`/o/cases/${found.id}/claim`}>
            <button class="btn" type="submit">
              <Icon name="user-check" />
              {t('do_claim')}
            </button>
          </form>
        )}
      </div>
    </section>
  )
}

function Waiting({ found, officerId, language }: ActionsProps) {
  const t = speak(OFFICER_TEXTS, language)
  return (
    <section class="card sheet waiting" aria-label={t('decision')}>
      <Icon name="info" />
      <p>{waitingWords()}</p>
    </section>
  )

  function waitingWords(): string {
    if (found.status === 'returned') return t('waitsForApplicant')
    if (found.status === 'awaiting_fee') return t(found.pausedOn ? 'waitsForDifference' : 'waitsForFee')
    if (found.status === 'given_back') return t('endedUncorrected')
    if (found.status === 'lapsed') return t('endedUnpaid')
    if (found.status === 'awaiting_payment') return t('waitsForPayment')
    const other = found.officer && found.officer.id !== officerId && found.status === 'in_review'
    return other ? t('heldBy', { officer: found.officer?.name ?? '' }) : t('nothingToDo')
  }
}
