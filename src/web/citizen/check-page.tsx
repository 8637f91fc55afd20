/** Everything once more before it is sent: answers with a way back to each, the fee, the declaration. */
import type { Definition, FormPage, Language, Text } from '../../service/definition.ts'
import { type FeeLine, feeTotal } from '../../service/fee.ts'
import type { Answers } from '../../service/form.ts'
import { CHANGES_TEXTS } from '../texts/changes.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { FORM_TEXTS } from '../texts/form.ts'
import { speak } from '../texts/speak.ts'
import { ErrorSummary, type SummaryItem } from '../ui/error-summary.tsx'
import { idOf } from '../ui/fields/form-handle.ts'
import { ProblemText } from '../ui/fields/frame.tsx'
import { Icon } from '../ui/icon.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'
import { AnswersList } from './answers-list.tsx'
import { FeeTable } from './fee-table.tsx'
import { Bars } from './form-parts.tsx'

export type CheckPageProps = {
  language: Language
  agency: Agency
  applicationId: string
  /** Only what shows with these answers. */
  pages: FormPage[]
  answers: Answers
  fee: FeeLine[]
  feeDue: Definition['fees']['due']
  declaration: Text
  backHref: string
  problems: SummaryItem[]
  /** The privacy notice, where it changed since the draft was begun. */
  notice?: Text
  /** Of the boxes below, those still to be ticked: `declaration`, `privacy_notice`. */
  unticked: string[]
}

export function CheckPage(props: CheckPageProps) {
  const { language, agency, applicationId, pages, answers, problems, unticked } = props
  const t = speak(CITIZEN_TEXTS, language)
  const f = speak(FORM_TEXTS, language)
  const changes = speak(CHANGES_TEXTS, language)
  const steps = pages.length + 1
  const action = `/l/apply/${applicationId}/check`
  return (
    <form method="post" action={action}>
      <Shell
        language={language}
        agency={agency}
        actions={
          <>
            <a class="btn sec" href={props.backHref}>
              {f('back')}
            </a>
            <button class="btn" type="submit">
              {t('submit')}
            </button>
          </>
        }
      >
        <div class="form-top">
          <div class="line">
            <span>
              <b>
                {f('step')} {steps}
              </b>{' '}
              {f('stepOf', { of: steps })}
            </span>
          </div>
          <Bars position={{ step: steps, of: steps }} label={f('progress')} />
        </div>
        {problems.length > 0 && (
          <ErrorSummary title={t('problemsTitle', { count: problems.length })} items={problems} />
        )}
        <h1>{t('checkTitle')}</h1>
        <AnswersList
          pages={pages}
          answers={answers}
          language={language}
          changeHref={(page, field) => `/l/apply/${applicationId}/${page.id}?from=check#${idOf(field.id)}`}
          whole
        />
        <section class="card pad">
          <h2>{th(t('feePreview'))}</h2>
          <FeeTable lines={props.fee} language={language} />
          {feeTotal(props.fee) > 0 && <p class="hint">{t(`feeWhen_${props.feeDue}`)}</p>}
        </section>
        {props.notice && (
          <Tick
            path="privacy_notice"
            name="noticed"
            title={changes('noticeTitle')}
            text={props.notice[language]}
            words={changes('noticeRead')}
            problem={unticked.includes('privacy_notice') && changes('noticeFirst')}
          />
        )}
        <Tick
          path="declaration"
          name="declared"
          title={t('declarationTitle')}
          text={props.declaration[language]}
          words={t('declare')}
          problem={unticked.includes('declaration') && t('declareFirst')}
        />
      </Shell>
    </form>
  )
}

type TickProps = {
  path: string
  name: string
  title: string
  text: string
  words: string
  problem: string | false
}

/** A text, and the box that says it was read. */
function Tick({ path, name, title, text, words, problem }: TickProps) {
  const id = idOf(path)
  return (
    <section class={problem ? 'card pad declaration wrong' : 'card pad declaration'}>
      <h2>{title}</h2>
      <p>{text}</p>
      <label class="tick">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
        />
        <span class="box">
          <Icon name="check" />
        </span>
        {words}
      </label>
      {problem && <ProblemText path={path} problem={problem} />}
    </section>
  )
}
