import { useEffect, useState } from 'preact/hooks'
import type { ChatEntry, Persona, SimulatorState } from '../../api.ts'
import { chatOf, notificationText } from '../live/chats.ts'
import type { Desk } from '../live/use-desk.ts'
import { useWords } from '../words.tsx'
import { BotAvatar } from './bot-avatar.tsx'

const SHOWN_MS = 8000
type News = { entry: ChatEntry; persona: Persona }

/** What a phone shows of a message to somebody else: one line, a Flex message by its altText. */
export function Notification({
  state,
  desk,
  persona,
}: {
  state: SimulatorState
  desk: Desk
  persona: Persona
}) {
  const words = useWords()
  const news = useLatestNews(state, persona.id)
  return (
    <div class="notifications" role="status">
      {news && (
        <button
          type="button"
          class="notification"
          data-testid="notification"
          onClick={() => desk.play(news.persona)}
        >
          <BotAvatar size={30} />
          <span>
            <b>
              {words('newMessageFor')}
              {news.persona.displayName}
            </b>
            <span>{notificationText(news.entry.message)}</span>
          </span>
        </button>
      )}
    </div>
  )
}

/** The newest message to a person not on the screen that came since this page was opened, for a few seconds. */
function useLatestNews(state: SimulatorState, shownId: string): News | undefined {
  const [handled, setHandled] = useState(() => state.seq)
  const news = newestFor(state, shownId, handled)
  const seq = news?.entry.seq
  useEffect(() => {
    if (seq === undefined) return
    const timer = setTimeout(() => setHandled(seq), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [seq])
  return news
}

function newestFor(state: SimulatorState, shownId: string, after: number): News | undefined {
  const candidates = state.personas
    .filter(({ id }) => id !== shownId)
    .flatMap((persona) => {
      const entry = chatOf(state, persona.id).at(-1)
      return entry?.from === 'bot' && entry.seq > after ? [{ entry, persona }] : []
    })
  return candidates.sort((a, b) => b.entry.seq - a.entry.seq)[0]
}
