/** LINE's SDK, as much of it as we use. It is loaded after the first paint: it weighs three times our own script. */

export type Liff = {
  init(options: { liffId: string }): Promise<void>
  isInClient(): boolean
  isLoggedIn(): boolean
  login(options?: { redirectUri?: string }): void
  logout(): void
  getIDToken(): string | null
  closeWindow(): void
  openWindow(options: { url: string; external?: boolean }): void
}

declare global {
  interface Window {
    liff?: Liff
  }
}

/** `url` is the app's permanent link. */
export type LiffConfig = { id: string; sdk: string; url: string }

let started: Promise<Liff> | undefined

/** The SDK, loaded and initialised once a page. A failed start may be tried again. */
export function startLiff(): Promise<Liff> {
  started ??= loadAndInit().catch((error: unknown) => {
    started = undefined
    throw error
  })
  return started
}

async function loadAndInit(): Promise<Liff> {
  const config = readData<LiffConfig>('liff-config')
  if (!window.liff) await loadScript(config.sdk)
  if (!window.liff) throw new Error('LIFF did not load')
  await window.liff.init({ liffId: config.id })
  return window.liff
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src, async: true })
    script.onload = () => resolve()
    script.onerror = () => reject(new Error('LIFF could not be reached'))
    document.head.append(script)
  })
}

/** Data the server put into the page. */
export function readData<T>(id: string): T {
  const element = document.getElementById(id)
  return JSON.parse(element?.textContent ?? '{}') as T
}
