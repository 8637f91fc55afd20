/** A combobox (ARIA 1.2) over the server's list of subdistricts. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Address } from '../../../service/form.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { type FormHandle, idOf } from './form-handle.ts'

export type FoundAddress = Pick<Address, 'subdistrict' | 'district' | 'province' | 'postcode'>

const PAUSE_MS = 200
type Props = { path: string; form: FormHandle; again: boolean; onFound(found: FoundAddress): void }

export function AddressSearch({ path, form, again, onFound }: Props) {
  const t = speak(FORM_TEXTS, form.language)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const rows = useAddresses(text)
  const id = `${idOf(path)}-search`
  const open = rows !== undefined && text !== ''
  const take = (row: FoundAddress | undefined) => {
    if (!row) return
    onFound(row)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || !rows) return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) setChosen((chosen + move + rows.length) % Math.max(rows.length, 1))
    else if (event.key === 'Enter') take(rows[chosen])
    else if (event.key === 'Escape') setText('')
    else return
    event.preventDefault()
  }
  return (
    <div class="search js-only">
      <label class="label" for={id}>
        {t(again ? 'addressSearchAgain' : 'addressSearch')}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {t('addressSearchHint')}
      </p>
      <input
        class="input"
        id={id}
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        aria-activedescendant={open && rows?.length ? `${id}-${chosen}` : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <Found
        id={id}
        rows={open ? (rows ?? []) : []}
        chosen={chosen}
        part={text}
        onTake={take}
        label={t('addressFound')}
      />
      <p class={rows?.length === 0 ? 'hint' : 'sr'} role="status">
        {open && (rows?.length ? t('addressCount', { count: rows.length }) : t('addressNone'))}
      </p>
    </div>
  )
}

type FoundProps = {
  id: string
  label: string
  rows: FoundAddress[]
  chosen: number
  part: string
  onTake(row: FoundAddress): void
}

function Found({ id, label, rows, chosen, part, onTake }: FoundProps) {
  return (
    <div class="found" id={`${id}-list`} role="listbox" aria-label={label} hidden={rows.length === 0}>
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, as ARIA wants it
        <div
          key={Object.values(row).join()}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          onClick={() => onTake(row)}
        >
          <b>
            <Marked text={row.subdistrict} part={part} />
          </b>
          <span>
            {within(row)} <em class="num">{row.postcode}</em>
          </span>
        </div>
      ))}
    </div>
  )
}

const within = ({ district, province }: FoundAddress) =>
  province.startsWith('กรุงเทพ') ? `เขต${district} ${province}` : `อ.${district} จ.${province}`

function Marked({ text, part }: { text: string; part: string }) {
  const at = text.indexOf(part)
  if (at < 0 || part === '') return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark>{part}</mark>
      {text.slice(at + part.length)}
    </>
  )
}

/** Undefined while nothing was asked; the last text asked wins. */
function useAddresses(text: string): FoundAddress[] | undefined {
  const [rows, setRows] = useState<FoundAddress[]>()
  const asked = useRef('')
  useEffect(() => {
    const wanted = text.trim()
    asked.current = wanted
    if (wanted.length < 2) return setRows(undefined)
    const timer = setTimeout(async () => {
      const found = await lookUp(wanted)
      if (asked.current === wanted) setRows(found)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rows
}

/** Without a network the parts are typed by hand; that is no failure to speak of. */
async function lookUp(text: string): Promise<FoundAddress[]> {
  try {
    const response = await fetch(`/api/address?q=${encodeURIComponent(text)}`)
    return response.ok ? ((await response.json()) as FoundAddress[]) : []
  } catch {
    return []
  }
}
