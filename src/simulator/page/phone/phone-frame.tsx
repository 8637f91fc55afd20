import { BadgeCheck, ChevronLeft, Menu } from 'lucide-static'
import { useState } from 'preact/hooks'
import { BankApp } from '../bank/bank-app.tsx'
import { Icon } from '../icon.tsx'
import { chatOf, picturesOf, quickRepliesOf, richMenuOf } from '../live/chats.ts'
import { client } from '../live/client.ts'
import { useWords } from '../words.tsx'
import { AddFriend } from './add-friend.tsx'
import { Chat } from './chat.tsx'
import { ChatBar } from './chat-bar.tsx'
import { LiffWindow } from './liff-window.tsx'
import { Notification } from './notification.tsx'
import type { PhoneProps } from './phone-props.ts'
import { QuickReplies } from './quick-replies.tsx'
import { RichMenu } from './rich-menu.tsx'

export function PhoneFrame(props: PhoneProps) {
  const { state, desk, persona, phone } = props
  const words = useWords()
  return (
    <section class="phone-panel" data-testid="phone" aria-label={words('chat')}>
      <div class="phone">
        <PhoneHeader name={state.bot.displayName} onBack={() => desk.setPanel('tools')} />
        <Notification state={state} desk={desk} persona={persona} />
        <Chat {...props} />
        {phone.problem && (
          <button type="button" class="problem" data-testid="problem" onClick={phone.forgetProblem}>
            <b role="alert">{words('failed')}</b> {phone.problem}
          </button>
        )}
        {persona.following ? <Conversation key={persona.id} {...props} /> : <AddFriend {...props} />}
        {phone.liff && (
          <LiffWindow
            page={phone.liff}
            title={state.bot.displayName}
            onClose={phone.closeLiff}
            onOpen={phone.open}
          />
        )}
        {phone.isBankOpen && (
          <BankApp
            pictures={picturesOf(chatOf(state, persona.id))}
            onClose={() => phone.setBankOpen(false)}
          />
        )}
      </div>
    </section>
  )
}

function PhoneHeader({ name, onBack }: { name: string; onBack: () => void }) {
  const words = useWords()
  return (
    <header class="phone-header">
      <button type="button" class="bare" aria-label={words('back')} onClick={onBack}>
        <Icon svg={ChevronLeft} size="22px" />
      </button>
      <h2>{name}</h2>
      <span class="verified">
        <Icon svg={BadgeCheck} size="19px" />
      </span>
      <span class="phone-header-end">
        <Icon svg={Menu} size="22px" />
      </span>
    </header>
  )
}

/** Everything below the chat that speaks: quick replies, rich menu, chat bar. */
function Conversation({ state, persona, phone }: PhoneProps) {
  const [isMenuOpen, setMenuOpen] = useState(true)
  const menu = richMenuOf(state, persona)
  return (
    <>
      <QuickReplies items={quickRepliesOf(chatOf(state, persona.id))} onAction={phone.tap} />
      {menu && isMenuOpen && <RichMenu menu={menu} onAction={phone.tap} />}
      <ChatBar
        menuText={menu?.chatBarText}
        isMenuOpen={isMenuOpen}
        onToggleMenu={() => setMenuOpen(!isMenuOpen)}
        onSend={(text) => phone.attempt(() => client.sendText(persona.id, text))}
      />
    </>
  )
}
