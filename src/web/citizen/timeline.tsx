import type { CaseView, TimelineStep } from '../../actions/view-case.ts'
import { bangkokDay, longDate, shortDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'

type Step = TimelineStep & { id: Exclude<TimelineStep['id'], 'returned'> }

const CURRENT_ICONS: Record<Step['id'], IconName> = {
  submitted: 'clock',
  in_review: 'search',
  decided: 'search',
  paid: 'qr-code',
  issued: 'refresh-cw',
}

/** What has happened, what happens now, what is still to come. */
export function Timeline({ found, language }: { found: CaseView; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language, found.definition.licence.name)
  const returned = found.status === 'returned'
  return (
    <section class="card timeline">
      <h2>{t('progress')}</h2>
      <ol>
        {shownSteps(found.timeline).map((step) => (
          <li key={step.id} class={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            <span class={returned ? 'dot warn' : 'dot'}>
              {step.state === 'done' && <Icon name="check" />}
              {step.state === 'current' && <Icon name={returned ? 'pencil' : CURRENT_ICONS[step.id]} />}
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

/** A correction is part of the review: while it lasts, the review is what goes on. */
function shownSteps(steps: TimelineStep[]): Step[] {
  const correcting = steps.some((step) => step.id === 'returned' && step.state === 'current')
  return steps.flatMap((step) => {
    if (step.id === 'returned') return []
    const current = correcting && step.id === 'in_review'
    return [{ ...step, id: step.id, state: current ? 'current' : step.state }]
  })
}

type NoteProps = { step: Step; found: CaseView; language: Language }

function StepNote({ step, found, language }: NoteProps) {
  const t = speak(CITIZEN_TEXTS, language, found.definition.licence.name)
  const receipt = found.documents.find((document) => document.kind === 'receipt')
  if (step.id === 'in_review') return <CorrectionNote found={found} language={language} />
  if (step.id === 'decided' && step.state !== 'done' && found.dueOn) {
    return <ExpectedBy dueOn={found.dueOn} extension={found.extension} language={language} />
  }
  if (step.id === 'paid' && step.state === 'current' && found.invoice) {
    return <p>{t('within', { when: longDate(found.invoice.payBy, language) })}</p>
  }
  if (step.id === 'paid' && receipt) {
    return (
      <a
        class="inline"
        href={`/documents/${receipt.id}/pdf`}
        data-document={receipt.id}
        target="_blank"
        rel="noopener"
      >
        <Icon name="receipt-text" /> {t('document_receipt')}
      </a>
    )
  }
  return null
}

type ExpectedProps = { dueOn: string; extension: CaseView['extension']; language: Language }

function ExpectedBy({ dueOn, extension, language }: ExpectedProps) {
  const t = speak(CITIZEN_TEXTS, language)
  return (
    <>
      <p>{t('expectedBy', { when: shortDate(dueOn, language) })}</p>
      {extension && <p class="note">{t('extendedBecause', { reason: extension.reason })}</p>}
    </>
  )
}

function CorrectionNote({ found, language }: { found: CaseView; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language)
  const corrected = found.timeline.find((step) => step.id === 'returned')?.when
  if (found.status === 'returned' && found.correction) {
    return (
      <>
        <p>{t('returnedOn', { when: shortDate(bangkokDay(found.correction.returnedAt), language) })}</p>
        <p class="note">{t('clockPaused')}</p>
      </>
    )
  }
  return corrected ? <p>{t('correctedOn', { when: shortDate(bangkokDay(corrected), language) })}</p> : null
}
