/** What an officer fills in for a finding: checklist, conditions, opinion, or the reason for refusing. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { FORM_TEXTS } from './form-texts.ts'
import { type Finding, type Outcome, proposedConditions, type Seen, stepOf } from './forms.ts'
import { AppealText } from './licence-draft.tsx'

export type StageProps = {
  found: OfficerCase
  outcome: Outcome
  seen: Seen
  finding: Finding
  today: string
  language: Language
}

/** A ready opinion of the step, and the officer's own words. An opinion against says why. */
export function Opinion({ found, outcome, finding, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  const opinions = stepOf(found)?.opinions ?? []
  const against = outcome === 'object'
  return (
    <section class="card sheet">
      {opinions.length > 0 && (
        <label class="lab">
          {t('readyOpinion')}
          <select class="in" name="ready">
            <option value="">{t('noReadyOpinion')}</option>
            {opinions.map((opinion, index) => (
              <option key={opinion.th} value={index} selected={finding.ready === String(index)}>
                {opinion[language]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="lab" for="reason">
        {t(against ? 'objection' : 'opinion')} {!against && <small>{t('opinionHint')}</small>}
      </label>
      <textarea class="in" id="reason" name="reason" rows={3} maxLength={2000}>
        {finding.reason}
      </textarea>
    </section>
  )
}

export function Checklist({ found, finding, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  const step = found.definition.review.steps[found.step]
  if (!step || step.checklist.length === 0) return null
  return (
    <fieldset id="checklist" class="card sheet checklist">
      <legend>
        {t('checklist')} <small>{step.title[language]}</small>
      </legend>
      <p class="hint">{t('checklistHint')}</p>
      {step.checklist.map((item) => (
        <label key={item.id} class="check">
          <input type="checkbox" name="check" value={item.id} checked={finding.checklist.includes(item.id)} />
          {item.text[language]}
        </label>
      ))}
    </fieldset>
  )
}

export function ConditionInputs({ found, finding, language }: StageProps) {
  const t = speak(FORM_TEXTS, language, found.definition.licence.name)
  const proposed = proposedConditions(found)
  const by = found.decisions.find((decision) => decision.conditions.length > 0)?.officer ?? ''
  return (
    <section class="card sheet">
      <h3>{t('conditions')}</h3>
      {proposed.length > 0 && (
        <fieldset class="checklist">
          <legend>{t('proposedBy', { officer: by })}</legend>
          {proposed.map((condition) => (
            <label key={condition} class="check" lang="th">
              <input
                type="checkbox"
                name="kept"
                value={condition}
                checked={finding.kept.includes(condition)}
              />
              {condition}
            </label>
          ))}
        </fieldset>
      )}
      <label class="lab" for="conditions">
        {proposed.length > 0 ? t('moreConditions') : <span class="sr">{t('conditions')}</span>}
        <small>{t('conditionsHint')}</small>
      </label>
      <textarea class="in" id="conditions" name="conditions" rows={3} maxLength={4000}>
        {finding.conditions}
      </textarea>
    </section>
  )
}

export function RefusalReason({ found, finding, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  return (
    <>
      <section class="card sheet">
        <label class="lab" for="reason">
          {t('refusalReason')}
        </label>
        <p class="hint" id="reason-hint">
          {t('refusalReasonHint')}
        </p>
        <textarea
          class="in"
          id="reason"
          name="reason"
          rows={6}
          maxLength={4000}
          required
          aria-describedby="reason-hint"
        >
          {finding.reason}
        </textarea>
      </section>
      <AppealText definition={found.definition} language={language} />
    </>
  )
}
