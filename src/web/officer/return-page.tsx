/** Returning a case: choose every item, say why, look at what the applicant will read, then send. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { CorrectionItem } from '../../review/table.ts'
import type { Field, Language, Text } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { CaseHeader } from './case-header.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { Dossier } from './dossier.tsx'
import { type Change, Changed, Problems, SeenInputs } from './form-parts.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { correctionItems, type FormProblem, type ReturnChoice, returnableFields, type Seen } from './forms.ts'

export type ReturnPageProps = DeskProps & {
  found: OfficerCase
  stage: 'choose' | 'preview'
  seen: Seen
  choices: ReturnChoice[]
  problems: FormProblem[]
  change?: Change
}

export function ReturnPage({ found, stage, seen, choices, problems, change, ...desk }: ReturnPageProps) {
  const { language } = desk
  const t = speak(FORM_TEXTS, language)
  const back = { href: `/o/cases/${found.id}`, label: t('backToCase') }
  const shared = { found, seen, choices, language }
  return (
    <Desk {...desk}>
      <CaseHeader found={found} language={language} back={back} />
      {change && <Changed change={change} language={language} licence={found.definition.licence.name} />}
      <Problems problems={problems} language={language} />
      <div class="cols cols-form">
        {change?.closed ? (
          <TypedItems items={correctionItems(choices, found.definition)} found={found} language={language} />
        ) : stage === 'preview' ? (
          <Preview {...shared} />
        ) : (
          <Choose {...shared} />
        )}
        <Dossier found={found} language={language} />
      </div>
    </Desk>
  )
}

type StageProps = { found: OfficerCase; seen: Seen; choices: ReturnChoice[]; language: Language }

function Choose({ found, seen, choices, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  const byField = new Map(choices.map((choice) => [choice.field, choice]))
  return (
    <form class="task" method="post" action={`/o/cases/${found.id}/return`}>
      <SeenInputs seen={seen} />
      <input type="hidden" name="stage" value="preview" />
      <h2>{t('returnTitle')}</h2>
      <OnlyOnce language={language} />
      <fieldset id="items" class="items">
        <legend>{t('chooseItems')}</legend>
        {returnableFields(found).map((page) => (
          <section key={page.id} class="card">
            <h3>{page.title[language]}</h3>
            {page.fields.map((field) => (
              <Item
                key={field.id}
                field={field}
                choice={byField.get(field.id)}
                reasons={found.definition.review.reasons}
                language={language}
              />
            ))}
          </section>
        ))}
      </fieldset>
      <div class="acts">
        <button class="btn" type="submit">
          {t('preview')}
        </button>
      </div>
    </form>
  )
}

function OnlyOnce({ language }: { language: Language }) {
  const t = speak(FORM_TEXTS, language)
  return (
    <div class="alert warn">
      <Icon name="triangle-alert" />
      <div>
        <b>{t('returnOnce')}</b>
        <p>{t('returnLaw')}</p>
      </div>
    </div>
  )
}

type ItemProps = { field: Field; choice?: ReturnChoice; reasons: Text[]; language: Language }

function Item({ field, choice, reasons, language }: ItemProps) {
  const t = speak(FORM_TEXTS, language)
  const { id } = field
  return (
    <div class="item">
      <label class="check">
        <input type="checkbox" name="item" value={id} checked={choice?.chosen} />
        {field.label[language]}
      </label>
      <div class="why">
        {reasons.length > 0 && (
          <label>
            {t('readyReason')}
            <select class="in" name={`ready.${id}`}>
              <option value="">{t('noReadyReason')}</option>
              {reasons.map((reason, index) => (
                <option key={reason.th} value={index} selected={choice?.ready === String(index)}>
                  {reason[language]}
                </option>
              ))}
            </select>
          </label>
        )}
        <label for={`own-${id}`}>
          {t('ownReason')} <small>{t('ownReasonHint')}</small>
        </label>
        <textarea class="in" id={`own-${id}`} name={`own.${id}`} rows={2} maxLength={500}>
          {choice?.own}
        </textarea>
      </div>
    </div>
  )
}

function Preview({ found, seen, choices, language }: StageProps) {
  const t = speak(FORM_TEXTS, language)
  const items = correctionItems(choices, found.definition)
  const { clock } = found.definition
  return (
    <form class="task" method="post" action={`/o/cases/${found.id}/return`}>
      <SeenInputs seen={seen} />
      <ChoiceInputs choices={choices} />
      <h2>{t('previewTitle')}</h2>
      <p class="muted">{t('previewCard')}</p>
      <div class="chat-card">
        <p class="chat-title">{t('cardTitle', { count: items.length })}</p>
        <ItemList items={items} found={found} language={language} />
        <p class="chat-due">
          {t(`cardDue_${clock.correctWithinUnit}`, { days: clock.correctWithinDays })}
          <span>{t('cardClock')}</span>
        </p>
      </div>
      <OnlyOnce language={language} />
      <div class="acts">
        <div class="acts-row acts-2">
          <button class="btn sec" type="submit" name="stage" value="choose">
            {t('change')}
          </button>
          <button class="btn" type="submit" name="stage" value="send">
            <Icon name="undo-2" />
            {t('sendBack')}
          </button>
        </div>
      </div>
    </form>
  )
}

function ChoiceInputs({ choices }: { choices: ReturnChoice[] }) {
  return choices
    .filter((choice) => choice.chosen || choice.own)
    .map(({ field, chosen, ready, own }) => (
      <span key={field} hidden>
        {chosen && <input type="hidden" name="item" value={field} />}
        <input type="hidden" name={`ready.${field}`} value={ready} />
        <input type="hidden" name={`own.${field}`} value={own} />
      </span>
    ))
}

type ListProps = { items: CorrectionItem[]; found: OfficerCase; language: Language }

function ItemList({ items, found, language }: ListProps) {
  const fields = fieldsById(found.definition)
  return (
    <ol class="defect-list">
      {items.map((item) => (
        <li key={item.field}>
          <b>{fields.get(item.field)?.label[language] ?? item.field}</b>
          <span lang="th">{item.reason}</span>
        </li>
      ))}
    </ol>
  )
}

function TypedItems(props: ListProps) {
  return (
    <section class="card sheet task">
      <h2>{speak(FORM_TEXTS, props.language)('typedBefore')}</h2>
      <ItemList {...props} />
    </section>
  )
}
