import { useState } from 'preact/hooks'
import type { LogEntry } from '../../api.ts'
import { exactTime } from '../live/moments.ts'
import { useEndInView } from '../live/use-end-in-view.ts'
import { useWords } from '../words.tsx'
import { Json } from './json.tsx'
import { exchangeOf, summarise } from './summarise.ts'

/** Webhooks and calls in the order they happened, and below them the body of the selected one. */
export function LogView({ log }: { log: LogEntry[] }) {
  const words = useWords()
  const [selectedSeq, setSelectedSeq] = useState<number>()
  const selected = log.find(({ seq }) => seq === selectedSeq) ?? log.at(-1)
  return (
    <>
      {log.length === 0 && <p class="quiet">{words('emptyLog')}</p>}
      <LogList entries={log} selected={selected} label={words('log')} onSelect={setSelectedSeq} />
      {selected && <Json value={exchangeOf(selected)} label={words('entryBody')} />}
    </>
  )
}

type LogListProps = {
  entries: LogEntry[]
  selected?: LogEntry
  label: string
  onSelect: (seq: number) => void
}

export function LogList({ entries, selected, label, onSelect }: LogListProps) {
  return (
    <div class="log-scroll" ref={useEndInView(label)}>
      <ol class="log" aria-label={label}>
        {entries.map((entry) => (
          <LogRow
            key={entry.seq}
            entry={entry}
            isSelected={entry.seq === selected?.seq}
            onSelect={() => onSelect(entry.seq)}
          />
        ))}
      </ol>
    </div>
  )
}

type LogRowProps = { entry: LogEntry; isSelected: boolean; onSelect: () => void }

function LogRow({ entry, isSelected, onSelect }: LogRowProps) {
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
