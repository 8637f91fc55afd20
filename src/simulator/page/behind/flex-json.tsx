import type { ChatEntry } from '../../api.ts'
import { notificationText } from '../live/chats.ts'
import { useWords } from '../words.tsx'
import { Json } from './json.tsx'

/** The selected message as LINE had it; without a selection the bot's newest. */
export function FlexJson({ chat, messageId }: { chat: ChatEntry[]; messageId?: string }) {
  const words = useWords()
  const newest = chat.findLast(({ from, message }) => from === 'bot' && message.type === 'flex')
  const entry = chat.find(({ id }) => id === messageId) ?? newest ?? chat.at(-1)
  if (!entry) return <p class="quiet">{words('noMessage')}</p>
  return (
    <>
      <p class="json-title">
        <span class="badge badge-api">{entry.message.type}</span> {notificationText(entry.message)}
      </p>
      <Json value={entry.message} label={words('flexJson')} />
    </>
  )
}
