/** A text to read and to agree to. The answer is its version, so that a new text asks anew. */
import type { PlainField } from '../../../service/definition.ts'
import { AGREEING_TEXTS } from '../../texts/agreeing.ts'
import { speak } from '../../texts/speak.ts'
import { LiveIcon } from '../live-icon.tsx'
import { th } from '../th.tsx'
import type { Controls, PlainProps } from './controls.ts'
import { idOf, marks } from './form-handle.ts'
import { Frame } from './frame.tsx'

type ConsentField = Extract<PlainField, { type: 'consent' }>

function ConsentControl({ field, path, value, onChange, form }: PlainProps<ConsentField>) {
  const { language } = form
  const problem = form.problemAt(path)
  return (
    <div class="card document consent">
      <Frame field={field} path={path} language={language} problem={problem} group>
        {/* A long text scrolls, and must be reached by the keyboard. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box without it cannot be scrolled by keys */}
        <section class="scroll" tabIndex={0} aria-label={field.label[language]}>
          {field.text[language].split('\n').map((line, index) => (
            <p key={index}>{th(line)}</p>
          ))}
        </section>
        <label class="tick">
          <input
            type="checkbox"
            id={idOf(path)}
            name={path}
            value={field.version}
            checked={value === field.version}
            {...marks(path, field.hint, problem)}
            onChange={(event) => onChange(event.currentTarget.checked ? field.version : '')}
          />
          <span class="box">
            <LiveIcon name="check" />
          </span>
          {speak(AGREEING_TEXTS, language)('agree')}
        </label>
      </Frame>
    </div>
  )
}

export const CONTROLS = { consent: ConsentControl } satisfies Partial<Controls>
