/** What the service costs: every fee in words, the rate of every kind where it goes by kind, and who pays less. */
import type { Definition, FeeItem, Language, Option } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import { feeWords } from '../../service/fee/words.ts'
import { formatBaht } from '../../service/thai.ts'
import { speak } from '../texts/speak.ts'
import { th } from '../ui/th.tsx'
import { GUIDE_TEXTS } from './guide-texts.ts'

type Props = { definition: Definition; language: Language }

export function Fees({ definition, language }: Props) {
  const t = speak(GUIDE_TEXTS, language)
  const { items, exemptions } = definition.fees
  if (items.length === 0) return null
  return (
    <>
      <table class="card docs">
        <caption class="sr">{t('feeTable')}</caption>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{th(item.label[language])}</th>
              <td class="num">
                <b>{feeWords(item, language)}</b>
              </td>
            </tr>
          ))}
          {exemptions.map((exemption) => (
            <tr key={exemption.id}>
              <th scope="row">
                {th(exemption.label[language])}
                <small>{th(exemption.law[language])}</small>
              </th>
              <td class="num">
                <b>
                  {exemption.percent === 100 ? t('exemptAll') : t('exempt', { percent: exemption.percent })}
                </b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.map((item) => (
        <Rates key={item.id} item={item} definition={definition} language={language} />
      ))}
    </>
  )
}

/** The kinds a fee goes by, each with its rate; folded away, because there may be a hundred. */
function Rates({ item, definition, language }: Props & { item: FeeItem }) {
  const t = speak(GUIDE_TEXTS, language)
  if (item.rule !== 'table' && item.rule !== 'table_rows') return null
  const rated = optionsOf(item, definition).filter(({ value }) => item.satang[value] !== undefined)
  if (rated.length < 2) return null
  return (
    <details>
      <summary>{t('rates')}</summary>
      <table class="card docs">
        <caption class="sr">{item.label[language]}</caption>
        <tbody>
          {rated.map(({ value, label }) => (
            <tr key={value}>
              <th scope="row">{th(label[language])}</th>
              <td class="num nb">{t('baht', { amount: formatBaht(item.satang[value] ?? 0) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function optionsOf(
  item: Extract<FeeItem, { rule: 'table' | 'table_rows' }>,
  definition: Definition,
): Option[] {
  const fields = fieldsById(definition)
  const group = item.rule === 'table_rows' ? fields.get(item.rows) : undefined
  const field = group?.type === 'repeat' ? group.fields.find(({ id }) => id === item.of) : fields.get(item.of)
  return field && 'options' in field ? field.options : []
}
