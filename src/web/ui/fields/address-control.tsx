/** A Thai address: the small parts are typed, the large ones looked up, or typed where they are not found. */
import { useState } from 'preact/hooks'
import type { PlainField } from '../../../service/definition.ts'
import { type Address, addressOf } from '../../../service/form.ts'
import { ADDRESS_TEXTS, type AddressTextKey } from '../../texts/address.ts'
import { speak } from '../../texts/speak.ts'
import { AddressSearch, type FoundAddress } from './address-search.tsx'
import type { Controls, PlainProps } from './controls.ts'
import { describedBy, type FormHandle, idOf } from './form-handle.ts'
import { Frame } from './frame.tsx'

type AddressField = Extract<PlainField, { type: 'address' }>
type Part = keyof Address & AddressTextKey

const SMALL: Part[] = ['houseNo', 'moo', 'soi', 'road']
const LARGE: Part[] = ['subdistrict', 'district', 'province', 'postcode']

function AddressControl({ field, path, value, onChange, form }: PlainProps<AddressField>) {
  const t = speak(ADDRESS_TEXTS, form.language)
  const problem = form.problemAt(path)
  const address = addressOf(value)
  const filled = LARGE.some((part) => address[part] !== '')
  const [byHand, setByHand] = useState(filled || Boolean(problem))
  const take = (found: FoundAddress) => {
    onChange((current) => ({ ...addressOf(current), ...found }))
    setByHand(true)
  }
  const part = (name: Part) => (
    <PartInput
      key={name}
      {...{ name, path, form }}
      value={address[name]}
      wrong={Boolean(problem) && isMissing(name, address)}
      onChange={(text) => onChange((current) => ({ ...addressOf(current), [name]: text }))}
    />
  )
  return (
    <Frame field={field} path={path} language={form.language} problem={problem} group>
      <div class="parts">{SMALL.map(part)}</div>
      <AddressSearch path={path} form={form} again={filled} onFound={take} />
      <details
        class={filled ? 'by-hand filled' : 'by-hand'}
        open={byHand}
        onToggle={(event) => setByHand(event.currentTarget.open)}
      >
        <summary>{filled ? t('addressParts') : t('addressByHand')}</summary>
        <div class="parts">{LARGE.map(part)}</div>
      </details>
    </Frame>
  )
}

export const CONTROLS = { address: AddressControl } satisfies Partial<Controls>

const isMissing = (name: Part, address: Address) =>
  !['moo', 'soi', 'road'].includes(name) && address[name] === ''

type PartProps = {
  name: Part
  path: string
  value: string
  wrong: boolean
  form: FormHandle
  onChange(text: string): void
}

function PartInput({ name, path, value, wrong, form, onChange }: PartProps) {
  const t = speak(ADDRESS_TEXTS, form.language)
  const id = name === 'houseNo' ? idOf(path) : `${idOf(path)}-${name}`
  return (
    <div class={`part ${name}`}>
      <label for={id}>{t(name)}</label>
      <input
        class="input"
        id={id}
        name={`${path}.${name}`}
        value={value}
        autocomplete="off"
        inputMode={name === 'postcode' ? 'numeric' : undefined}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy(path, { hint: false, problem: wrong })}
        onInput={(event) => onChange(event.currentTarget.value)}
        onBlur={() => form.leave(path)}
      />
    </div>
  )
}
