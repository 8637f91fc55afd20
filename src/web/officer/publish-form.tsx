/** An answered question made public: its words in both languages, freed of what is the asker's own. */
import type { OfficerQuestion } from '../../actions/view-questions.ts'
import { LONGEST } from '../../question/rules.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import type { FormProblem } from './forms.ts'
import type { Draft } from './question-forms.ts'
import { QUESTION_TEXTS } from './question-texts.ts'

type Props = { found: OfficerQuestion; draft: Draft; problems: FormProblem[]; language: Language }

export function PublishForm({ found, draft, problems, language }: Props) {
  const t = speak(QUESTION_TEXTS, language)
  const isPublic = found.publication?.isPublic === true
  const isWrong = (name: string) => problems.some(({ href }) => href === `#${name}`)
  const box = (name: keyof typeof values, max: number) => (
    <Box name={name} value={values[name]} max={max} isWrong={isWrong(name)} language={language} />
  )
  const values = {
    question_th: draft.question.th,
    question_en: draft.question.en,
    answer_th: draft.answer.th,
    answer_en: draft.answer.en,
  }
  return (
    <section class="card sheet publish" id="publish" aria-labelledby="publish-title">
      <h2 id="publish-title">
        {t('publish')}
        {isPublic && (
          <span class="tag ok">
            <Icon name="badge-check" />
            {t('published')}
          </span>
        )}
      </h2>
      <p class="hint">{t('publishHint')}</p>
      <form method="post" action={`/o/questions/${found.id}/publish`}>
        <p class="alert warn">
          <Icon name="triangle-alert" />
          {t('personal')}
        </p>
        <div class="pair">
          {box('question_th', LONGEST.publicQuestion)}
          {box('question_en', LONGEST.publicQuestion)}
        </div>
        <div class="pair">
          {box('answer_th', LONGEST.publicAnswer)}
          {box('answer_en', LONGEST.publicAnswer)}
        </div>
        <p class="hint">{t('otherLanguage')}</p>
        <Wordings value={draft.wordings} isWrong={isWrong('wordings')} language={language} />
        <button class="btn" type="submit">
          {t(isPublic ? 'publishAgain' : 'publish')}
        </button>
      </form>
      {isPublic && (
        <form method="post" action={`/o/questions/${found.id}/withdraw`}>
          <button class="btn bad" type="submit">
            {t('withdraw')}
          </button>
        </form>
      )}
    </section>
  )
}

type Name = 'question_th' | 'question_en' | 'answer_th' | 'answer_en'
type BoxProps = { name: Name; value: string; max: number; isWrong: boolean; language: Language }

function Box({ name, value, max, isWrong, language }: BoxProps) {
  return (
    <div>
      <label class="lab" for={name}>
        {speak(QUESTION_TEXTS, language)(name)}
      </label>
      <textarea
        class="in"
        id={name}
        name={name}
        rows={name.startsWith('answer') ? 4 : 2}
        maxLength={max}
        lang={name.slice(-2)}
        aria-invalid={isWrong}
        value={value}
      />
    </div>
  )
}

function Wordings({ value, isWrong, language }: { value: string; isWrong: boolean; language: Language }) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <div class="wordings">
      <label class="lab" for="wordings">
        {t('wordings')} <small>{t('optional')}</small>
      </label>
      <p class="hint" id="wordings-hint">
        {t('wordingsHint')}
      </p>
      <textarea
        class="in"
        id="wordings"
        name="wordings"
        rows={2}
        aria-describedby="wordings-hint"
        aria-invalid={isWrong}
        value={value}
      />
    </div>
  )
}
