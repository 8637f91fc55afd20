/** Makes and proves passkeys. The library is fetched only with this page. */
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { send } from '../client/api.ts'
import { startBehaviour } from '../client/behaviour.ts'

const USES = { ask: prove, make } as const

startBehaviour()
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey]'))
  button.addEventListener('click', () => void use(button))

async function use(button: HTMLButtonElement): Promise<void> {
  const problem = document.getElementById('passkey-problem')
  if (problem) problem.hidden = true
  button.disabled = true
  try {
    await USES[button.dataset.passkey === 'make' ? 'make' : 'ask']()
  } catch {
    if (problem) problem.hidden = false
    button.disabled = false
  }
}

/** Then the page's form goes on with what was typed; it needs no code any more. */
async function prove(): Promise<void> {
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
  const optionsJSON = await send<Options>('POST', '/o/factor/passkey/options', {})
  await send('POST', '/o/factor/passkey', { response: await startAuthentication({ optionsJSON }) })
  const form = document.getElementById('go-on')
  if (form instanceof HTMLFormElement) form.submit()
}

async function make(): Promise<void> {
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
  const optionsJSON = await send<Options>('POST', '/o/factors/passkey/options', {})
  await send('POST', '/o/factors/passkey', { response: await startRegistration({ optionsJSON }) })
  location.replace('/o/join')
}
