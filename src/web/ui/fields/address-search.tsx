/** A combobox (ARIA 1.2) over the server's list of subdistricts. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Address } from '../../../service/form.ts'
import { ADDRESS_TEXTS } from '../../texts/address.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { type FormHandle, idOf } from './form-handle.ts'
import { Listbox, Marked, useListKeys } from './listbox.tsx'

export type FoundAddress = Pick<Address, 'subdistrict' | 'district' | 'province' | 'postcode'>

const PAUSE_MS = 200
type Props = { path: string; form: FormHandle; again: boolean; onFound(found: FoundAddress): void }

export function AddressSearch({ path, form, again, onFound }: Props) {
  const t = speak(ADDRESS_TEXTS, form.language)
  const [text, setText] = useState('')
  const found = useAddresses(text)
  const id = `${idOf(path)}-search`
  const open = found !== undefined && text !== ''
  const rows = (open && found) || []
  const onTake = (row: FoundAddress) => {
    onFound(row)
    setText('')
  }
  const { at, setAt, onKeyDown } = useListKeys({ open, rows, onTake, onClose: () => setText('') })
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
        aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <Listbox
        {...{ id, rows, at, onTake }}
        label={t('addressFound')}
        keyOf={(row) => Object.values(row).join()}
      >
        {(row) => <Row row={row} part={text} />}
      </Listbox>
      <p class={found?.length === 0 ? 'hint' : 'sr'} role="status">
        {open &&
          (rows.length > 0
            ? speak(FORM_TEXTS, form.language)('foundCount', { count: rows.length })
            : t('addressNone'))}
      </p>
    </div>
  )
}

function Row({ row, part }: { row: FoundAddress; part: string }) {
  return (
    <>
      <b>
        <Marked text={row.subdistrict} part={part} />
      </b>
      <span>
        {within(row)} <em class="num">{row.postcode}</em>
      </span>
    </>
  )
}

const within = ({ district, province }: FoundAddress) =>
  province.startsWith('กรุงเทพ') ? `เขต${district} ${province}` : `อ.${district} จ.${province}`

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
