import { ExternalLink, X } from 'lucide-static'
import { useEffect, useRef } from 'preact/hooks'
import { nodeOf, textOf } from '../flex/node.ts'
import { Icon } from '../icon.tsx'
import type { LiffPage } from '../live/use-phone.ts'
import { useWords } from '../words.tsx'

type LiffWindowProps = {
  page: LiffPage
  title: string
  onClose: () => void
  onOpen: (url: string, isExternal: boolean) => void
}

/** LINE's own browser over the chat. What the page asks of LIFF arrives as messages from its window. */
export function LiffWindow({ page, title, onClose, onOpen }: LiffWindowProps) {
  const words = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const closer = useRef<HTMLButtonElement>(null)
  useLiffMessages(frame, { onClose, onOpen })
  useEffect(() => closer.current?.focus(), [])
  return (
    <section class="liff-window" role="dialog" aria-label={title}>
      <header class="liff-header">
        <a class="bare" href={page.src} target="_blank" rel="noreferrer" aria-label={words('newTab')}>
          <Icon svg={ExternalLink} size="18px" />
        </a>
        <div>
          <b>{title}</b>
          <span>{hostOf(page.src)}</span>
        </div>
        <button
          type="button"
          class="bare"
          data-testid="liff-close"
          aria-label={words('close')}
          ref={closer}
          onClick={onClose}
        >
          <Icon svg={X} size="22px" />
        </button>
      </header>
      <iframe
        data-testid="liff-frame"
        title={title}
        src={page.src}
        ref={frame}
        allow="camera; geolocation; clipboard-write"
      />
    </section>
  )
}

type LiffRequests = Pick<LiffWindowProps, 'onClose' | 'onOpen'>

function useLiffMessages(frame: { current: HTMLIFrameElement | null }, { onClose, onOpen }: LiffRequests) {
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.source === null || event.source !== frame.current?.contentWindow) return
      const request = nodeOf(event.data) ?? {}
      const url = textOf(request.url)
      if (request.type === 'liff.closeWindow') onClose()
      if (request.type === 'liff.openWindow' && url) onOpen(url, request.external === true)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  })
}

function hostOf(src: string): string {
  return new URL(src, location.href).host
}
