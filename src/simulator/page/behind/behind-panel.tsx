import type { JSX } from 'preact'
import type { Persona, SimulatorState } from '../../api.ts'
import type { Desk, Tab } from '../live/use-desk.ts'
import type { LiffPage } from '../live/use-phone.ts'
import { useWords, type Word } from '../words.tsx'
import { FlexJson } from './flex-json.tsx'
import { LiffView } from './liff-view.tsx'
import { LogView } from './log-view.tsx'
import { MailView } from './mail-view.tsx'

type BehindProps = { state: SimulatorState; desk: Desk; persona: Persona; liff?: LiffPage }

const TABS: readonly { id: Tab; word: Word; View: (props: BehindProps) => JSX.Element }[] = [
  { id: 'log', word: 'behind', View: ({ state }) => <LogView log={state.log} /> },
  { id: 'flex', word: 'flexJson', View: FlexJsonOf },
  { id: 'mails', word: 'mails', View: ({ state, desk }) => <MailView mails={state.mails} desk={desk} /> },
  { id: 'liff', word: 'liff', View: ({ state, liff }) => <LiffView log={state.log} liff={liff} /> },
]

export function BehindPanel(props: BehindProps) {
  const words = useWords()
  const { desk } = props
  return (
    <section class="behind-panel" data-testid="behind" aria-label={words('behind')}>
      <div class="tabs" role="tablist" onKeyDown={(event) => moveBetweenTabs(event, desk)}>
        {TABS.map(({ id, word }) => (
          <button
            type="button"
            role="tab"
            id={`tab-${id}`}
            data-testid={`tab-${id}`}
            aria-selected={id === desk.tab}
            aria-controls="behind-view"
            tabIndex={id === desk.tab ? 0 : -1}
            onClick={() => desk.setTab(id)}
          >
            {words(word)}
          </button>
        ))}
      </div>
      <div class="behind-view" role="tabpanel" id="behind-view" aria-labelledby={`tab-${desk.tab}`}>
        {TABS.map(({ id, View }) => (id === desk.tab ? <View key={id} {...props} /> : null))}
      </div>
    </section>
  )
}

function FlexJsonOf({ state, desk, persona }: BehindProps) {
  return <FlexJson chat={state.chats[persona.id] ?? []} messageId={desk.messageId} />
}

/** Tabs are one stop for the Tab key; the arrows go between them. */
function moveBetweenTabs(event: KeyboardEvent, desk: Desk): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const at = TABS.findIndex(({ id }) => id === desk.tab)
  const next = TABS[(at + step + TABS.length) % TABS.length]
  if (!next) return
  desk.setTab(next.id)
  document.getElementById(`tab-${next.id}`)?.focus()
}
