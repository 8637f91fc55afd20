/** What was keyed in, once more as a whole, with the declaration given on paper or by word of mouth. */
import type { Channel } from '../../application/table.ts'
import type { FormPage, Language, Text } from '../../service/definition.ts'
import type { FeeLine } from '../../service/fee.ts'
import type { Answers } from '../../service/form.ts'
import { AnswersList } from '../citizen/answers-list.tsx'
import { FeeTable } from '../citizen/fee-table.tsx'
import { speak } from '../texts/speak.ts'
import { ErrorSummary, type SummaryItem } from '../ui/error-summary.tsx'
import { idOf } from '../ui/fields/form-handle.ts'
import { Icon } from '../ui/icon.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { CardChoice } from './identity-forms.tsx'
import { INTAKE_TEXTS } from './intake-texts.ts'

export type IntakeCheckPageProps = {
  language: Language
  agency: Agency
  applicationId: string
  channel: Channel
  pages: FormPage[]
  answers: Answers
  fee: FeeLine[]
  declaration: Text
  declared: boolean
  /** Where the service asks who the applicant is: what was ticked. */
  seen?: { ticked: boolean; card?: string }
  problems: SummaryItem[]
}

export function IntakeCheckPage(props: IntakeCheckPageProps) {
  const { language, applicationId, problems } = props
  const t = speak(INTAKE_TEXTS, language)
  const at = `/o/intake/${applicationId}`
  const actions = (
    <>
      <a class="btn sec" href={at}>
        {t('back')}
      </a>
      <button class="btn" type="submit">
        {t('handIn')}
      </button>
    </>
  )
  return (
    <form method="post" action={`${at}/check`} enctype="multipart/form-data">
      <Shell language={language} agency={props.agency} actions={actions}>
        {problems.length > 0 && <ErrorSummary title={t('problems')} items={problems} />}
        <h1>{t('checkTitle')}</h1>
        <AnswersList
          pages={props.pages}
          answers={props.answers}
          language={language}
          changeHref={(page, field) => `${at}/${page.id}?from=check#${idOf(field.id)}`}
          whole
        />
        <section class="card pad">
          <h2>{t('fee')}</h2>
          <FeeTable lines={props.fee} language={language} />
        </section>
        <Declaration {...props} />
        <Seen {...props} />
      </Shell>
    </form>
  )
}

/** At the counter the officer sees the card; by telephone somebody has to look later. */
function Seen({ language, channel, seen }: IntakeCheckPageProps) {
  const t = speak(INTAKE_TEXTS, language)
  if (!seen) return null
  return (
    <section class="card pad declaration">
      <h2>{t('seenTitle')}</h2>
      {channel === 'phone' ? (
        <p>{t('seenByPhone')}</p>
      ) : (
        <>
          <label class="tick">
            <input type="checkbox" name="seen" value="yes" checked={seen.ticked} />
            <span class="box">
              <Icon name="check" />
            </span>
            {t('seen')}
          </label>
          <fieldset class="points" id={idOf('card')}>
            <legend class="sr">{t('seenTitle')}</legend>
            <CardChoice checked={seen.card} language={language} />
          </fieldset>
          <p class="hint">{t('seenHint')}</p>
        </>
      )}
    </section>
  )
}

function Declaration({ language, channel, declaration, declared }: IntakeCheckPageProps) {
  const t = speak(INTAKE_TEXTS, language)
  return (
    <section class="card pad declaration">
      <h2>{t('declaration')}</h2>
      <p>{declaration[language]}</p>
      <label class="tick">
        <input type="checkbox" id={idOf('declaration')} name="declared" value="yes" checked={declared} />
        <span class="box">
          <Icon name="check" />
        </span>
        {t(`declared_${channel}`)}
      </label>
      {channel === 'counter' && (
        <p>
          <label for={idOf('scan')}>
            <b>{t('scan')}</b>
          </label>
          <span class="hint"> {t('scanHint')}</span>
          <input
            class="scan-file"
            type="file"
            id={idOf('scan')}
            name="scan"
            accept="image/jpeg,image/png,application/pdf"
          />
        </p>
      )}
    </section>
  )
}
