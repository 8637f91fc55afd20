/** Keeps our own session in step with who is signed in to LINE. */
import { type Liff, type LiffConfig, readData, startLiff } from './liff.ts'

/** Exchanges the ID token for a session of ours; true when the session before was missing or another person's. */
export async function signIn(): Promise<boolean> {
  const liff = await startLiff()
  const idToken = liff.isLoggedIn() ? liff.getIDToken() : null
  if (!idToken) return leaveToLogin(liff)
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ idToken }),
  })
  if (response.status === 401) return leaveToLogin(liff)
  if (!response.ok) throw new Error(`session ${response.status}`)
  const { userChanged } = (await response.json()) as { userChanged: boolean }
  return userChanged
}

/** ID tokens live for an hour. A new one comes from LINE's login, or, inside LINE, from opening the page anew. */
function leaveToLogin(liff: Liff): Promise<never> {
  if (!mayTryAgain()) return Promise.reject(new Error('signed in without effect'))
  if (liff.isInClient()) location.replace(reopenAddress())
  else {
    if (liff.isLoggedIn()) liff.logout()
    liff.login({ redirectUri: location.href })
  }
  // The page is being left: nothing may go on.
  return new Promise(() => {})
}

function reopenAddress(): string {
  return `${readData<LiffConfig>('liff-config').url}${location.pathname}${location.search}`
}

const ATTEMPTS = 'anuyat:sign-in'

/** Two attempts within half a minute are enough: a browser that keeps no cookies would go round for ever. */
export function mayTryAgain(): boolean {
  const recent = (sessionStorage.getItem(ATTEMPTS) ?? '').split(',').map(Number)
  const since = recent.filter((time) => time > Date.now() - 30_000)
  sessionStorage.setItem(ATTEMPTS, [...since, Date.now()].join(','))
  return since.length < 2
}

/** On every page of a signed-in person: another person's page is never left on the screen. */
export async function keepInStep(): Promise<void> {
  try {
    if ((await signIn()) && mayTryAgain()) location.reload()
  } catch {
    // Outside LINE, or without a network, the session that is there goes on.
  }
}
