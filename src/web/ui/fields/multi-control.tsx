/** Several of a list; the exclusive one, such as "none", stands alone. */
import type { Option, PlainField } from '../../../service/definition.ts'
import { chosenOf } from '../../../service/form.ts'
import { CHOOSING_TEXTS } from '../../texts/choosing.ts'
import { speak } from '../../texts/speak.ts'
import { LiveIcon } from '../live-icon.tsx'
import type { Controls, PlainProps } from './controls.ts'
import { describedBy, idOf } from './form-handle.ts'
import { Frame } from './frame.tsx'

type MultiField = Extract<PlainField, { type: 'multi' }>

function MultiControl({ field, path, value, onChange, form }: PlainProps<MultiField>) {
  const t = speak(CHOOSING_TEXTS, form.language)
  const problem = form.problemAt(path)
  const chosen = chosenOf(value)
  const toggle = (option: string) => onChange((current) => toggled(field, chosenOf(current), option))
  const box = (option: Option, index: number) => (
    <label key={option.value} class="option check">
      <input
        type="checkbox"
        id={index === 0 ? idOf(path) : undefined}
        name={path}
        value={option.value}
        checked={chosen.includes(option.value)}
        aria-describedby={describedBy(path, { hint: Boolean(field.hint), problem: Boolean(problem) })}
        onChange={() => toggle(option.value)}
      />
      <LiveIcon name="check" />
      {option.label[form.language]}
    </label>
  )
  const alone = field.options.find((option) => option.value === field.exclusive)
  const others = field.options.filter((option) => option !== alone)
  const aside = field.max ? t('upTo', { max: field.max }) : t('severalAllowed')
  return (
    <Frame field={field} path={path} language={form.language} problem={problem} aside={aside} group>
      <div class="options">
        {others.map(box)}
        {alone && (
          <>
            <p class="or">{t('or')}</p>
            {box(alone, others.length)}
          </>
        )}
      </div>
    </Frame>
  )
}

/** In the order of the list, whatever the order of the taps. */
export function toggled(field: MultiField, chosen: string[], option: string): string[] {
  if (chosen.includes(option)) return chosen.filter((each) => each !== option)
  if (option === field.exclusive) return [option]
  const wanted = [...chosen.filter((each) => each !== field.exclusive), option]
  return field.options.map((each) => each.value).filter((each) => wanted.includes(each))
}

export const CONTROLS = { multi: MultiControl } satisfies Partial<Controls>
