/** Inside LINE a signed PDF opens in the phone's own browser: Android's LIFF browser cannot show one. */
import { send } from './api.ts'
import { startLiff } from './liff.ts'

/** Known once LINE's SDK has started. */
let inClient: boolean | undefined

/** Links that carry `data-document`. In a plain browser they stay what they are. */
export function followDocumentLinks(): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined
    const link = target?.closest<HTMLAnchorElement>('a[data-document]')
    if (!link || inClient === false) return
    event.preventDefault()
    // Whatever stood in the way (a session that is over, above all) is told by the document's own page.
    openDocument(link).catch(() => location.assign(`/documents/${link.dataset.document}`))
  })
  void isInClient()
}

async function openDocument(link: HTMLAnchorElement): Promise<void> {
  if (!(await isInClient())) return location.assign(link.href)
  const { path } = await send<{ path: string }>('POST', `/documents/${link.dataset.document}/ticket`)
  const liff = await startLiff()
  liff.openWindow({ url: new URL(path, location.origin).href, external: true })
}

/** Where LINE cannot be reached, this is taken for a plain browser. */
async function isInClient(): Promise<boolean> {
  inClient = await startLiff().then(
    (liff) => liff.isInClient(),
    () => false,
  )
  return inClient
}
