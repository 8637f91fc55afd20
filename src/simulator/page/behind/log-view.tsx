import { useEffect, useRef, useState } from 'preact/hooks'
import type { LogEntry } from '../../api.ts'
import { exactTime } from '../live/moments.ts'
import { useWords } from '../words.tsx'
import { Json } from './json.tsx'
import { summarise } from './summarise.ts'

/** Webhooks and calls in the order they happened, and below them the body of the selected one. */
export function LogView({ log }: { log: LogEntry[] }) {
  const words = useWords()
  const [selectedSeq, setSelectedSeq] = useState<number>()
  const selected = log.find(({ seq }) => seq === selectedSeq) ?? log.at(-1)
  const list = useNewestInView(log.at(-1)?.seq)
  return (
    <>
      {log.length === 0 && <p class="quiet">{words('emptyLog')}</p>}
      <ol class="log" aria-label={words('log')} ref={list}>
        {log.map((entry) => (
          <LogRow
            key={entry.seq}
            entry={entry}
            isSelected={entry.seq === selected?.seq}
            onSelect={() => setSelectedSeq(entry.seq)}
          />
        ))}
      </ol>
      {selected && <Json value={selected.body} label={words('entryBody')} />}
    </>
  )
}

type LogRowProps = { entry: LogEntry; isSelected: boolean; onSelect: () => void }

export function LogRow({ entry, isSelected, onSelect }: LogRowProps) {
  const words = useWords()
  const { badge, heading, detail } = summarise(entry)
  return (
    <li data-testid={`log-${entry.seq}`} data-kind={entry.kind}>
      <button type="button" aria-pressed={isSelected} onClick={onSelect}>
        <span class={`badge badge-${entry.kind}`}>{badge}</span>
        <span class="log-words">
          <b>{heading}</b>
          {detail && <code>{detail}</code>}
          <code class={entry.status >= 400 ? 'status-bad' : ''}>→ {entry.status || '…'}</code>
        </span>
        <time dateTime={entry.at}>{exactTime(new Date(entry.at))}</time>
      </button>
      {entry.findings.length > 0 && (
        <ul class="findings" aria-label={words('findings')}>
          {entry.findings.map((finding) => (
            <li>{finding}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

function useNewestInView(newestSeq: number | undefined) {
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry is the event
  useEffect(() => list.current?.scrollTo({ top: list.current.scrollHeight }), [newestSeq])
  return list
}
