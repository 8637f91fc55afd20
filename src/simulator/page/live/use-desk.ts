import { useEffect, useState } from 'preact/hooks'
import type { Persona, SimulatorState } from '../../api.ts'
import { chatOf, lastBotSeq } from './chats.ts'

export type Panel = 'tools' | 'chat' | 'behind'
export type Tab = 'log' | 'flex' | 'mails' | 'liff'
export type Desk = ReturnType<typeof useDesk>

/** What the tester has chosen to look at: the person played, the panel (on a narrow screen), the tab, one message, one mail. */
export function useDesk(state: SimulatorState) {
  const [personaId, setPersonaId] = useState(() => location.hash.slice(1))
  const [panel, setPanel] = useState<Panel>('chat')
  const [tab, setTab] = useState<Tab>('log')
  const [messageId, setMessageId] = useState<string>()
  const [mailId, setMailId] = useState<string>()
  const persona = state.personas.find(({ id }) => id === personaId) ?? state.personas[0]
  const hasNews = useNews(state, persona?.id)

  const show = (next: Tab) => {
    setTab(next)
    setPanel('behind')
  }
  return {
    persona,
    panel,
    setPanel,
    tab,
    setTab,
    messageId,
    mailId,
    hasNews,
    play(next: Persona) {
      setPersonaId(next.id)
      setMessageId(undefined)
      setPanel('chat')
      // The address keeps the person, so that two windows can show two of them.
      history.replaceState(null, '', `#${next.id}`)
    },
    inspectMessage(id: string) {
      setMessageId(id)
      show('flex')
    },
    openMail(id: string | undefined) {
      setMailId(id)
      show('mails')
    },
  }
}

/** Who has something from the bot that was not on the screen yet. What stood there at the start is no news. */
function useNews(state: SimulatorState, shownId: string | undefined): (personaId: string) => boolean {
  const [seen, setSeen] = useState<Record<string, number>>(() =>
    Object.fromEntries(state.personas.map(({ id }) => [id, lastBotSeq(chatOf(state, id))])),
  )
  const newest = shownId === undefined ? 0 : lastBotSeq(chatOf(state, shownId))
  useEffect(() => {
    if (shownId !== undefined) setSeen((before) => ({ ...before, [shownId]: newest }))
  }, [shownId, newest])
  return (id) => id !== shownId && lastBotSeq(chatOf(state, id)) > (seen[id] ?? 0)
}
