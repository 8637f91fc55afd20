import type { ComponentChildren } from 'preact'
import type { Language, Question } from '../../../service/definition.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { LiveIcon } from '../live-icon.tsx'
import { th } from '../th.tsx'
import { idOf } from './form-handle.ts'

type Props = {
  field: Pick<Question, 'label' | 'hint' | 'optional'>
  path: string
  language: Language
  problem?: string
  children: ComponentChildren
  /** Several controls: a fieldset with a legend instead of a label. */
  group?: boolean
  /** A small remark beside the label. */
  aside?: string
}

/** Label, hint, control and what is wrong with it, always in this order. */
export function Frame({ group, ...props }: Props) {
  const { path, language, problem, children } = props
  const Box = group ? 'fieldset' : 'div'
  return (
    <Box class={problem ? 'field wrong' : 'field'}>
      {group ? (
        <legend class="label">
          <LabelText {...props} />
        </legend>
      ) : (
        <label class="label" for={idOf(path)}>
          <LabelText {...props} />
        </label>
      )}
      {props.field.hint && (
        <p class="hint" id={`${idOf(path)}-hint`}>
          {props.field.hint[language]}
        </p>
      )}
      {children}
      {problem && <ProblemText path={path} problem={problem} />}
    </Box>
  )
}

function LabelText({ field, language, aside }: Props) {
  return (
    <>
      {th(field.label[language])}
      {field.optional && !/\(ถ้ามี\)|\(if any\)/.test(field.label[language]) && (
        <small> {speak(FORM_TEXTS, language)('optional')}</small>
      )}
      {aside && <small> {aside}</small>}
    </>
  )
}

export function ProblemText({ path, problem }: { path: string; problem: string }) {
  return (
    <p class="problem" id={`${idOf(path)}-problem`}>
      <LiveIcon name="circle-alert" />
      <span>{problem}</span>
    </p>
  )
}
