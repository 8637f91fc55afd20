import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { KAMON, openStage, type Stage } from './bot.ts'

/** The SDK shim in a window of few parts. The journeys run it in a real browser. */
let stage: Stage
let script: string
beforeAll(async () => {
  stage = await openStage()
  script = await (await fetch(stage.simulator.env.LIFF_SDK_URL ?? '')).text()
})
afterAll(() => stage.close())
beforeEach(() => stage.simulator.reset())

type Liff = {
  id: string | null
  init(config: { liffId: string; withLoginOnExternalBrowser?: boolean }): Promise<void>
  isInClient(): boolean
  isLoggedIn(): boolean
  login(options?: { redirectUri: string }): void
  logout(): void
  getIDToken(): string | null
  getDecodedIDToken(): { sub: string; name: string } | null
  getProfile(): Promise<{ displayName: string }>
  sendMessages(messages: unknown[]): Promise<void>
  closeWindow(): void
  openWindow(options: { url: string; external?: boolean }): void
}

/** One tab: pages are loaded in turn and share its session storage. */
function openTab() {
  const stored = new Map<string, string>()
  const told: unknown[] = []
  const load = (address: string) => {
    const url = new URL(address)
    const went: string[] = []
    const page = {
      location: {
        get href() {
          return url.href
        },
        set href(target: string) {
          went.push(target)
        },
        get hash() {
          return url.hash
        },
        origin: url.origin,
        pathname: url.pathname,
        search: url.search,
        replace: (target: string) => went.push(target),
      },
      history: {
        state: null,
        replaceState: (_state: unknown, _title: string, path: string) => {
          url.href = new URL(path, url).href
        },
      },
      sessionStorage: {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => stored.set(key, value),
        removeItem: (key: string) => stored.delete(key),
      },
      parent: { postMessage: (message: unknown) => told.push(message) },
      URL,
      URLSearchParams,
      TextDecoder,
      atob,
      fetch,
    }
    const window: Record<string, unknown> = { ...page }
    const context = createContext({ ...page, window })
    runInContext(script, context)
    return { liff: window.liff as Liff, went, url }
  }
  return { load, told }
}

const LIFF_ID = '2000000001-Simulate'
const link = (path: string) => `${stage.simulator.origins.liff}/${LIFF_ID}${path}`

/** The phone opens a link: the primary page, then the one that it leads to. */
async function openInPhone(path: string, tab = openTab(), persona = 'kamon') {
  const primary = tab.load(await stage.simulator.openLiff(persona, link(path)))
  void primary.liff.init({ liffId: LIFF_ID })
  const target = primary.went[0] ?? ''
  return { ...tab.load(target), tab, target, primary }
}

describe('in the phone', () => {
  test('init keeps the tokens, clears the hash and goes on to the wanted path', async () => {
    const { liff, target, primary } = await openInPhone('/apply/1?step=2')
    const { bot } = await stage.simulator.state()
    expect(target).toBe(`${bot.baseUrl}/apply/1?step=2`)
    expect(primary.url.hash).toBe('')
    await liff.init({ liffId: LIFF_ID })
    expect([liff.isInClient(), liff.isLoggedIn(), liff.id]).toEqual([true, true, LIFF_ID])
    expect(liff.getDecodedIDToken()).toMatchObject({ sub: KAMON, name: 'กมล ศรีทอง' })
  })

  test('the next person’s tokens replace the former one’s', async () => {
    const { tab } = await openInPhone('/apply')
    const { liff } = await openInPhone('/apply', tab, 'teeradet')
    expect(liff.getDecodedIDToken()?.name).toBe('ธีรเดช คงมั่น')
  })

  test('it can close itself, open a window and speak in the chat', async () => {
    const { liff, tab } = await openInPhone('/apply')
    liff.closeWindow()
    liff.openWindow({ url: 'https://example.com/', external: true })
    expect(tab.told).toEqual([
      { type: 'liff.closeWindow' },
      { type: 'liff.openWindow', url: 'https://example.com/', external: true },
    ])
    await liff.sendMessages([{ type: 'text', text: 'ยื่นแล้ว' }])
    expect(stage.lastEvent().message.text).toBe('ยื่นแล้ว')
    expect(await liff.getProfile()).toMatchObject({ displayName: 'กมล ศรีทอง' })
  })
})

describe('in an ordinary browser', () => {
  test('nobody is logged in, and login leads to the chooser and back', async () => {
    const { bot } = await stage.simulator.state()
    const tab = openTab()
    const page = tab.load(`${bot.baseUrl}/apply`)
    await page.liff.init({ liffId: LIFF_ID })
    expect([page.liff.isInClient(), page.liff.isLoggedIn(), page.liff.getIDToken()]).toEqual([
      false,
      false,
      null,
    ])
    page.liff.login()
    const chosen = await fetch(`${page.went[0]}&simulator-persona=kamon`, { redirect: 'manual' })
    const back = tab.load(chosen.headers.get('location') ?? '')
    await back.liff.init({ liffId: LIFF_ID })
    expect(back.url.href).toBe(`${bot.baseUrl}/apply`)
    expect([back.liff.isInClient(), back.liff.isLoggedIn()]).toEqual([false, true])
    await expect(back.liff.sendMessages([{ type: 'text', text: 'ก' }])).rejects.toThrow('permissions')
    back.liff.logout()
    expect(back.liff.isLoggedIn()).toBe(false)
  })

  test('a wanted path cannot lead to another origin', async () => {
    const { bot } = await stage.simulator.state()
    const page = openTab().load(`${bot.baseUrl}/?liff.state=${encodeURIComponent('//evil.example/')}`)
    void page.liff.init({ liffId: LIFF_ID })
    expect(page.went).toEqual([`${bot.baseUrl}//evil.example/`])
  })
})
