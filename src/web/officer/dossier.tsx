/** The case file in three sections. Radio buttons choose one, so that a form beside it keeps what is typed. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { CaseAnswers } from './case-answers.tsx'
import { CaseDocuments } from './case-documents.tsx'
import { CaseHistory } from './case-history.tsx'
import { OFFICER_TEXTS } from './texts.ts'

const SECTIONS = ['documents', 'answers', 'history'] as const
const CONTENTS = { documents: CaseDocuments, answers: CaseAnswers, history: CaseHistory }

type Props = {
  found: OfficerCase
  language: Language
  /** Parts of its documents may be covered: not beside a form, whose words would be lost. */
  mayMask?: boolean
}

export function Dossier({ found, language, mayMask }: Props) {
  const t = speak(OFFICER_TEXTS, language)
  return (
    <section class="card dossier" id="dossier" aria-labelledby="dossier-title">
      <h2 class="sr" id="dossier-title">
        {t('dossier')}
      </h2>
      <fieldset class="sections">
        <legend class="sr">{t('dossier')}</legend>
        {SECTIONS.map((section, index) => (
          <label key={section}>
            <input type="radio" name="section" value={section} checked={index === 0} />
            {t(`section_${section}`)}
          </label>
        ))}
      </fieldset>
      {SECTIONS.map((section) => {
        const Content = CONTENTS[section]
        return (
          <div key={section} class={`section section-${section}`}>
            <h3 class="sr">{t(`section_${section}`)}</h3>
            <Content found={found} language={language} mayMask={mayMask} />
          </div>
        )
      })}
    </section>
  )
}
