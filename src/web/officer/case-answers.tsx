/** What the applicant stated, page by page as in the form. Numbers of identity stay masked until asked for. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { Field, Language, PlainField, RepeatField } from '../../service/definition.ts'
import { showAnswer } from '../../service/display.ts'
import {
  type Answer,
  formPages,
  holds,
  type PlainAnswer,
  type Row,
  visiblePages,
} from '../../service/form.ts'
import { formatThaiId, maskThaiId } from '../../service/thai.ts'
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
        const fields = page.fields.filter((field) => field.type !== 'file')
        if (fields.length === 0) return null
        return (
          <section key={page.id}>
            <h3>{page.title[language]}</h3>
            <dl class="kv">
              {fields.map((field) => (
                <AnswerRow
                  key={field.id}
                  field={field}
                  value={found.answers[field.id]}
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

type RowProps = { field: Field; value: Answer | undefined; corrected: boolean; language: Language }

function AnswerRow({ field, value, corrected, language }: RowProps) {
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
          <Rows field={field} rows={(value ?? []) as Row[]} language={language} />
        ) : (
          field.type !== 'file' && (
            <PlainValue field={field} value={value as PlainAnswer | undefined} language={language} />
          )
        )}
      </dd>
    </div>
  )
}

function Rows({ field, rows, language }: { field: RepeatField; rows: Row[]; language: Language }) {
  return (
    <ol class="rows">
      {rows.map((row, index) => (
        <li key={index}>
          <b>
            {field.item[language]} {index + 1}
          </b>
          <dl>
            {field.fields
              .filter((each) => holds(each.when, row))
              .map((each) => (
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

type ValueProps = { field: PlainField; value: PlainAnswer | undefined; language: Language }

function PlainValue({ field, value, language }: ValueProps) {
  const t = speak(OFFICER_TEXTS, language)
  if (field.type === 'thai_id' && typeof value === 'string')
    return (
      <details class="reveal num">
        <summary>
          {maskThaiId(value)}
          <span>{t('reveal')}</span>
        </summary>
        {formatThaiId(value)}
      </details>
    )
  const text = showAnswer(field, value, language)
  return text ? (
    <span class="num">{field.type === 'address' ? <Phrases text={text} /> : text}</span>
  ) : (
    <span class="muted">{t('blank')}</span>
  )
}
