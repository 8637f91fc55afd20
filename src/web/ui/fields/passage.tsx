/** What stands between the questions. */
import type { Passage } from '../../../service/definition.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { LiveIcon } from '../live-icon.tsx'
import { th } from '../th.tsx'
import type { WholeProps } from './controls.ts'

type Of<T extends Passage['type']> = WholeProps<Extract<Passage, { type: T }>>

export function Heading({ field, form }: Of<'heading'>) {
  return <h2 class="section">{th(field.label[form.language])}</h2>
}

export function Note({ field, form }: Of<'note'>) {
  const warning = field.tone === 'warning'
  return (
    <div class={warning ? 'notice warn aside' : 'notice info aside'} role="note">
      <LiveIcon name={warning ? 'triangle-alert' : 'info'} />
      <p>
        {warning && <b class="sr">{speak(FORM_TEXTS, form.language)('warning')} </b>}
        {th(field.label[form.language])}
      </p>
    </div>
  )
}
