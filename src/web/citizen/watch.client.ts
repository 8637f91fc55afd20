/** Pages that wait for something outside (a payment, a licence): ask now and then, and load anew when it changed. */

import { send } from '../client/api.ts'
import { startBehaviour } from '../client/behaviour.ts'
import { keepInStep } from '../client/sign-in.ts'

const PAUSE_MS = 3000

async function look(url: string, seen: string): Promise<void> {
  if (document.visibilityState === 'visible') {
    const { status } = await send<{ status: string }>('GET', url).catch(() => ({ status: seen }))
    if (status !== seen) return location.reload()
  }
  setTimeout(look, PAUSE_MS, url, seen)
}

startBehaviour()
void keepInStep()
const watched = document.getElementById('payment-state')
if (watched?.dataset.state) setTimeout(look, PAUSE_MS, watched.dataset.state, watched.dataset.seen ?? '')
