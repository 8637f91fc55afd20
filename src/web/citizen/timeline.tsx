import type { CaseView, TimelineStep } from '../../actions/view-case.ts'
import { shortDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'

const CURRENT_ICONS: Record<TimelineStep['id'], IconName> = {
  submitted: 'clock',
  in_review: 'search',
  returned: 'pencil',
  decided: 'search',
  paid: 'qr-code',
  issued: 'refresh-cw',
}

/** What has happened, what happens now, what is still to come. */
export function Timeline({ found, language }: { found: CaseView; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language)
  return (
    <section class="card timeline">
      <h2>{t('progress')}</h2>
      <ol>
        {found.timeline.map((step) => (
          <li key={step.id} class={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            <span class="dot">
              {step.state === 'done' && <Icon name="check" />}
              {step.state === 'current' && <Icon name={CURRENT_ICONS[step.id]} />}
            </span>
            <div>
              <h3>{th(t(`step_${step.id}`))}</h3>
              {step.when && <p>{shortDateTime(step.when, language)}</p>}
              <StepNote step={step} found={found} language={language} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function StepNote({ step, found, language }: { step: TimelineStep; found: CaseView; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language)
  const receipt = found.documents.find((document) => document.kind === 'receipt')
  if (step.id === 'returned' && step.state === 'current') return <p class="note">{t('clockPaused')}</p>
  if (step.id === 'decided' && step.state !== 'done' && found.dueOn) {
    return <p>{t('expectedBy', { when: shortDate(found.dueOn, language) })}</p>
  }
  if (step.id === 'paid' && receipt) {
    return (
      <a class="inline" href={`/documents/${receipt.id}`} target="_blank" rel="noopener">
        <Icon name="receipt-text" /> {t('document_receipt')}
      </a>
    )
  }
  return null
}
