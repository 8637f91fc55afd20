/**
 * Pages about citizens who wait: they ask now and then whether something has changed, and put the changed parts in
 * place; what an officer is typing stays. Without this script they are plain pages with plain forms.
 */
import { send } from '../client/api.ts'
import { startBehaviour } from '../client/behaviour.ts'
import { keepInStep } from '../client/sign-in.ts'

const PAUSE_MS = 3000

startBehaviour()
void keepInStep()
const watched = document.querySelector<HTMLElement>('[data-live]')
if (watched?.dataset.live) setTimeout(look, PAUSE_MS, watched, watched.dataset.live)
showEnd()

async function look(place: HTMLElement, url: string): Promise<void> {
  const seen = place.dataset.seen ?? ''
  if (document.visibilityState === 'visible') {
    const { stamp } = await send<{ stamp: string }>('GET', url).catch(() => ({ stamp: seen }))
    if (stamp !== seen) await loadAnew().catch(() => {})
  }
  setTimeout(look, PAUSE_MS, place, url)
}

async function loadAnew(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (response.ok) putInPlace(await response.text())
}

function putInPlace(html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  for (const part of fresh.querySelectorAll<HTMLElement>('[data-part]')) {
    const old = document.querySelector<HTMLElement>(`[data-part="${part.dataset.part}"]`)
    if (old && old.dataset.key !== part.dataset.key) old.replaceWith(part)
  }
  const seen = fresh.querySelector<HTMLElement>('[data-live]')?.dataset.seen
  if (watched && seen !== undefined) watched.dataset.seen = seen
  const next = fresh.querySelector<HTMLInputElement>('[name="wordId"]')?.value
  const wordId = document.querySelector<HTMLInputElement>('[name="wordId"]')
  if (wordId && next && wordId.form?.dataset.sent !== undefined) wordId.value = next
  showEnd()
}

/** The last word is what matters. */
function showEnd(): void {
  const log = document.querySelector('.chat-log')
  if (log) log.scrollTop = log.scrollHeight
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset.say === undefined) return
  event.preventDefault()
  if (form.dataset.busy === undefined) void say(form)
})

/** Sends one message without leaving the page. Refused, the form goes the plain way, and the server's page says why. */
async function say(form: HTMLFormElement): Promise<void> {
  form.dataset.busy = ''
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } }).catch(
    () => undefined,
  )
  delete form.dataset.busy
  if (!response?.ok) return form.submit()
  const box = form.querySelector('textarea')
  if (box) box.value = ''
  form.dataset.sent = ''
  putInPlace(await response.text())
  delete form.dataset.sent
  box?.focus()
}

/** Enter sends where there is a keyboard; a composed character's Enter does not. */
document.addEventListener('keydown', (event) => {
  const box = event.target
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  if (!(box instanceof HTMLTextAreaElement) || box.form?.dataset.say === undefined) return
  if (!matchMedia('(pointer: fine)').matches) return
  event.preventDefault()
  box.form.requestSubmit()
})

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-insert]') : null
  const box = document.getElementById(link?.dataset.insert ?? '')
  if (!link || !(box instanceof HTMLTextAreaElement)) return
  event.preventDefault()
  box.value = [box.value.trimEnd(), link.dataset.text].filter(Boolean).join('\n')
  box.focus()
})
