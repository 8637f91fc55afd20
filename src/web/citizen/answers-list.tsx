/** All answers of a case, page by page, as they will be read. */
import type { Field, FormPage, Language, Question, RepeatField } from '../../service/definition.ts'
import { showAnswer } from '../../service/display.ts'
import {
  type Answer,
  type Answers,
  type FileAnswer,
  filesOf,
  isEmpty,
  isQuestion,
  isRequired,
  type Row,
  rowsOf,
  visibleInRow,
} from '../../service/form.ts'
import { maskPassport, maskThaiId } from '../../service/thai.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'

type Props = {
  pages: FormPage[]
  answers: Answers
  language: Language
  /** Address of the page where this field is changed; without it nothing can be changed. */
  changeHref?: (page: FormPage, field: Field) => string
  /** Whole ID numbers, for the person to check; masked otherwise. */
  whole?: boolean
}

export function AnswersList({ pages, ...rest }: Props) {
  return (
    <>
      {pages.map((page) => (
        <section key={page.id} class="card pad answers">
          <h2>{th(page.title[rest.language])}</h2>
          <dl>
            {page.fields.filter(isQuestion).map((field) => (
              <AnswerRow key={field.id} page={page} field={field} {...rest} />
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

type RowProps = Omit<Props, 'pages'> & { page: FormPage; field: Question }

function AnswerRow({ page, field, answers, language, changeHref, whole }: RowProps) {
  const t = speak(CITIZEN_TEXTS, language)
  const value = answers[field.id]
  const label = field.label[language]
  const required = isRequired(field, answers)
  return (
    <div id={`a-${field.id}`}>
      <dt>{th(label)}</dt>
      <dd>
        {isEmpty(value) ? (
          <span class={required ? 'missing' : 'muted'}>{t(required ? 'missing' : 'notGiven')}</span>
        ) : (
          <AnswerText field={field} value={value} answers={answers} language={language} whole={whole} />
        )}
      </dd>
      {changeHref && (
        <dd class="change">
          <a href={changeHref(page, field)}>
            {t('change')} <span class="sr">{label}</span>
          </a>
        </dd>
      )}
    </div>
  )
}

type TextProps = Pick<Props, 'answers' | 'language' | 'whole'> & {
  field: Question
  value: Answer | undefined
}

function AnswerText({ field, value, answers, language, whole }: TextProps) {
  if (field.type === 'repeat') return <Rows field={field} rows={rowsOf(value)} {...{ answers, language }} />
  if (field.type === 'file') return <Files files={filesOf(value)} />
  if (field.type === 'thai_id' && !whole) return <span class="num">{maskThaiId(String(value))}</span>
  if (field.type === 'passport' && !whole) return <span class="num">{maskPassport(String(value))}</span>
  return <span class="num">{showAnswer(field, value, language)}</span>
}

type RowsProps = Pick<Props, 'answers' | 'language'> & { field: RepeatField; rows: Row[] }

function Rows({ field, rows, answers, language }: RowsProps) {
  return (
    <ol class="rows">
      {rows.map((row, index) => (
        <li key={index}>
          <b>
            {field.item[language]} {index + 1}
          </b>
          {visibleInRow(field, row, answers)
            .filter((each) => !isEmpty(row[each.id]))
            .map((each) => (
              <span key={each.id}>
                {each.label[language]}: {showAnswer(each, row[each.id], language)}
              </span>
            ))}
        </li>
      ))}
    </ol>
  )
}

function Files({ files }: { files: FileAnswer[] }) {
  return (
    <ul class="rows">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/files/${file.id}`} target="_blank" rel="noopener">
            <Icon name={file.type === 'application/pdf' ? 'file-text' : 'image'} /> {file.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
