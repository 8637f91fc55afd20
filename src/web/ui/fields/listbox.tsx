/** The list below a combobox (ARIA 1.2), and its keys. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

type ListProps<T> = {
  id: string
  label: string
  rows: T[]
  at: number
  keyOf(row: T): string
  onTake(row: T): void
  children(row: T): ComponentChildren
}

export function Listbox<T>({ id, label, rows, at, keyOf, onTake, children }: ListProps<T>) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.children[at]?.scrollIntoView({ block: 'nearest' }), [at, rows.length])
  return (
    <div
      class="found"
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      hidden={rows.length === 0}
      ref={box}
    >
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, as ARIA wants it
        <div
          key={keyOf(row)}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          // The box keeps the focus: losing it would close the list before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(row)}
        >
          {children(row)}
        </div>
      ))}
    </div>
  )
}

type Keys<T> = { open: boolean; rows: T[]; onTake(row: T): void; onClose(): void; onOpen?(): void }

/** Which row is marked, and what the arrows, Enter and Escape do. */
export function useListKeys<T>({ open, rows, onTake, onClose, onOpen }: Keys<T>) {
  const [at, setAt] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!open && !(move && onOpen)) return
    const row = rows[at]
    if (move && !open) onOpen?.()
    else if (move) setAt((at + move + rows.length) % Math.max(rows.length, 1))
    else if (event.key === 'Enter' && row !== undefined) onTake(row)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }
  return { at, setAt, onKeyDown }
}

/** The part of a text that was typed, marked. */
export function Marked({ text, part }: { text: string; part: string }) {
  const at = part === '' ? -1 : text.toLowerCase().indexOf(part.toLowerCase())
  if (at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + part.length)}</mark>
      {text.slice(at + part.length)}
    </>
  )
}
