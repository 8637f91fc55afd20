/** What is held of somebody, who looked at it, and what they may do about it. */
import type { ConsentChoice } from '../../actions/choose-consent.ts'
import type { MyCase, MyData } from '../../actions/gather-my-data.ts'
import { CHANNEL_WORDS, EVENT_WORDS, METHOD_WORDS, REASON_WORDS, WHAT_WORDS } from '../../privacy/words.ts'
import { bangkokDay, shortDate, shortDateTime } from '../../service/dates.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { contactOf } from '../../service/privacy.ts'
import { MY_DATA_TEXTS } from '../texts/my-data.ts'
import { speak } from '../texts/speak.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'
import { RequestList } from './my-data-requests.tsx'

export type CopyState = { state: 'making' } | { state: 'ready'; id: string; endsAt: Date }
export type MyDataPageProps = {
  language: Language
  agency: Agency
  service: Pick<Definition, 'privacy' | 'agency'>
  data: MyData
  consents: ConsentChoice[]
  /** The latest copy, while it is being made or can be fetched. */
  copy?: CopyState
  /** A copy needs a proof of identity first. */
  proofNeeded: boolean
  changed: boolean
}

export function MyDataPage(props: MyDataPageProps) {
  const { language, agency, data, changed } = props
  const t = speak(MY_DATA_TEXTS, language)
  return (
    <Shell language={language} agency={agency}>
      <div class="my-data">
        <h1>{t('title')}</h1>
        <p class="muted">
          {th(t('lead'))} <a href="/privacy">{t('notice')}</a>
        </p>
        {changed && <Notice tone="ok" title={t('changedConsent')} live />}
        <Held data={data} language={language} />
        <Copy {...props} />
        <Consents {...props} />
        <Looks data={data} language={language} />
        <section class="card pad" id="requests">
          <h2>{t('requests')}</h2>
          <p class="muted">{th(t('requestsBody'))}</p>
          <RequestList requests={data.requests} language={language} />
          <a class="btn sec" href="/l/my-data/ask">
            {t('ask')}
          </a>
        </section>
        <DataOfficer {...props} />
      </div>
    </Shell>
  )
}

type DataProps = { data: MyData; language: Language }

function Held({ data, language }: DataProps) {
  const t = speak(MY_DATA_TEXTS, language)
  const { person, cases, proofs, questions, chats } = data
  const account: Fact[] = [
    { label: t('name'), value: person.displayName || '–' },
    { label: t('language'), value: t(`language_${person.language}`) },
    { label: t('since'), value: shortDate(bangkokDay(person.since), language) },
  ]
  return (
    <section class="card pad">
      <h2>{t('held')}</h2>
      <details>
        <summary>{t('account')}</summary>
        <Facts facts={account} />
      </details>
      {cases.map((each) => (
        <HeldCase key={each.id} found={each} language={language} />
      ))}
      <details>
        <summary>{t('proofs')}</summary>
        {proofs.length === 0 && <p class="muted">{t('none')}</p>}
        <Facts
          facts={proofs.map(({ method, level, at }) => ({
            label: shortDateTime(at, language),
            value: t('proof', { method: METHOD_WORDS[method][language], level }),
          }))}
        />
      </details>
      <details>
        <summary>{t('talk')}</summary>
        <p class="muted">
          {t('questionsCount', { count: questions.length })} · {t('chatsCount', { count: chats.length })}
        </p>
        <ul class="said">
          {questions.map(({ askedAt, text, answer }) => (
            <li key={askedAt.toISOString()}>
              <small class="num">{shortDateTime(askedAt, language)}</small>
              {text}
              {answer && <p>{answer}</p>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function HeldCase({ found, language }: { found: MyCase; language: Language }) {
  const t = speak(MY_DATA_TEXTS, language)
  const facts: Fact[] = found.answers.map(({ label, value }) => ({ label: th(label), value }))
  const list = (label: string, texts: string[]) =>
    texts.length > 0 && facts.push({ label, value: texts.join(', ') })
  list(
    t('files'),
    found.files.map(({ name }) => name),
  )
  list(
    t('documents'),
    found.documents.map(({ title }) => title),
  )
  if (found.score) facts.push({ label: t('score'), value: String(found.score) })
  return (
    <details>
      <summary>
        {t('case', { reference: found.reference ?? t('draft') })}
        <small>{th(found.title)}</small>
      </summary>
      <Facts facts={facts} />
    </details>
  )
}

function Copy({ language, copy, proofNeeded }: MyDataPageProps) {
  const t = speak(MY_DATA_TEXTS, language)
  return (
    <section class="card pad" id="copy">
      <h2>{t('copyTitle')}</h2>
      <p class="muted">{th(t('copyBody'))}</p>
      {proofNeeded ? (
        <>
          <Notice tone="warn" title={t('proofTitle')}>
            {th(t('proofBody'))}
          </Notice>
          <a class="btn" href="/l/identity/thaid">
            {t('prove')}
          </a>
        </>
      ) : (
        <CopyOf copy={copy} language={language} />
      )}
    </section>
  )
}

function CopyOf({ copy, language }: { copy?: CopyState; language: Language }) {
  const t = speak(MY_DATA_TEXTS, language)
  if (copy?.state === 'making')
    return (
      <>
        <Notice tone="info" title={th(t('copyMaking'))} live />
        <a class="btn sec" href="/l/my-data#copy">
          {t('reload')}
        </a>
      </>
    )
  if (copy?.state === 'ready')
    return (
      <>
        <p class="num">{t('copyUntil', { time: shortDateTime(copy.endsAt, language) })}</p>
        <div class="two">
          {(['pdf', 'json'] as const).map((format) => (
            <a key={format} class="btn sec" href={`/l/my-data/copies/${copy.id}/${format}`} download>
              <Icon name="download" /> {t(`copy_${format}`)}
            </a>
          ))}
        </div>
      </>
    )
  return (
    <form method="post" action="/l/my-data/copies">
      <button class="btn" type="submit">
        {t('copyAsk')}
      </button>
    </form>
  )
}

function Consents({ language, consents, data }: MyDataPageProps) {
  const t = speak(MY_DATA_TEXTS, language)
  const titles = new Map(consents.map(({ purpose }) => [purpose.id, purpose.title[language]]))
  return (
    <section class="card pad" id="consents">
      <h2>{t('consents')}</h2>
      {consents.length > 0 && <p class="muted">{th(t('consentsBody'))}</p>}
      <ul class="consents">
        {consents.map(({ purpose, given, at }) => (
          <li key={purpose.id}>
            <b>{th(purpose.title[language])}</b>
            <p>{th(purpose.text[language])}</p>
            <p class="muted num">
              {given && at ? t('givenAt', { time: shortDateTime(at, language) }) : t('notGiven')}
            </p>
            <form method="post" action={`/l/my-data/consents/${purpose.id}`}>
              <input type="hidden" name="given" value={given ? 'no' : 'yes'} />
              <button
                class="btn sec"
                type="submit"
                aria-label={consentLabel(purpose.title[language], t, given)}
              >
                {t(given ? 'withdraw' : 'give')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('shownTitle')}</summary>
        <Facts
          facts={data.consents.map(({ at, event, purpose, version, channel }) => ({
            label: shortDateTime(at, language),
            value: [
              EVENT_WORDS[event][language],
              titles.get(purpose),
              t('version', { version }),
              CHANNEL_WORDS[channel][language],
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </details>
    </section>
  )
}

const consentLabel = (title: string, t: (key: 'withdraw' | 'give') => string, given: boolean): string =>
  `${t(given ? 'withdraw' : 'give')}: ${title}`

const FIRST_LOOKS = 5

function Looks({ data, language }: DataProps) {
  const t = speak(MY_DATA_TEXTS, language)
  const shown = data.looks.slice(0, FIRST_LOOKS)
  const rest = data.looks.slice(FIRST_LOOKS)
  return (
    <section class="card pad" id="looks">
      <h2>{t('looks')}</h2>
      <p class="muted">{th(t('looksBody'))}</p>
      {shown.length === 0 && <p>{t('noLooks')}</p>}
      <LookList looks={shown} language={language} />
      {rest.length > 0 && (
        <details>
          <summary>{t('allLooks', { count: data.looks.length })}</summary>
          <LookList looks={rest} language={language} />
        </details>
      )}
    </section>
  )
}

function LookList({ looks, language }: { looks: MyData['looks']; language: Language }) {
  return (
    <ul class="looks">
      {looks.map(({ at, by, reason, what, reference }) => (
        <li key={`${at.toISOString()}${by}${what}${reference}`}>
          <b>{by}</b>
          <span>
            {[REASON_WORDS[reason][language], WHAT_WORDS[what][language], reference]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <small class="num">{shortDateTime(at, language)}</small>
        </li>
      ))}
    </ul>
  )
}

function DataOfficer({ language, service }: Pick<MyDataPageProps, 'language' | 'service'>) {
  const { name, phone, email } = contactOf(service)
  return (
    <p class="muted">
      {speak(MY_DATA_TEXTS, language)('officer')}: {th(name[language])} · {phone} ·{' '}
      <a href={`mailto:${email}`}>{email}</a>
    </p>
  )
}
