import { useState } from 'preact/hooks'
import type { LogEntry } from '../../api.ts'
import type { LiffPage } from '../live/use-phone.ts'
import { useWords } from '../words.tsx'
import { Json } from './json.tsx'
import { LogList } from './log-view.tsx'
import { exchangeOf } from './summarise.ts'

/** The LIFF window's addresses, and the logins and tokens that made it somebody's. */
export function LiffView({ log, liff }: { log: LogEntry[]; liff?: LiffPage }) {
  const words = useWords()
  const [selectedSeq, setSelectedSeq] = useState<number>()
  const entries = log.filter(({ kind }) => kind === 'liff' || kind === 'login')
  const selected = entries.find(({ seq }) => seq === selectedSeq) ?? entries.at(-1)
  return (
    <>
      <h3>{words('liffOpen')}</h3>
      {liff ? (
        <p class="liff-address">
          <code>{liff.url}</code>
          <code>→ {liff.src}</code>
        </p>
      ) : (
        <p class="quiet">{words('liffClosed')}</p>
      )}
      <h3>{words('tokens')}</h3>
      <LogList entries={entries} selected={selected} label={words('tokens')} onSelect={setSelectedSeq} />
      {selected && <Json value={exchangeOf(selected)} label={words('entryBody')} />}
    </>
  )
}
