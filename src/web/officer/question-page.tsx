/** One question: the words, the answer or the box for it, and afterwards the way to make both public. */
import type { OfficerQuestion } from '../../actions/view-questions.ts'
import { LONGEST } from '../../question/rules.ts'
import { longDate, shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Asker } from './asker.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { Problems } from './form-parts.tsx'
import type { FormProblem } from './forms.ts'
import { PublishForm } from './publish-form.tsx'
import type { Draft, QuestionDone } from './question-forms.ts'
import { QUESTION_TEXTS } from './question-texts.ts'

export type QuestionPageProps = DeskProps & {
  found: OfficerQuestion
  /** What stands in the answer's box. */
  typed: string
  draft: Draft
  problems: FormProblem[]
  /** Written in vain: a colleague was faster. */
  unsent?: string
  done?: QuestionDone
}

export function QuestionPage({ found, typed, draft, problems, unsent, done, ...desk }: QuestionPageProps) {
  const { language } = desk
  const t = speak(QUESTION_TEXTS, language)
  const form = { found, problems, language }
  return (
    <Desk {...desk}>
      <Header found={found} language={language} />
      {done && (
        <p class="flash" role="status">
          <Icon name="circle-check" />
          {t(`done_${done}`)}
        </p>
      )}
      <Problems problems={problems} language={language} />
      {unsent && <AnsweredAlready unsent={unsent} language={language} />}
      <div class="talk">
        <div class="talk-main">
          <section class="card sheet" aria-labelledby="asked-title">
            <h2 class="sr" id="asked-title">
              {t('columnQuestion')}
            </h2>
            <p class="bubble">{found.text ?? t('erased')}</p>
            {found.answer !== undefined && <Answer found={found} language={language} />}
          </section>
          {found.answeredAt === undefined && found.text !== undefined && (
            <AnswerForm {...form} typed={typed} />
          )}
          {found.answeredAt && <PublishForm {...form} draft={draft} />}
        </div>
        <Facts found={found} language={language} />
      </div>
    </Desk>
  )
}

type Props = { found: OfficerQuestion; language: Language }

function Header({ found, language }: Props) {
  const t = speak(QUESTION_TEXTS, language)
  const isAnswered = found.answeredAt !== undefined
  return (
    <>
      <p class="back">
        <a href={`/o/questions?tab=${isAnswered ? 'answered' : 'waiting'}`}>
          <Icon name="arrow-left" />
          {t('questions')}
        </a>
      </p>
      <header class="case-head">
        <div>
          <h1>{t('questionOf', { name: found.askedBy || t('noName') })}</h1>
        </div>
        <div class="case-state">
          <span class={`tag ${isAnswered ? 'ok' : 'warn'}`}>
            <Icon name={isAnswered ? 'circle-check' : 'clock'} />
            {t(isAnswered ? 'state_answered' : 'state_waiting')}
          </span>
          {found.isLate && (
            <span class="due due-bad">
              <Icon name="circle-alert" />
              {t('late')}
            </span>
          )}
        </div>
      </header>
    </>
  )
}

function AnsweredAlready({ unsent, language }: { unsent: string; language: Language }) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <section class="alert warn" role="alert" aria-labelledby="already-title">
      <Icon name="triangle-alert" />
      <div>
        <h2 id="already-title">{t('answeredAlready')}</h2>
        <p class="lines">{t('unsentDraft', { text: unsent })}</p>
      </div>
    </section>
  )
}

function Answer({ found, language }: Props) {
  const t = speak(QUESTION_TEXTS, language)
  const { answeredAt, answeredBy = '', sentAt } = found
  return (
    <>
      <p class="bubble ours">{found.answer}</p>
      <p class="said-by num">
        {answeredAt && t('answered', { officer: answeredBy, date: shortDateTime(answeredAt, language) })}
        {' · '}
        {sentAt ? t('sent', { time: shortDateTime(sentAt, language).slice(-9).trim() }) : t('notSent')}
      </p>
    </>
  )
}

type FormProps = Props & { problems: FormProblem[] }

function AnswerForm({ found, problems, language, typed }: FormProps & { typed: string }) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <form class="card sheet" method="post" action={`/o/questions/${found.id}/answer`}>
      <label class="lab" for="answer">
        {t('answer')}
      </label>
      <p class="hint" id="answer-hint">
        {t('answerHint')}
      </p>
      <textarea
        class="in"
        id="answer"
        name="answer"
        rows={6}
        maxLength={LONGEST.answer}
        lang={found.language}
        aria-describedby="answer-hint"
        aria-invalid={problems.length > 0}
        value={typed}
      />
      <Ready found={found} language={language} />
      <button class="btn send" type="submit">
        <Icon name="send" />
        {t('send')}
      </button>
    </form>
  )
}

/** Without a script a press loads the page with the words in the box; with one they are added to what stands there. */
function Ready({ found, language }: Props) {
  return (
    <div class="ready">
      <h2>{speak(QUESTION_TEXTS, language)('ready')}</h2>
      <ul>
        {found.ready.map(({ id, title, text }) => (
          <li key={id}>
            <a href={`?ready=${id}#answer`} data-insert="answer" data-text={text} lang={found.language}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Facts({ found, language }: Props) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <aside>
      {!found.following && (
        <p class="alert warn">
          <Icon name="triangle-alert" />
          {t('notFollowing')}
        </p>
      )}
      <Asker
        title={t('facts')}
        name={found.askedBy}
        cases={found.cases}
        note={t('kept', { days: found.keptDays })}
        language={language}
      >
        <div>
          <dt>{t('askedAt')}</dt>
          <dd class="num">{shortDateTime(found.askedAt, language)}</dd>
        </div>
        <div>
          <dt>{t('expected')}</dt>
          <dd class="num">{t('by', { date: longDate(found.expectedOn, language) })}</dd>
        </div>
        <div>
          <dt>{t('language')}</dt>
          <dd>{t(`language_${found.language}`)}</dd>
        </div>
      </Asker>
    </aside>
  )
}
