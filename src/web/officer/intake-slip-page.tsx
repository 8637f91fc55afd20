/** The acknowledgement that is printed for somebody at the counter; with the payment's QR once a fee is due. */
import type { CaseView } from '../../actions/view-case.ts'
import type { Channel } from '../../application/table.ts'
import { titleWords } from '../../service/compounds.ts'
import { bangkokDay, longDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { isEmpty } from '../../service/form.ts'
import { formatMoney } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Emblem } from '../ui/emblem.tsx'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { INTAKE_TEXTS } from './intake-texts.ts'

export type IntakeSlipPageProps = DeskProps & {
  found: CaseView
  channel: Channel
  receiver: { name: string; position: string }
  /** The scan of the signed form. */
  scanId?: string
  /** Just handed in. */
  fresh: boolean
}

export function IntakeSlipPage({ found, channel, receiver, scanId, fresh, ...desk }: IntakeSlipPageProps) {
  const { language } = desk
  const t = speak(INTAKE_TEXTS, language)
  return (
    <Desk {...desk} narrow>
      <div class="no-print slip-actions">
        {fresh && (
          <p class="alert ok" role="status">
            <Icon name="circle-check" />
            {t('handedInNow')}
          </p>
        )}
        <p>
          <Icon name="info" /> <span class="by-keyboard">{t('print')}</span>
          <span class="by-touch">{t('printPhone')}</span> ·{' '}
          <a href={`/o/cases/${found.id}`}>{t('openCase')}</a>
          {scanId && (
            <>
              {' · '}
              <a href={`/files/${scanId}`}>{t('scanKept')}</a>
            </>
          )}
        </p>
      </div>
      <article class="card sheet slip">
        <header>
          <Emblem size={48} />
          <p>
            <b>{desk.agency.name[language]}</b>
            <br />
            {desk.agency.unit[language]}
          </p>
          <h1>{t('slipTitle')}</h1>
        </header>
        <Facts found={found} channel={channel} language={language} />
        <Documents found={found} language={language} />
        <Payment found={found} language={language} />
        <footer>
          <p>
            {t('askAt')} <span class="nb">{desk.agency.phone}</span>
          </p>
          <p class="sign">
            {t('signature')} ...................................................
            <br />({receiver.name})
            <br />
            {receiver.position} · {t('receiver')}
          </p>
        </footer>
      </article>
    </Desk>
  )
}

type Props = { found: CaseView; language: Language }

function Facts({ found, channel, language }: Props & { channel: Channel }) {
  const t = speak(INTAKE_TEXTS, language)
  const received = found.receivedAt ? longDate(bangkokDay(found.receivedAt), language) : ''
  const rows: [string, string][] = [
    [t('reference'), found.reference ?? ''],
    [t('service'), found.definition.title[language]],
    [t('applicant'), found.holder],
    [t('place'), found.place],
    [t('received'), `${received} · ${t(`channel_${channel}`)}`],
    [t('dueOn'), found.dueOn ? longDate(found.dueOn, language) : '–'],
  ]
  return (
    <dl class="kv">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{th(value, titleWords(found.definition))}</dd>
        </div>
      ))}
    </dl>
  )
}

function Documents({ found, language }: Props) {
  const t = speak(INTAKE_TEXTS, language)
  const given = found.definition.form.documents.filter(({ id }) => !isEmpty(found.answers[id]))
  return (
    <section>
      <h2>{t('documents')}</h2>
      {given.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul>
          {given.map((document) => (
            <li key={document.id}>{th(document.label[language])}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Payment({ found, language }: Props) {
  const t = speak(INTAKE_TEXTS, language)
  const { invoice } = found
  if (invoice?.status !== 'open') return null
  const words = t('payBody', {
    day: longDate(invoice.payBy, language),
    amount: formatMoney(invoice.satang),
  })
  return (
    <section class="slip-pay">
      <h2>{t('payTitle')}</h2>
      <img src={`/qr/${invoice.id}.png`} alt={t('payTitle')} width={180} height={180} />
      <p>{th(words)}</p>
      <p class="num">
        Ref.1 {invoice.ref1} · Ref.2 {invoice.ref2}
      </p>
    </section>
  )
}
