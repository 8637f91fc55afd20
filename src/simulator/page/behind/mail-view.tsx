import { Paperclip } from 'lucide-static'
import type { SimulatedMail } from '../../api.ts'
import { Icon } from '../icon.tsx'
import { dateAndTime } from '../live/moments.ts'
import type { Desk } from '../live/use-desk.ts'
import { useLanguage, useWords } from '../words.tsx'

export function MailView({ mails, desk }: { mails: SimulatedMail[]; desk: Desk }) {
  const words = useWords()
  const opened = mails.find(({ id }) => id === desk.mailId) ?? mails.at(-1)
  if (!opened) return <p class="quiet">{words('noMail')}</p>
  return (
    <>
      <ul class="mail-list">
        {mails.toReversed().map((mail) => (
          <li key={mail.id}>
            <button type="button" aria-pressed={mail.id === opened.id} onClick={() => desk.openMail(mail.id)}>
              {mail.subject}
            </button>
          </li>
        ))}
      </ul>
      <MailSheet mail={opened} />
    </>
  )
}

function MailSheet({ mail }: { mail: SimulatedMail }) {
  const words = useWords()
  const { language } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <article class="mail" data-testid="mail-open" tabIndex={0}>
      <h3>{mail.subject}</h3>
      <p class="mail-from">{mail.from}</p>
      <p class="mail-from">
        {words('to')} {mail.to.join(', ')} · {dateAndTime(new Date(mail.at), language)}
      </p>
      <p class="mail-text">{mail.text}</p>
      {mail.attachments.length > 0 && (
        <ul class="attachments" aria-label={words('attachments')}>
          {mail.attachments.map(({ name, size }, index) => (
            <li>
              <Icon svg={Paperclip} />
              <a href={`/api/mails/${mail.id}/attachments/${index}`} target="_blank" rel="noreferrer">
                {name}
              </a>
              <span>{fileSize(size)}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
