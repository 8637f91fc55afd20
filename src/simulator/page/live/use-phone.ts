import { useEffect, useState } from 'preact/hooks'
import type { Action } from '../flex/node.ts'
import { client, RequestRefused } from './client.ts'

export type LiffPage = { url: string; src: string }
export type Phone = ReturnType<typeof usePhone>

/** The phone in the hand of one person: what a tap leads to, and what lies over the chat. */
export function usePhone(personaId: string) {
  const [liff, setLiff] = useState<LiffPage>()
  const [isBankOpen, setBankOpen] = useState(false)
  const [problem, setProblem] = useState<string>()

  // One browser holds one session with the product, so another person never finds the page of the one before.
  useEffect(() => setLiff(undefined), [personaId])

  const attempt = async (task: () => Promise<unknown>) => {
    try {
      setProblem(undefined)
      await task()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const open = (url: string, isExternal = false) =>
    attempt(async () =>
      setLiff((isExternal ? undefined : await liffPage(personaId, url)) ?? openOutside(url)),
    )
  const tap = (action: Action) =>
    attempt(async () => {
      const { open: url, copy } = await client.act(personaId, action)
      if (copy) await navigator.clipboard.writeText(copy)
      if (url) await open(url)
    })
  return {
    liff,
    closeLiff: () => setLiff(undefined),
    isBankOpen,
    setBankOpen,
    problem,
    forgetProblem: () => setProblem(undefined),
    attempt,
    open,
    tap,
  }
}

/** Only LIFF has a window inside the phone; the simulator refuses every other address. */
async function liffPage(personaId: string, url: string): Promise<LiffPage | undefined> {
  if (!/^https?:/i.test(url)) return undefined
  try {
    const { src } = await client.openLiff(personaId, url)
    return { url, src }
  } catch (error) {
    if (error instanceof RequestRefused && error.status < 500) return undefined
    throw error
  }
}

/** http(s) in a new tab; tel: and mailto: to whatever this machine has for them; nothing else (javascript: above all). */
function openOutside(url: string): undefined {
  if (/^(https?:|tel:|mailto:)/i.test(url)) window.open(url, '_blank', 'noopener')
}
