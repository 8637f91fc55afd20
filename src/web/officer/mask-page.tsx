/** An officer covers what need not be seen. The drawing is the browser's; this page says what it does. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { fieldsById } from '../../service/display.ts'
import { speak } from '../texts/speak.ts'
import { CaseHeader } from './case-header.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { MASK_TEXTS } from './mask-texts.ts'

export type MaskPageProps = DeskProps & {
  found: OfficerCase
  file: { id: string; fieldId: string; sha256: string }
}

export function MaskPage({ found, file, ...desk }: MaskPageProps) {
  const { language } = desk
  const t = speak(MASK_TEXTS, language)
  const href = `/o/cases/${found.id}`
  const field = fieldsById(found.definition).get(file.fieldId)
  return (
    <Desk {...desk}>
      <CaseHeader
        found={found}
        language={language}
        back={{ href, label: speak(FORM_TEXTS, language)('backToCase') }}
      />
      <section class="task">
        <h2>{t('title')}</h2>
        <p>
          <b>{field?.label[language]}</b>
        </p>
        <p class="hint">{t('law')}</p>
        <noscript>
          <p class="problem">{t('noScript')}</p>
        </noscript>
        <p id="mask-words" role="status">
          {t('opening')}
        </p>
        <div
          id="mask"
          data-picture={`/files/${file.id}`}
          data-send={`${href}/mask/${file.id}`}
          data-seen={file.sha256}
          data-back={`${href}?done=masked#documents`}
          data-cancel={`${href}#documents`}
          data-card={field?.type === 'file' && field.idCard ? '' : undefined}
        />
      </section>
    </Desk>
  )
}
