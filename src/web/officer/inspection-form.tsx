/** A visit to the place: each point passed or not, with a note; and how a colleague reads it afterwards. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { INSPECTION_RESULTS, type InspectedPoint, type InspectionResult } from '../../review/inspection.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { type Finding, stepOf } from './forms.ts'

type Props = { found: OfficerCase; finding: Finding; language: Language }

export function InspectionForm({ found, finding, language }: Props) {
  const t = speak(FORM_TEXTS, language)
  const points = stepOf(found)?.inspection?.points ?? []
  if (points.length === 0) return null
  return (
    <section class="card sheet inspection" aria-labelledby="inspection-title">
      <h3 id="inspection-title">{t('inspection')}</h3>
      <p class="hint">{t('inspectionHint')}</p>
      <ol>
        {points.map(({ id, text }) => (
          <li key={id}>
            <Point
              id={id}
              words={text[language]}
              given={finding.inspection.find(({ point }) => point === id)}
              language={language}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

type PointProps = { id: string; words: string; given?: InspectedPoint; language: Language }

function Point({ id, words, given, language }: PointProps) {
  const t = speak(FORM_TEXTS, language)
  return (
    <fieldset id={`point-${id}`}>
      <legend>{words}</legend>
      <div class="results">
        {INSPECTION_RESULTS.map((result) => (
          <label key={result} class={`result ${result}`}>
            <input type="radio" name={`point.${id}`} value={result} checked={given?.result === result} />
            {t(`result_${result}`)}
          </label>
        ))}
      </div>
      <input
        class="in"
        name={`note.${id}`}
        value={given?.note}
        maxLength={500}
        aria-label={`${t('pointNote')}: ${words}`}
        placeholder={t('pointNote')}
      />
    </fieldset>
  )
}

/** The same findings carried through the page that confirms. */
export function InspectionInputs({ inspection }: Pick<Finding, 'inspection'>) {
  return (
    <>
      {inspection.map(({ point, result, note }) => (
        <span key={point} hidden>
          <input type="hidden" name={`point.${point}`} value={result} />
          <input type="hidden" name={`note.${point}`} value={note} />
        </span>
      ))}
    </>
  )
}

const LOOKS: Record<InspectionResult, { icon: IconName; tone: string }> = {
  pass: { icon: 'circle-check', tone: 'ok' },
  fail: { icon: 'circle-x', tone: 'bad' },
  none: { icon: 'circle-minus', tone: '' },
}

type Inspected = OfficerCase['decisions'][number]['inspection']

/** "ผลการตรวจสถานที่ ผ่าน 10 ไม่ผ่าน 1", and every point when it is opened; what failed is open to see. */
export function InspectionResults({ inspection, language }: { inspection: Inspected; language: Language }) {
  const t = speak(FORM_TEXTS, language)
  if (inspection.length === 0) return null
  const count = (result: InspectionResult) => inspection.filter((each) => each.result === result).length
  const counts = INSPECTION_RESULTS.filter((result) => count(result) > 0).map(
    (result) => `${t(`result_${result}`)} ${count(result)}`,
  )
  return (
    <details class="inspected" open={count('fail') > 0}>
      <summary>
        {t('inspection')} <span class="num">{counts.join(' · ')}</span>
      </summary>
      <ul>
        {inspection.map(({ text, result, note }) => (
          <li key={text.th} class={LOOKS[result].tone}>
            <Icon name={LOOKS[result].icon} />
            <span>
              <span class="sr">{t(`result_${result}`)}: </span>
              {text[language]}
              {note && <small lang="th">{note}</small>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
