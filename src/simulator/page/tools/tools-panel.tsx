import { Languages } from 'lucide-static'
import type { Persona, SimulatorState } from '../../api.ts'
import { Icon } from '../icon.tsx'
import type { Desk } from '../live/use-desk.ts'
import type { Phone } from '../live/use-phone.ts'
import { useLanguage, useWords } from '../words.tsx'
import { ClockControls } from './clock-controls.tsx'
import { EventButtons } from './event-buttons.tsx'
import { Mailbox } from './mailbox.tsx'
import { PaymentButton } from './payment-button.tsx'
import { Personas } from './personas.tsx'

type ToolsPanelProps = { state: SimulatorState; desk: Desk; persona: Persona; phone: Phone; now: Date }

export function ToolsPanel({ state, desk, persona, phone, now }: ToolsPanelProps) {
  const words = useWords()
  return (
    <section class="tools-panel" data-testid="tools" aria-label={words('tools')}>
      <Title />
      <Personas
        personas={state.personas}
        played={persona}
        now={now}
        hasNews={desk.hasNews}
        onPlay={desk.play}
      />
      <ClockControls now={now} attempt={phone.attempt} />
      <EventButtons persona={persona} attempt={phone.attempt} />
      <PaymentButton
        onOpen={() => {
          desk.setPanel('chat')
          phone.setBankOpen(true)
        }}
      />
      <Mailbox mails={state.mails} onOpen={desk.openMail} />
    </section>
  )
}

function Title() {
  const words = useWords()
  const { language, toggle } = useLanguage()
  return (
    <div class="title">
      <p class="title-name">{words('title')}</p>
      <p>{words('subtitle')}</p>
      <button
        type="button"
        class="language"
        data-testid="language"
        lang={language === 'th' ? 'en' : 'th'}
        onClick={toggle}
      >
        <Icon svg={Languages} />
        {words('otherLanguage')}
      </button>
    </div>
  )
}
