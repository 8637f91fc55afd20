/** The steps and the documents of a service, in words. */
import type { Condition, Definition, Language } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import { speak } from '../texts/speak.ts'
import { th } from '../ui/th.tsx'
import { GUIDE_TEXTS } from './guide-texts.ts'

type Props = { definition: Definition; language: Language }
type Step = { title: string; body: string; within: string }

export function Steps({ definition, language }: Props) {
  return (
    <ol class="steps" aria-label={speak(GUIDE_TEXTS, language)('steps')}>
      {stepsOf({ definition, language }).map((step, index) => (
        <li key={step.title}>
          <span class="no num" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h3>{th(step.title)}</h3>
            <p>{th(step.body)}</p>
          </div>
          <span class="wh">{step.within}</span>
        </li>
      ))}
    </ol>
  )
}

/** As the guide tells them, else as the definition has them. */
function stepsOf(props: Props): Step[] {
  const { definition, language } = props
  const t = speak(GUIDE_TEXTS, language)
  const { steps } = definition.guide
  if (steps.length === 0) return stepsOfProcess(props)
  return steps.map(({ title, by, days }) => ({
    title: title[language],
    body: t('stepBy', { who: by[language] }),
    within: days === undefined ? '' : t(`within_${definition.clock.unit}`, { days }),
  }))
}

function stepsOfProcess({ definition, language }: Props): Step[] {
  const t = speak(GUIDE_TEXTS, language, definition.licence.name)
  const { review, clock, fees } = definition
  const within = (days: number, unit: 'calendar' | 'working') => t(`within_${unit}`, { days })
  const last = review.steps.length - 1
  const pay = {
    title: t('stepPay'),
    body: t('stepPayBody'),
    within: within(fees.payWithinDays, fees.payWithinUnit),
  }
  const payAt = (due: typeof fees.due) => (fees.items.length > 0 && fees.due === due ? [pay] : [])
  return [
    { title: t('stepApply'), body: t('stepApplyBody'), within: t('anyHour') },
    ...payAt('at_filing'),
    ...review.steps.map((step, index) => ({
      title: step.title[language],
      body: t(index === last ? 'stepOrderBody' : 'stepReviewBody'),
      within: index === last ? within(clock.days, clock.unit) : '',
    })),
    ...payAt('after_approval'),
    { title: t('stepReceive'), body: t('stepReceiveBody'), within: t('atOnce') },
  ]
}

export function Documents({ definition, language }: Props) {
  const t = speak(GUIDE_TEXTS, language)
  return (
    <table class="card docs">
      <caption class="sr">{t('documentList')}</caption>
      <tbody>
        {definition.form.documents.map((document) => (
          <tr key={document.id}>
            <th scope="row">
              {th(document.label[language])}
              {document.hint && <small>{th(document.hint[language])}</small>}
              {document.when && <small>{whenText(document.when, definition, language)}</small>}
            </th>
            <td>
              <span class={`tag ${document.optional ? 'mute' : ''}`}>
                {t(document.optional ? 'ifAny' : 'needed')}
              </span>
              {document.stateIssued && <span class="tag ok">{t('noCopy')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "เฉพาะนิติบุคคล" where a condition asks for one chosen answer; conditions of other shapes are only hinted at. */
function whenText(condition: Condition, definition: Definition, language: Language): string {
  const t = speak(GUIDE_TEXTS, language)
  if (!('field' in condition) || condition.eq === undefined) return t('someCases')
  const field = fieldsById(definition).get(condition.field)
  const options = field && 'options' in field ? field.options : []
  const chosen = options.find((option) => option.value === condition.eq)
  return chosen ? t('onlyWhen', { what: chosen.label[language] }) : t('someCases')
}
