/** Small things pages may ask for in their markup, without being hydrated. */
import { startLiff } from './liff.ts'
import { followDocumentLinks } from './open-document.ts'

export function startBehaviour(): void {
  document.documentElement.classList.add('live')
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined
    const copy = target?.closest<HTMLElement>('[data-copy]')
    if (copy) void copyText(copy)
    if (target?.closest('[data-close]')) void startLiff().then((liff) => liff.closeWindow())
  })
  followDocumentLinks()
  void startLiff().then((liff) => {
    if (!liff.isInClient()) return
    document.documentElement.classList.add('in-line')
    for (const each of document.querySelectorAll<HTMLElement>('[data-close]')) each.hidden = false
  }, ignoreMissingLine)
}

/** `data-copy` is the text; `data-copied` what is said afterwards, in the element `data-say` names. */
async function copyText(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset.copy ?? '')
  const place = document.getElementById(button.dataset.say ?? '')
  if (place) place.textContent = button.dataset.copied ?? ''
}

/** Outside LINE there is no chat to go back to. */
function ignoreMissingLine(): void {}
