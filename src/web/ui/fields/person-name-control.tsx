/** Title, first and last name: the usual titles are one tap, any other is typed. */
import { useState } from 'preact/hooks'
import type { PlainField } from '../../../service/definition.ts'
import { type PersonName, personNameOf } from '../../../service/form.ts'
import { NAME_TEXTS } from '../../texts/person-name.ts'
import { speak } from '../../texts/speak.ts'
import type { Controls, PlainProps } from './controls.ts'
import { describedBy, idOf } from './form-handle.ts'
import { Frame } from './frame.tsx'

type NameField = Extract<PlainField, { type: 'person_name' }>

/** Thai titles stand on Thai documents, whatever language the page is read in. */
const TITLES = ['นาย', 'นาง', 'นางสาว']

function PersonNameControl(props: PlainProps<NameField>) {
  const { field, path, value, onChange, form } = props
  const t = speak(NAME_TEXTS, form.language)
  const problem = form.problemAt(path)
  const name = personNameOf(value)
  const set = (part: keyof PersonName) => (text: string) =>
    onChange((current) => ({ ...personNameOf(current), [part]: text }))
  const box = (part: 'first' | 'last', label: string, autocomplete: string) => (
    <div class="part">
      <label for={`${idOf(path)}-${part}`}>{label}</label>
      <input
        class="input"
        id={`${idOf(path)}-${part}`}
        name={`${path}.${part}`}
        value={name[part]}
        autocomplete={autocomplete}
        aria-invalid={problem && !name[part] ? true : undefined}
        aria-describedby={describedBy(path, { hint: Boolean(field.hint), problem: Boolean(problem) })}
        onInput={(event) => set(part)(event.currentTarget.value)}
        onBlur={() => form.leave(path)}
      />
    </div>
  )
  return (
    <Frame field={field} path={path} language={form.language} problem={problem} group>
      <TitleChoice {...props} title={name.title} onTitle={set('title')} />
      <div class="parts">
        {box('first', t('firstName'), 'given-name')}
        {box('last', t('lastName'), 'family-name')}
      </div>
    </Frame>
  )
}

type TitleProps = PlainProps<NameField> & { title: string; onTitle(title: string): void }

function TitleChoice({ path, form, title, onTitle }: TitleProps) {
  const t = speak(NAME_TEXTS, form.language)
  const [other, setOther] = useState(title !== '' && !TITLES.includes(title))
  const wrong = Boolean(form.problemAt(path)) && title === ''
  const chip = (value: string, label: string, checked: boolean, index: number) => (
    <label key={value} class="option" lang={value ? 'th' : undefined}>
      <input
        type="radio"
        id={index === 0 ? idOf(path) : undefined}
        name={`${path}.title`}
        value={value}
        checked={checked}
        class={value ? undefined : 'other'}
        onChange={() => {
          setOther(value === '')
          onTitle(value)
        }}
      />
      {label}
    </label>
  )
  return (
    <div class="title" role="radiogroup" aria-label={t('nameTitle')} aria-invalid={wrong || undefined}>
      <p class="part-label" aria-hidden="true">
        {t('nameTitle')}
      </p>
      <div class="chips">
        {TITLES.map((each, index) => chip(each, each, !other && title === each, index))}
        {chip('', t('otherTitle'), other, -1)}
      </div>
      <input
        class="input other-title"
        name={`${path}.title`}
        value={other ? title : ''}
        aria-label={t('otherTitleLabel')}
        placeholder={t('otherTitleExample')}
        autocomplete="honorific-prefix"
        onInput={(event) => onTitle(event.currentTarget.value)}
        onBlur={() => form.leave(path)}
      />
    </div>
  )
}

export const CONTROLS = { person_name: PersonNameControl } satisfies Partial<Controls>
