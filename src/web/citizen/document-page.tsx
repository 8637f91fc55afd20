/** The way to a signed document from the chat, and what is said when that way has been open for too long. */
import type { Language } from '../../service/definition.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'
import { speak } from '../texts/speak.ts'
import { SYSTEM_TEXTS } from '../texts/system.ts'
import { Contact } from '../ui/contact.tsx'
import { Icon } from '../ui/icon.tsx'
import { Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

export type DocumentPageProps = {
  language: Language
  agency: Agency
  document: { id: string; title: string }
}

export function DocumentPage({ language, agency, document }: DocumentPageProps) {
  const t = speak(CITIZEN_TEXTS, language)
  return (
    <Shell language={language} agency={agency}>
      <Statement icon="file-text" title={th(document.title)}>
        <p>{th(t('openDocumentBody'))}</p>
        <div class="stack">
          <a class="btn" id="pdf" href={`/documents/${document.id}/pdf`} data-document={document.id}>
            <Icon name="external-link" /> {t('openPdf')}
          </a>
          <button class="btn sec" type="button" data-close hidden>
            {t('toChat')}
          </button>
        </div>
      </Statement>
      <Contact language={language} agency={agency} />
    </Shell>
  )
}

export type DocumentUnprovenPageProps = { language: Language; agency: Agency; proveHref: string }

export function DocumentUnprovenPage({ language, agency, proveHref }: DocumentUnprovenPageProps) {
  const t = speak(IDENTITY_TEXTS, language)
  return (
    <Shell language={language} agency={agency}>
      <Statement icon="user-check" tone="warn" title={th(t('documentUnprovenTitle'))}>
        <p>{th(t('documentUnprovenBody'))}</p>
        <a class="btn" href={proveHref}>
          {t('documentProve')}
        </a>
      </Statement>
      <Contact language={language} agency={agency} />
    </Shell>
  )
}

/** `liffUrl`: the document's own address in LINE. */
export type TicketOverPageProps = { language: Language; agency: Agency; liffUrl: string }

export function TicketOverPage({ language, agency, liffUrl }: TicketOverPageProps) {
  const t = speak(SYSTEM_TEXTS, language)
  return (
    <Shell language={language} agency={agency}>
      <Statement icon="timer-reset" tone="warn" title={t('ticketOverTitle')}>
        <p>{th(t('ticketOverBody'))}</p>
        <a class="btn" href={liffUrl}>
          <Icon name="log-in" /> {t('openInLine')}
        </a>
      </Statement>
      <Contact language={language} agency={agency} />
    </Shell>
  )
}
