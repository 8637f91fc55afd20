import { Mail } from 'lucide-static'
import type { SimulatedMail } from '../../api.ts'
import { Icon } from '../icon.tsx'
import { timeOfDay } from '../live/moments.ts'
import { useWords } from '../words.tsx'

export function Mailbox({ mails, onOpen }: { mails: SimulatedMail[]; onOpen: (id: string) => void }) {
  const words = useWords()
  return (
    <section aria-labelledby="mailbox">
      <h2 id="mailbox">
        {words('mailbox')} {mails.length > 0 && <span class="count">{mails.length}</span>}
      </h2>
      {mails.length === 0 && <p class="quiet">{words('noMail')}</p>}
      <ul class="mailbox">
        {mails.toReversed().map((mail) => (
          <li key={mail.id}>
            <button type="button" data-testid={`mail-${mail.id}`} onClick={() => onOpen(mail.id)}>
              <Icon svg={Mail} />
              <span>
                <b>{mail.subject}</b>
                <span>{mail.to.join(', ')}</span>
              </span>
              <time dateTime={mail.at}>{timeOfDay(new Date(mail.at))}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
