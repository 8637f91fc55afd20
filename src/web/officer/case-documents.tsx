/**
 * The documents beside a viewer. Choosing one is a radio button and a rule of CSS: it works without a script and
 * loses nothing that is being typed in the form beside it.
 */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { FileField, Language } from '../../service/definition.ts'
import { type FileAnswer, filesOf, formPages, visiblePages } from '../../service/form.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { correctedFields } from './case-answers.tsx'
import { MASK_TEXTS } from './mask-texts.ts'
import { OFFICER_TEXTS } from './texts.ts'

type Props = { found: OfficerCase; language: Language; mayMask?: boolean }
type Shown = { field: FileField; file: FileAnswer; number: number; of: number }

export function CaseDocuments({ found, language, mayMask }: Props) {
  const t = speak(OFFICER_TEXTS, language)
  const fields = fileFields(found)
  const shown = fields.flatMap((field) => shownOf(found, field))
  const missing = fields.filter((field) => filesOf(found.answers[field.id]).length === 0)
  const corrected = correctedFields(found)
  return (
    <div id="documents" class="documents" role="radiogroup" aria-label={t('documentList')}>
      {shown.map((each, index) => (
        <div key={each.file.id} class="doc">
          <label>
            <input type="radio" name="document" value={each.file.id} checked={index === 0} />
            <Icon name={each.file.type === 'application/pdf' ? 'file-text' : 'image'} />
            <span>
              <b>{each.field.label[language]}</b>
              <small>{detail(each, corrected, language)}</small>
            </span>
          </label>
          <Viewer shown={each} caseId={mayMask ? found.id : undefined} language={language} />
        </div>
      ))}
      {missing.map((field) => (
        <p key={field.id} class="doc doc-missing">
          <Icon name="circle-minus" />
          <span>
            <b>{field.label[language]}</b>
            <small>{t('notAttached')}</small>
          </span>
        </p>
      ))}
    </div>
  )
}

function fileFields(found: OfficerCase): FileField[] {
  const pages = visiblePages(formPages(found.definition), found.answers)
  return pages.flatMap((page) => page.fields.filter((field): field is FileField => field.type === 'file'))
}

function shownOf(found: OfficerCase, field: FileField): Shown[] {
  const files = filesOf(found.answers[field.id])
  return files.map((file, index) => ({ field, file, number: index + 1, of: files.length }))
}

function detail({ field, number, of }: Shown, corrected: Set<string>, language: Language): string {
  const t = speak(OFFICER_TEXTS, language)
  return [
    of > 1 && t('fileNumber', { number }),
    corrected.has(field.id) && t('correctedMark'),
    field.stateIssued && t('stateIssued'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Phones have no reader of PDF inside a page: there a button opens it, and the sheet hides the frame. */
function Viewer({ shown, caseId, language }: { shown: Shown; caseId?: string; language: Language }) {
  const t = speak(OFFICER_TEXTS, language)
  const { file, field } = shown
  const address = `/files/${file.id}`
  return (
    <figure class="viewer">
      <figcaption>
        <b>{field.label[language]}</b>
        <span class="num">{fileSize(file.size)}</span>
        <a class="chip" href={address} target="_blank" rel="noreferrer">
          <Icon name="external-link" />
          {t('openFile')}
        </a>
        {caseId && file.type !== 'application/pdf' && (
          <a class="chip" href={`/o/cases/${caseId}/mask/${file.id}`}>
            <Icon name="eye-off" />
            {speak(MASK_TEXTS, language)('mask')}
          </a>
        )}
      </figcaption>
      <div class="paper">
        {file.type === 'application/pdf' ? (
          <>
            <iframe src={address} title={field.label[language]} loading="lazy" />
            <a class="btn sec open-pdf" href={address} target="_blank" rel="noreferrer">
              <Icon name="file-text" />
              {t('openPdf')}
            </a>
          </>
        ) : (
          <a href={address} target="_blank" rel="noreferrer">
            <img src={address} alt={`${field.label[language]} ${shown.number}`} loading="lazy" />
          </a>
        )}
      </div>
    </figure>
  )
}

function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
