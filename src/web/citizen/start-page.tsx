/** What one should know and agree to before beginning: papers, fee, time, and how the information is used. */
import type { Definition, Language } from '../../service/definition.ts'
import { feeWords } from '../../service/fee/words.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { FORM_TEXTS } from '../texts/form.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

export type StartPageProps = {
  language: Language
  definition: Pick<Definition, 'title' | 'agency' | 'law' | 'form' | 'fees' | 'clock' | 'privacyNotice'>
}

export function StartPage({ language, definition }: StartPageProps) {
  const t = speak(CITIZEN_TEXTS, language)
  const { title, agency, law, form, clock, privacyNotice } = definition
  return (
    <form method="post" action="/l/apply">
      <Shell
        language={language}
        agency={agency}
        actions={
          <button class="btn wide" type="submit">
            {t('start')}
          </button>
        }
      >
        <p class="over">{t('applyTitle')}</p>
        <h1>{th(title[language])}</h1>
        <p class="muted">{t('startHint')}</p>
        <section class="card pad block">
          <h2>
            <Icon name="files" /> {t('applyNeed')}
          </h2>
          <p class="hint">{t('applyNeedHint')}</p>
          <ul class="ticks">
            {form.documents.map((document) => (
              <li key={document.id}>
                <Icon name="check" />
                <span>
                  {th(document.label[language])}
                  {remarkOf(document, language) && <small> {remarkOf(document, language)}</small>}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <Fees definition={definition} language={language} />
        <section class="card pad">
          <h2>
            <Icon name="clock" /> {t('applyTime')}
          </h2>
          <p>{t(`applyDays_${clock.unit}`, { days: clock.days })}</p>
          <p class="hint">{law[language]}</p>
        </section>
        <section class="card pad">
          <h2>
            <Icon name="shield-check" /> {t('privacyTitle')}
          </h2>
          <p>{privacyNotice.text[language]}</p>
        </section>
      </Shell>
    </form>
  )
}

type Document = StartPageProps['definition']['form']['documents'][number]

function remarkOf(document: Document, language: Language): string {
  if (document.when) return speak(CITIZEN_TEXTS, language)('applySomeCases')
  const said = document.label[language].includes('(')
  return document.optional && !said ? speak(FORM_TEXTS, language)('optional') : ''
}

function Fees({ definition: { fees }, language }: StartPageProps) {
  const t = speak(CITIZEN_TEXTS, language)
  if (fees.items.length === 0) return null
  return (
    <section class="card pad">
      <h2>
        <Icon name="banknote" /> {t('applyFee')}
      </h2>
      {fees.items.map((item) => (
        <p key={item.id}>
          {th(item.label[language])} <b>{feeWords(item, language)}</b>
        </p>
      ))}
      <p class="hint">{t(`applyFeeWhen_${fees.due}`)}</p>
    </section>
  )
}
