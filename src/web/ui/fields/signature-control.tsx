/** The full name, typed on a line as a signature is written on one. */
import penLine from 'lucide-static/icons/pen-line.svg?raw'
import type { PlainField } from '../../../service/definition.ts'
import { AGREEING_TEXTS } from '../../texts/agreeing.ts'
import { speak } from '../../texts/speak.ts'
import { Drawing } from '../drawing.tsx'
import type { Controls, PlainProps } from './controls.ts'
import { idOf, marks } from './form-handle.ts'
import { Frame } from './frame.tsx'

type SignatureField = Extract<PlainField, { type: 'signature' }>

function SignatureControl({ field, path, value, onChange, form }: PlainProps<SignatureField>) {
  const problem = form.problemAt(path)
  const text = typeof value === 'string' ? value : ''
  const hinted = { ...field, hint: field.hint ?? AGREEING_TEXTS.signatureHint }
  return (
    <Frame field={hinted} path={path} language={form.language} problem={problem}>
      <div class={problem ? 'signature wrong' : 'signature'}>
        <div>
          <Drawing svg={penLine} />
          <input
            id={idOf(path)}
            name={path}
            value={text}
            autocomplete="name"
            spellcheck={false}
            {...marks(path, hinted.hint, problem)}
            onInput={(event) => onChange(event.currentTarget.value)}
            onBlur={() => form.leave(path)}
          />
        </div>
        <p aria-hidden="true">
          {text.trim() ? `( ${text.trim()} )` : speak(AGREEING_TEXTS, form.language)('signHere')}
        </p>
      </div>
    </Frame>
  )
}

export const CONTROLS = { signature: SignatureControl } satisfies Partial<Controls>
