/** All answers of a case, page by page, as they will be read. */
import { isoFromParts } from '../../service/dates.ts'
import type { Field, FormPage, Language, RepeatField } from '../../service/definition.ts'
import { showAnswer } from '../../service/display.ts'
import {
  type Answer,
  type Answers,
  dateParts,
  type FileAnswer,
  holds,
  isEmpty,
  type Row,
} from '../../service/form.ts'
import { maskThaiId } from '../../service/thai.ts'
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
            {page.fields.map((field) => (
              <AnswerRow key={field.id} page={page} field={field} {...rest} />
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

type RowProps = Omit<Props, 'pages'> & { page: FormPage; field: Field }

function AnswerRow({ page, field, answers, language, changeHref, whole }: RowProps) {
  const t = speak(CITIZEN_TEXTS, language)
  const value = answers[field.id]
  const label = field.label[language]
  return (
    <div id={`a-${field.id}`}>
      <dt>{th(label)}</dt>
      <dd>
        {isEmpty(value) ? (
          <span class={field.optional ? 'muted' : 'missing'}>
            {t(field.optional ? 'notGiven' : 'missing')}
          </span>
        ) : (
          <AnswerText field={field} value={value} language={language} whole={whole} />
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

type TextProps = { field: Field; value: Answer | undefined; language: Language; whole?: boolean }

function AnswerText({ field, value, language, whole }: TextProps) {
  if (field.type === 'repeat') return <Rows field={field} rows={(value ?? []) as Row[]} language={language} />
  if (field.type === 'file') return <Files files={(value ?? []) as FileAnswer[]} />
  if (field.type === 'thai_id' && !whole) return <span class="num">{maskThaiId(String(value))}</span>
  return <span class="num">{readable(field, value, language)}</span>
}

function Rows({ field, rows, language }: { field: RepeatField; rows: Row[]; language: Language }) {
  return (
    <ol class="rows">
      {rows.map((row, index) => (
        <li key={index}>
          <b>
            {field.item[language]} {index + 1}
          </b>
          {field.fields
            .filter((each) => holds(each.when, row) && !isEmpty(row[each.id]))
            .map((each) => (
              <span key={each.id}>
                {each.label[language]}: {readable(each, row[each.id], language)}
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

/** A draft's dates are still as typed: those that exist are shown as dates. */
function readable(field: Field, value: Answer | undefined, language: Language): string {
  const date = field.type === 'date' ? isoFromParts(dateParts(value)) : undefined
  return showAnswer(field, date ?? value, language)
}
