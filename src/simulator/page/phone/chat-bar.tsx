import { ChevronDown, ChevronUp, SendHorizontal } from 'lucide-static'
import { useState } from 'preact/hooks'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

type ChatBarProps = {
  menuText?: string
  isMenuOpen: boolean
  onToggleMenu: () => void
  onSend: (text: string) => void
}

/** LINE hides the text field behind a keyboard button; here it stands beside the menu's, for quick trying. */
export function ChatBar({ menuText, isMenuOpen, onToggleMenu, onSend }: ChatBarProps) {
  return (
    <div class="chat-bar">
      <Composer onSend={onSend} />
      {menuText !== undefined && (
        <button
          type="button"
          class="bare menu-toggle"
          data-testid="menu-toggle"
          aria-expanded={isMenuOpen}
          onClick={onToggleMenu}
        >
          {menuText}
          <Icon svg={isMenuOpen ? ChevronDown : ChevronUp} size="16px" />
        </button>
      )}
    </div>
  )
}

function Composer({ onSend }: { onSend: (text: string) => void }) {
  const words = useWords()
  const [text, setText] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (text.trim() === '') return
    onSend(text.trim())
    setText('')
  }
  return (
    <form class="composer" onSubmit={submit}>
      <input
        type="text"
        data-testid="composer"
        aria-label={words('composer')}
        placeholder={words('composer')}
        autocomplete="off"
        maxLength={5000}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="bare send" data-testid="send" aria-label={words('send')}>
        <Icon svg={SendHorizontal} size="20px" />
      </button>
    </form>
  )
}
