/** The applicant's home: what waits for them first, then applying, then everything else. */
import type { CaseSummary } from '../../actions/view-case.ts'
import { titleWords } from '../../service/compounds.ts'
import { shortDate, shortDateTime } from '../../service/dates.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { MY_DATA_TEXTS } from '../texts/my-data.ts'
import { speak } from '../texts/speak.ts'
import { Contact } from '../ui/contact.tsx'
import { Icon } from '../ui/icon.tsx'
import { Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'
import { caseHref, LOOKS, TODOS } from './look.ts'

type Service = Pick<Definition, 'title' | 'short' | 'licence'>
export type HomePageProps = {
  language: Language
  agency: Agency
  service: Service
  cases: CaseSummary[]
}

export function HomePage({ language, agency, service, cases }: HomePageProps) {
  const t = speak(CITIZEN_TEXTS, language, service.licence.name)
  const todo = cases.filter((each) => TODOS[each.status])
  const others = cases.filter((each) => !TODOS[each.status])
  return (
    <Shell language={language} agency={agency}>
      <p class="over">{agency.name[language]}</p>
      <h1>{th(t('homeTitle'))}</h1>
      {todo.length > 0 && (
        <section class="block">
          <h2>{t('todo')}</h2>
          {todo.map((each) => (
            <TodoCard key={each.id} found={each} service={service} language={language} />
          ))}
        </section>
      )}
      {!cases.some((each) => each.status === 'draft') && (
        <a class="card link-card apply" href="/l/apply">
          <span class="badge info">
            <Icon name="file-pen" />
          </span>
          <span>
            <b>{t('startTitle')}</b>
            <small>{th(service.title[language], titleWords(service))}</small>
          </span>
          <Icon name="chevron-right" />
        </a>
      )}
      <section class="block">
        <h2>{t('myCases')}</h2>
        <CaseList cases={others} service={service} language={language} />
      </section>
      <a class="card link-card" href="/l/wallet">
        <span class="badge info">
          <Icon name="wallet" />
        </span>
        <span>
          <b>{t('myLicences')}</b>
        </span>
        <Icon name="chevron-right" />
      </a>
      <a class="card link-card" href="/l/my-data">
        <span class="badge info">
          <Icon name="shield-check" />
        </span>
        <span>
          <b>{MY_DATA_TEXTS.title[language]}</b>
        </span>
        <Icon name="chevron-right" />
      </a>
      <Contact language={language} agency={agency} />
    </Shell>
  )
}

type CardProps = { found: CaseSummary; service: Service; language: Language }

function TodoCard({ found, service, language }: CardProps) {
  const t = speak(CITIZEN_TEXTS, language)
  const todo = TODOS[found.status]
  return (
    <article class={found.status === 'draft' ? 'card todo-card calm' : 'card todo-card'}>
      <StatusTag status={found.status} service={service} language={language} />
      <h3>{th(found.summary || service.short[language])}</h3>
      <p class="muted">
        {found.reference ? t('reference', { reference: found.reference }) : t('draft')} ·{' '}
        {t('updated', { when: shortDateTime(found.updatedAt, language) })}
      </p>
      {todo && (
        <a class="btn" href={todo.href(found.id)}>
          {t(todo.words)}
        </a>
      )}
    </article>
  )
}

function CaseList({
  cases,
  service,
  language,
}: {
  cases: CaseSummary[]
  service: Service
  language: Language
}) {
  const t = speak(CITIZEN_TEXTS, language)
  if (cases.length === 0) return <p class="muted">{t('noCasesBody')}</p>
  return (
    <ul class="cases">
      {cases.map((each) => (
        <li key={each.id}>
          <a class="card link-card" href={caseHref(each)}>
            <span>
              <b>{th(each.summary || service.short[language])}</b>
              <small class="num">{each.reference ?? t('draft')}</small>
              <StatusTag status={each.status} service={service} language={language} />
              {each.dueOn && (each.status === 'submitted' || each.status === 'in_review') && (
                <small>
                  {t('dueOn')} {shortDate(each.dueOn, language)}
                </small>
              )}
            </span>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ul>
  )
}

type TagProps = { status: CaseSummary['status']; service: Service; language: Language }

export function StatusTag({ status, service, language }: TagProps) {
  const { icon, tone } = LOOKS[status]
  return (
    <span class={`tag ${tone}`}>
      <Icon name={icon} /> {speak(CITIZEN_TEXTS, language, service.licence.name)(`status_${status}`)}
    </span>
  )
}

/** All cases, the ended ones too. */
export function CasesPage({ language, agency, service, cases }: HomePageProps) {
  const t = speak(CITIZEN_TEXTS, language, service.licence.name)
  return (
    <Shell language={language} agency={agency}>
      {cases.length === 0 ? (
        <Statement icon="inbox" title={t('noCases')}>
          <p>{t('noCasesBody')}</p>
          <a class="btn" href="/l/apply">
            {t('startTitle')}
          </a>
        </Statement>
      ) : (
        <>
          <h1>{t('casesTitle')}</h1>
          <CaseList cases={cases} service={service} language={language} />
        </>
      )}
      <Contact language={language} agency={agency} />
    </Shell>
  )
}
