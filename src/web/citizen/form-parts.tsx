/** The pieces around a form's fields. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../service/definition.ts'
import type { SaveState } from '../client/autosave.ts'
import { FORM_TEXTS } from '../texts/form.ts'
import { speak } from '../texts/speak.ts'
import { ErrorSummary, type SummaryItem } from '../ui/error-summary.tsx'
import { LiveIcon, type LiveIconName } from '../ui/live-icon.tsx'

type TopProps = { position?: { step: number; of: number }; language: Language; saveState: SaveState }

/** How far the form is, and whether what was typed is safe. */
export function FormTop({ position, language, saveState }: TopProps) {
  const t = speak(FORM_TEXTS, language)
  return (
    <div class="form-top">
      <div class="line">
        {position ? (
          <span>
            <b>
              {t('step')} {position.step}
            </b>{' '}
            {t('stepOf', { of: position.of })}
          </span>
        ) : (
          <span />
        )}
        <Saved state={saveState} language={language} />
      </div>
      {position && <Bars position={position} label={t('progress')} />}
    </div>
  )
}

export function Bars({
  position: { step, of },
  label,
}: {
  position: { step: number; of: number }
  label: string
}) {
  return (
    <div
      class="bars"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={step}
    >
      {Array.from({ length: of }, (_, index) => (
        <i key={index} class={index + 1 < step ? 'past' : index + 1 === step ? 'now' : undefined} />
      ))}
    </div>
  )
}

const SAVE_ICONS: Record<SaveState['kind'], LiveIconName> = {
  idle: 'cloud',
  saving: 'cloud',
  saved: 'cloud-check',
  failed: 'cloud-off',
}

function Saved({ state, language }: { state: SaveState; language: Language }) {
  const t = speak(FORM_TEXTS, language)
  const words = {
    idle: '',
    saving: t('saving'),
    saved: t('saved', { time: state.kind === 'saved' ? state.at : '' }),
    failed: t('notSaved'),
  }[state.kind]
  return (
    <span class={`saved ${state.kind}`} role="status">
      {words && (
        <>
          <LiveIcon name={SAVE_ICONS[state.kind]} /> {words}
        </>
      )}
    </span>
  )
}

type ProblemListProps = { items: SummaryItem[]; attempt: number; language: Language }

export function ProblemList({ items, attempt, language }: ProblemListProps) {
  if (items.length === 0) return null
  const title = speak(FORM_TEXTS, language)('problems', { count: items.length })
  return <ErrorSummary title={title} items={items} attempt={attempt} />
}

type ActionProps = {
  language: Language
  backHref: string
  leadsTo: 'next' | 'saveAndReturn' | 'send'
  /** Files on their way: the page is not left meanwhile. */
  sending: number
}

export function FormActions({ language, backHref, leadsTo, sending }: ActionProps) {
  const t = speak(FORM_TEXTS, language)
  return (
    <>
      <a class="btn sec" href={backHref}>
        {t('back')}
      </a>
      <button class="btn" type="submit" disabled={sending > 0}>
        {sending > 0 ? t('waitForUploads') : t(leadsTo)}
      </button>
    </>
  )
}

type ReasonProps = { reason?: string; label: string; children: ComponentChildren }

/** A field an officer sent back, with the reason beside it. */
export function Reason({ reason, label, children }: ReasonProps) {
  if (!reason) return <>{children}</>
  return (
    <section class="returned-item">
      <p class="reason">
        <LiveIcon name="message-circle" />
        <span>
          <b>{label}</b> {reason}
        </span>
      </p>
      {children}
    </section>
  )
}

/** Enter presses a form's first button, which must not be one that removes a row. */
export function DefaultButton({ label }: { label: string }) {
  return (
    <button type="submit" class="sr" tabIndex={-1} aria-hidden="true">
      {label}
    </button>
  )
}
