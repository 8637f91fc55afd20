/** A long list, found by typing: a combobox in a living page, a plain select without script. */
import { useEffect, useState } from 'preact/hooks'
import type { Language, Option, PlainField } from '../../../service/definition.ts'
import { CHOOSING_TEXTS } from '../../texts/choosing.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { SelectControl } from './choice-control.tsx'
import type { Controls, PlainProps } from './controls.ts'
import { idOf, marks } from './form-handle.ts'
import { Frame } from './frame.tsx'
import { Listbox, Marked, useListKeys } from './listbox.tsx'

type LookupField = Extract<PlainField, { type: 'lookup' }>

/** More rows are no help to anybody, and slow on a phone. */
const MOST_ROWS = 50

function LookupControl(props: PlainProps<LookupField>) {
  const [alive, setAlive] = useState(false)
  // The first drawing must be what the server sent.
  useEffect(() => setAlive(true), [])
  return alive ? <Combobox {...props} /> : <SelectControl {...props} />
}

function Combobox({ field, path, value, onChange, form }: PlainProps<LookupField>) {
  const { language } = form
  const t = speak(FORM_TEXTS, language)
  const problem = form.problemAt(path)
  const chosen = field.options.find((option) => option.value === value)
  /** Undefined: nothing is being typed, the box shows what was chosen. */
  const [typed, setTyped] = useState<string>()
  const [open, setOpen] = useState(false)
  const found = matching(field.options, typed ?? '')
  const rows = open ? found.slice(0, MOST_ROWS) : []
  const id = idOf(path)
  const close = () => {
    setOpen(false)
    setTyped(undefined)
  }
  const onTake = (option: Option) => {
    onChange(option.value)
    close()
  }
  const onOpen = () => setOpen(true)
  const { at, setAt, onKeyDown } = useListKeys({ open, rows, onTake, onClose: close, onOpen })
  const onInput = (event: { currentTarget: HTMLInputElement }) => {
    setTyped(event.currentTarget.value)
    setOpen(true)
    setAt(0)
    if (event.currentTarget.value === '') onChange('')
  }
  /** A name typed in full counts as chosen; anything else gives way to what was chosen before. */
  const onBlur = () => {
    const exact = field.options.find((option) => typed && sameName(option, typed))
    if (exact) onChange(exact.value)
    close()
    form.leave(path)
  }
  const hinted = { ...field, hint: field.hint ?? CHOOSING_TEXTS.lookupHint }
  return (
    <Frame field={hinted} path={path} language={language} problem={problem}>
      <input type="hidden" name={path} value={chosen?.value ?? ''} />
      <input
        class="input select"
        id={id}
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
        {...marks(path, hinted.hint, problem)}
        placeholder={t('choose')}
        value={typed ?? chosen?.label[language] ?? ''}
        {...{ onInput, onKeyDown, onBlur }}
        onClick={onOpen}
      />
      <Listbox {...{ id, rows, at, onTake }} label={field.label[language]} keyOf={(option) => option.value}>
        {(option) => <Marked text={option.label[language]} part={(typed ?? '').trim()} />}
      </Listbox>
      <p class={open && typed && found.length === 0 ? 'hint' : 'sr'} role="status">
        {open &&
          typed &&
          (found.length > 0
            ? t('foundCount', { count: found.length })
            : speak(CHOOSING_TEXTS, language)('lookupNone'))}
      </p>
    </Frame>
  )
}

/** Spaces and case make no difference; names that begin with the text come first. */
export function matching(options: Option[], text: string): Option[] {
  const wanted = plain(text)
  if (wanted === '') return options
  const at = (option: Option) =>
    (['th', 'en'] satisfies Language[])
      .map((language) => plain(option.label[language]).indexOf(wanted))
      .filter((place) => place >= 0)
  return options
    .filter((option) => at(option).length > 0)
    .sort((a, b) => Number(!at(a).includes(0)) - Number(!at(b).includes(0)))
}

const plain = (text: string) => text.replace(/\s/g, '').toLowerCase()
const sameName = ({ label }: Option, text: string) =>
  [label.th, label.en].some((name) => plain(name) === plain(text))

export const CONTROLS = { lookup: LookupControl } satisfies Partial<Controls>
