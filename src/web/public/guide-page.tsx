/** The citizen's guide (คู่มือสำหรับประชาชน), all of it from the service's definition. */

import { titleWords } from '../../service/compounds.ts'
import { longDate } from '../../service/dates.ts'
import type { Definition, FrequentQuestion, GuideTopic, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { Facts } from './guide-facts.tsx'
import { Fees } from './guide-fees.tsx'
import { Documents, Steps } from './guide-lists.tsx'
import { Questions } from './guide-questions.tsx'
import { GUIDE_TEXTS } from './guide-texts.ts'
import { LineLinks, OpenInLine } from './home-page.tsx'
import { Site, type SiteProps } from './site.tsx'
import { faqData, structuredData } from './structured-data.ts'
import { PUBLIC_TEXTS } from './texts.ts'

export type GuidePageProps = SiteProps & {
  definition: Definition
  /** Questions that officers have made public. */
  published: readonly FrequentQuestion[]
  applyUrl: string
  trackUrl: string
  /** This page's full address. */
  url: string
  qr: string
}

/** Which column a topic stands in, and so beside what; those of other icons follow on the left. */
const RIGHT: GuideTopic['icon'][] = ['files', 'banknote', 'map-pin']

export function GuidePage({ definition, published, applyUrl, trackUrl, url, qr, ...site }: GuidePageProps) {
  const { language, agency } = site
  const t = speak(GUIDE_TEXTS, language)
  const { topics, disclaimer, updatedOn } = definition.guide
  const lead = topics[0]?.answer[language] ?? ''
  const column = (right: boolean) => topics.filter((topic) => RIGHT.includes(topic.icon) === right)
  return (
    <Site {...site} at="/service">
      <p class="crumb">
        <a href={`/?lang=${language}`}>{speak(PUBLIC_TEXTS, language)('home')}</a> / {t('guide')}
      </p>
      <div class="top">
        <div>
          <h1>{th(definition.title[language], titleWords(definition))}</h1>
          <p class="lead">{th(lead)}</p>
          <LineLinks applyUrl={applyUrl} trackUrl={trackUrl} language={language} />
        </div>
        <OpenInLine qr={qr} language={language} />
      </div>
      <Facts definition={definition} language={language} />
      <div class="cols">
        <div>
          {column(false).map((topic) => (
            <Topic key={topic.id} topic={topic} definition={definition} language={language} />
          ))}
          <NeededFor definition={definition} language={language} />
          <Conditions definition={definition} language={language} />
        </div>
        <div>
          {column(true).map((topic) => (
            <Topic key={topic.id} topic={topic} definition={definition} language={language} />
          ))}
        </div>
      </div>
      <Questions definition={definition} published={published} language={language} />
      <p class="disclaimer">
        <Icon name="info" />
        {disclaimer[language]}
      </p>
      <p class="upd">
        {th(t('updated', { date: longDate(updatedOn, language), unit: agency.unit[language] }))}
      </p>
      <OpenData definition={definition} language={language} />
      {[
        structuredData({ definition, language, url, applyUrl }),
        faqData({ definition, published, language }),
      ].map((data) => (
        <script key={data} type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />
      ))}
    </Site>
  )
}

type Props = { topic: GuideTopic; definition: Definition; language: Language }

/** A topic as the chat answers it, followed by what the definition knows of the same matter. */
function Topic({ topic, definition, language }: Props) {
  const more = topic.more?.[language] ?? []
  const sentences = saidElsewhere(topic, definition) ? more : [topic.answer[language], ...more]
  return (
    <section id={topic.id}>
      <h2>{topic.title[language]}</h2>
      <ul class="who">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Icon name="circle-check" />
            <span>{th(sentence)}</span>
          </li>
        ))}
      </ul>
      <Matter topic={topic} definition={definition} language={language} />
    </section>
  )
}

/** The first answer leads the page, and the law is named in full below its heading. */
function saidElsewhere(topic: GuideTopic, definition: Definition): boolean {
  const more = topic.more?.th.length ?? 0
  return topic.icon === 'scale' || (topic === definition.guide.topics[0] && more > 0)
}

function Matter({ topic, definition, language }: Props) {
  if (topic.icon === 'clock') return <Steps definition={definition} language={language} />
  if (topic.icon === 'files') return <Documents definition={definition} language={language} />
  if (topic.icon === 'banknote') return <Fees definition={definition} language={language} />
  if (topic.icon === 'scale') return <Law definition={definition} language={language} />
  return null
}

type PartProps = { definition: Definition; language: Language }

function Law({ definition, language }: PartProps) {
  const t = speak(GUIDE_TEXTS, language)
  return (
    <ul class="law">
      <li>{definition.law[language]}</li>
      <li>{t('timeLaw', { law: definition.clock.law[language] })}</li>
    </ul>
  )
}

/** What must hold for the licence to be granted. */
function NeededFor({ definition, language }: PartProps) {
  const { conditions } = definition.guide
  if (conditions.length === 0) return null
  return (
    <section id="conditions">
      <h2>{speak(GUIDE_TEXTS, language)('needed_for')}</h2>
      <ol class="numbered">
        {conditions.map((condition) => (
          <li key={condition.th}>{th(condition[language])}</li>
        ))}
      </ol>
    </section>
  )
}

/** The same for machines, and on which terms. */
function OpenData({ definition, language }: PartProps) {
  const { name, url } = definition.guide.reuse
  return (
    <p class="upd data">
      {speak(GUIDE_TEXTS, language)('openData')} <a href="/guide.json">JSON</a> · <a href="/guide.csv">CSV</a>{' '}
      ·{' '}
      <a href={url} rel="license">
        {name}
      </a>
    </p>
  )
}

function Conditions({ definition, language }: PartProps) {
  if (definition.licence.conditions.length === 0) return null
  return (
    <section>
      <h2>{speak(GUIDE_TEXTS, language, definition.licence.name)('conditions')}</h2>
      <ol class="numbered" lang="th">
        {definition.licence.conditions.map((condition) => (
          <li key={condition}>{th(condition)}</li>
        ))}
      </ol>
    </section>
  )
}
