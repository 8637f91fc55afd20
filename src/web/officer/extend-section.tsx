/** Prolonging the time for the decision: folded away, because it is the exception. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { Extension } from '../../service/clock.ts'
import { longDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { EXTEND_TEXTS } from './extend-texts.ts'

/** What was typed, where it could not be taken. */
export type Extending = { reason: string; wrong: 'reason' | 'changed' }

type Props = { found: OfficerCase; extending?: Extending; language: Language }

export function ExtendSection({ found, extending, language }: Props) {
  if (!found.extension || !found.actions.includes('extend')) return null
  const t = speak(EXTEND_TEXTS, language)
  const wrong = extending?.wrong
  return (
    <details class="card sheet extend" id="extend" open={extending !== undefined}>
      <summary>
        <Icon name="calendar-clock" />
        {t('title')}
      </summary>
      <form method="post" action={`/o/cases/${found.id}/extend`}>
        <input type="hidden" name="version" value={found.version} />
        <p>{th(ruleWords(found, found.extension, language))}</p>
        <label class="lab" for="extend-reason">
          {t('reason')} <small>{t('reasonHint')}</small>
        </label>
        {wrong && (
          <p class="wrong" id="extend-wrong" role="alert">
            <Icon name="circle-alert" />
            {t(`wrong_${wrong}`)}
          </p>
        )}
        <textarea
          class="in"
          id="extend-reason"
          name="reason"
          rows={3}
          maxLength={500}
          required
          aria-invalid={wrong === 'reason'}
          aria-describedby={wrong && 'extend-wrong'}
        >
          {extending?.reason}
        </textarea>
        <p class="hint">{t('told')}</p>
        <button class="btn sec" type="submit">
          {t('send')}
        </button>
      </form>
    </details>
  )
}

function ruleWords({ definition }: OfficerCase, extension: Extension, language: Language): string {
  const t = speak(EXTEND_TEXTS, language)
  const { number, times, days, dueOn } = extension
  return t('rule', { number, times, days, unit: t(definition.clock.unit), date: longDate(dueOn, language) })
}
