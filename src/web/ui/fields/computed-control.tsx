/** The fee so far, or what follows from the answers; it changes while they are typed. */
import banknote from 'lucide-static/icons/banknote.svg?raw'
import calculator from 'lucide-static/icons/calculator.svg?raw'
import type { Passage } from '../../../service/definition.ts'
import { computedValues } from '../../../service/display.ts'
import { feeLines, feeTotal } from '../../../service/fee.ts'
import { formPages, liveAnswers } from '../../../service/form.ts'
import { formatBaht } from '../../../service/thai.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { Drawing } from '../drawing.tsx'
import { th } from '../th.tsx'
import type { Controls, WholeProps } from './controls.ts'
import type { FormHandle } from './form-handle.ts'

type ComputedField = Extract<Passage, { type: 'computed' }>

function ComputedControl({ field, form }: WholeProps<ComputedField>) {
  const isFee = field.value === 'fee'
  const lines = isFee ? linesOf(form) : []
  return (
    <div class={isFee ? 'card computed fee' : 'card computed'}>
      <Drawing svg={isFee ? banknote : calculator} />
      <div>
        <p>{th(field.label[form.language])}</p>
        <output class="num">{isFee ? sumOf(form) : shownValue(form, field.value)}</output>
        {lines.length > 1 && (
          <ul>
            {lines.map(({ id, label, satang }) => (
              <li key={id}>
                {th(label[form.language])} <span class="num">{formatBaht(satang)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

const linesOf = ({ live, answers }: FormHandle) =>
  live ? feeLines(live.fees, liveAnswers(formPages(live), answers()), live.on) : []

function sumOf(form: FormHandle): string {
  const t = speak(FORM_TEXTS, form.language)
  return t('bahtAmount', { amount: formatBaht(feeTotal(linesOf(form))) })
}

const shownValue = ({ live, answers }: FormHandle, id: string): string =>
  (live && computedValues(live, answers())[id]?.trim()) || '–'

export const CONTROLS = { computed: ComputedControl } satisfies Partial<Controls>
