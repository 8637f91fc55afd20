import type { ChatEntry } from '../../api.ts'
import { chatOf, isRead, isTyping } from '../live/chats.ts'
import { daysAgo } from '../live/moments.ts'
import { useEndInView } from '../live/use-end-in-view.ts'
import { useWords } from '../words.tsx'
import { BotAvatar } from './bot-avatar.tsx'
import { DayDivider } from './day-divider.tsx'
import { Message } from './message.tsx'
import type { PhoneProps } from './phone-props.ts'

export function Chat({ state, desk, persona, phone, now }: PhoneProps) {
  const words = useWords()
  const chat = chatOf(state, persona.id)
  const scroller = useEndInView(persona.id)
  return (
    <div
      class="chat"
      data-testid="chat"
      role="log"
      aria-label={words('conversation')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      ref={scroller}
    >
      <div class="chat-content">
        {chat.length === 0 && <p class="chat-note">{words('emptyChat')}</p>}
        {chat.map((entry, index) => (
          <div key={entry.id} class="chat-entry">
            {startsDay(chat, index, now) && <DayDivider at={new Date(entry.at)} now={now} />}
            <Message
              entry={entry}
              isFirst={chat[index - 1]?.from !== entry.from}
              isRead={isRead(entry, chat)}
              isSelected={desk.messageId === entry.id}
              onInspect={() => desk.inspectMessage(entry.id)}
              onAction={phone.tap}
              onOpen={phone.open}
            />
          </div>
        ))}
        {isTyping(state, persona.id, now) && <TypingDots />}
      </div>
    </div>
  )
}

function startsDay(chat: ChatEntry[], index: number, now: Date): boolean {
  const [before, entry] = [chat[index - 1], chat[index]]
  if (!before || !entry) return true
  return daysAgo(new Date(before.at), now) !== daysAgo(new Date(entry.at), now)
}

function TypingDots() {
  const words = useWords()
  return (
    <div class="row row-bot" data-testid="typing">
      <BotAvatar />
      <p class="bubble typing">
        <span class="visually-hidden">{words('typing')}</span>
        <i />
        <i />
        <i />
      </p>
    </div>
  )
}
