/** What the applicant stated, page by page as in the form. Numbers of identity stay masked until asked for. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { Language, PlainField, Question, RepeatField } from '../../service/definition.ts'
import { showAnswer } from '../../service/display.ts'
import {
  type Answer,
  type Answers,
  formPages,
  isQuestion,
  type PlainAnswer,
  type Row,
  rowsOf,
  visibleInRow,
  visiblePages,
} from '../../service/form.ts'
import { maskPassport, maskThaiId } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Phrases } from '../ui/phrases.tsx'
import { OFFICER_TEXTS } from './texts.ts'

type Props = { found: OfficerCase; language: Language }

export function CaseAnswers({ found, language }: Props) {
  const pages = visiblePages(formPages(found.definition), found.answers)
  const corrected = correctedFields(found)
  return (
    <div class="answers">
      {pages.map((page) => {
        const fields = page.fields.filter(isQuestion).filter((field) => field.type !== 'file')
        if (fields.length === 0) return null
        return (
          <section key={page.id}>
            <h3>{page.title[language]}</h3>
            <dl class="kv">
              {fields.map((field) => (
                <AnswerRow
                  key={field.id}
                  field={field}
                  answers={found.answers}
                  corrected={corrected.has(field.id)}
                  language={language}
                />
              ))}
            </dl>
          </section>
        )
      })}
    </div>
  )
}

/** Fields that the applicant has mended after a return. */
export function correctedFields(found: OfficerCase): Set<string> {
  const resolved = found.corrections.filter((correction) => correction.resolvedAt)
  return new Set(resolved.flatMap((correction) => correction.items.map((item) => item.field)))
}

type RowProps = { field: Question; answers: Answers; corrected: boolean; language: Language }

function AnswerRow({ field, answers, corrected, language }: RowProps) {
  const value: Answer | undefined = answers[field.id]
  const t = speak(OFFICER_TEXTS, language)
  return (
    <div class={corrected ? 'corrected' : undefined}>
      <dt>
        {field.label[language]}
        {corrected && (
          <span class="tag warn">
            <Icon name="refresh-cw" />
            {t('correctedMark')}
          </span>
        )}
      </dt>
      <dd>
        {field.type === 'repeat' ? (
          <Rows field={field} rows={rowsOf(value)} {...{ answers, language }} />
        ) : (
          field.type !== 'file' && (
            <PlainValue field={field} value={value as PlainAnswer | undefined} language={language} />
          )
        )}
      </dd>
    </div>
  )
}

type RowsProps = { field: RepeatField; rows: Row[]; answers: Answers; language: Language }

function Rows({ field, rows, answers, language }: RowsProps) {
  return (
    <ol class="rows">
      {rows.map((row, index) => (
        <li key={index}>
          <b>
            {field.item[language]} {index + 1}
          </b>
          <dl>
            {visibleInRow(field, row, answers).map((each) => (
              <div key={each.id}>
                <dt>{each.label[language]}</dt>
                <dd>
                  <PlainValue field={each} value={row[each.id]} language={language} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}

const MASKS: Partial<Record<PlainField['type'], (text: string) => string>> = {
  thai_id: maskThaiId,
  passport: maskPassport,
}

type ValueProps = { field: PlainField; value: PlainAnswer | undefined; language: Language }

function PlainValue({ field, value, language }: ValueProps) {
  const t = speak(OFFICER_TEXTS, language)
  const text = showAnswer(field, value, language)
  const mask = MASKS[field.type]
  if (mask && text)
    return (
      <details class="reveal num">
        <summary>
          {mask(text)}
          <span>{t('reveal')}</span>
        </summary>
        {text}
      </details>
    )
  return text ? (
    <span class="num">{field.type === 'address' ? <Phrases text={text} /> : text}</span>
  ) : (
    <span class="muted">{t('blank')}</span>
  )
}
