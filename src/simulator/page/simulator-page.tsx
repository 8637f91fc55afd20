import type { Persona, SimulatorState } from '../api.ts'
import { BehindPanel } from './behind/behind-panel.tsx'
import { type Panel, useDesk } from './live/use-desk.ts'
import { useNow } from './live/use-now.ts'
import { usePhone } from './live/use-phone.ts'
import { useSimulator } from './live/use-simulator.ts'
import { PhoneFrame } from './phone/phone-frame.tsx'
import { ToolsPanel } from './tools/tools-panel.tsx'
import { useWords } from './words.tsx'

const PANELS: Panel[] = ['tools', 'chat', 'behind']

/** Controls, phone, and what happens behind it: three panels side by side, tabs on a narrow screen. */
export function SimulatorPage() {
  const words = useWords()
  const { state, isConnected } = useSimulator()
  return (
    <>
      {!isConnected && (
        <p class="connection" role="status">
          {words('connectionLost')}
        </p>
      )}
      {state ? <Panels state={state} /> : <main class="loading">{words('loading')}…</main>}
    </>
  )
}

function Panels({ state }: { state: SimulatorState }) {
  const desk = useDesk(state)
  return desk.persona ? <PanelsOf state={state} desk={desk} persona={desk.persona} /> : null
}

type PanelsProps = { state: SimulatorState; desk: ReturnType<typeof useDesk>; persona: Persona }

function PanelsOf({ state, desk, persona }: PanelsProps) {
  const now = useNow(state.now)
  const phone = usePhone(persona.id)
  const words = useWords()
  return (
    <main class="panels" data-panel={desk.panel}>
      <h1 class="visually-hidden">{words('title')}</h1>
      <PanelSwitch shown={desk.panel} onShow={desk.setPanel} />
      <ToolsPanel state={state} desk={desk} persona={persona} phone={phone} now={now} />
      <PhoneFrame state={state} desk={desk} persona={persona} phone={phone} now={now} />
      <BehindPanel state={state} desk={desk} persona={persona} liff={phone.liff} />
    </main>
  )
}

function PanelSwitch({ shown, onShow }: { shown: Panel; onShow: (panel: Panel) => void }) {
  const words = useWords()
  return (
    <nav class="panel-switch" aria-label={words('panels')}>
      {PANELS.map((panel) => (
        <button
          type="button"
          data-testid={`panel-${panel}`}
          aria-current={panel === shown ? 'page' : undefined}
          onClick={() => onShow(panel)}
        >
          {words(panel)}
        </button>
      ))}
    </nav>
  )
}
