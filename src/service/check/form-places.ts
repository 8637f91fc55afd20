/** Where everything of a form stands in the service file. Pure. */

import { TRANSACTION_TYPES } from '../definition/transaction.ts'
import type { Condition, Definition, Field, FormPage, Option, RepeatField, Text } from '../definition.ts'
import { formPages } from '../form/pages.ts'
import type { Path } from './finding.ts'

/** A field at its place; `row` is the repeat group it belongs to, `shownBy` what must hold for it to show. */
export type FieldPlace = {
  field: Field
  path: Path
  /** Counted from 0; the documents are the last. */
  page: number
  row?: RepeatField
  shownBy: Condition[]
}

/** A condition at its place. `asWell` must hold too; `self` is the field it is written at. */
export type ConditionPlace = {
  condition: Condition
  path: Path
  /** What depends on it, in words. */
  what: Text
  page?: number
  row?: RepeatField
  self?: string
  asWell: Condition[]
}

/** Every field, those of repeat groups and the documents too. */
export function fieldPlaces(definition: Definition): FieldPlace[] {
  const { pages } = definition.form
  return formPages(definition).flatMap((page, index) =>
    page.fields.flatMap((field, position) => {
      const path: Path =
        index < pages.length ? ['form', 'pages', index, 'fields', position] : ['form', 'documents', position]
      const shownBy = [askedFor(page), page.when, field.when].filter((each) => each !== undefined)
      return [{ field, path, page: index, shownBy }, ...rowPlaces(field, path, index, shownBy)]
    }),
  )
}

/** The kinds of application that show a page, as a condition. The first application names no kind. */
function askedFor({ askedFor: kinds }: FormPage): Condition | undefined {
  if (!kinds) return undefined
  const others: Condition = { field: 'transaction', in: kinds }
  return kinds.includes('new') ? { any: [others, { field: 'transaction', filled: false }] } : others
}

/** What the program itself fills in, by the kind of application; conditions may ask for it like for any field. */
export function givenPlaces({ transactions }: Definition): FieldPlace[] {
  if (transactions.length === 0) return []
  const label = { th: 'คำขอ', en: 'Application' }
  const common = { label, optional: true, private: false, reuse: false }
  const options = transactions.map(({ type, short }) => ({ value: type, label: short }))
  const fields: Field[] = [
    { ...common, id: 'transaction', type: 'select', options },
    { ...common, id: 'renewed_late', type: 'yes_no' },
  ]
  return fields.map((field) => ({ field, path: ['transactions'], page: -1, shownBy: [] }))
}

function rowPlaces(field: Field, path: Path, page: number, shownBy: Condition[]): FieldPlace[] {
  if (field.type !== 'repeat') return []
  return field.fields.map((each, position) => ({
    field: each,
    path: [...path, 'fields', position],
    page,
    row: field,
    shownBy: each.when ? [...shownBy, each.when] : shownBy,
  }))
}

/** What the program answers itself stands before the first page. */
const given = (field: Pick<Extract<Field, { type: 'select' }>, 'id' | 'options'>): FieldPlace => ({
  field: {
    ...field,
    type: 'select',
    label: { th: field.id, en: field.id },
    optional: true,
    private: false,
    reuse: false,
  },
  path: ['transactions'],
  page: -1,
  shownBy: [],
})
const choices = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: { th: value, en: value } }))
const GIVEN: FieldPlace[] = [
  given({ id: 'transaction', options: choices(TRANSACTION_TYPES) }),
  given({ id: 'renewed_late', options: choices(['yes', 'no']) }),
]

/** The fields a condition may name: those of the form, and inside a repeat group those of the row before them. */
export function fieldsInReach(places: FieldPlace[], row?: RepeatField): Map<string, FieldPlace> {
  const outside = places.filter((place) => !place.row)
  const inside = row ? places.filter((place) => place.row?.id === row.id) : []
  return new Map([...GIVEN, ...outside, ...inside].map((place) => [place.field.id, place]))
}

/** Every condition of the file. */
export function conditionPlaces(definition: Definition): ConditionPlace[] {
  return [...formConditions(definition), ...feeConditions(definition), ...otherConditions(definition)]
}

const named = (th: string, en: string, id: string): Text => ({ th: `${th} “${id}”`, en: `${en} “${id}”` })

function formConditions(definition: Definition): ConditionPlace[] {
  const pages = definition.form.pages.flatMap(({ id, when }, index) =>
    when
      ? [
          {
            condition: when,
            path: ['form', 'pages', index, 'when'],
            what: named('หน้า', 'page', id),
            page: index,
            asWell: [],
          },
        ]
      : [],
  )
  return [...pages, ...fieldPlaces(definition).flatMap(conditionsOfField)]
}

function conditionsOfField({ field, path, page, row, shownBy }: FieldPlace): ConditionPlace[] {
  const common = { page, row, self: field.id }
  const own = field.when
    ? [
        {
          ...common,
          condition: field.when,
          path: [...path, 'when'],
          what: named('ช่อง', 'field', field.id),
          asWell: shownBy.filter((each) => each !== field.when),
        },
      ]
    : []
  const required =
    'requireWhen' in field && field.requireWhen
      ? [
          {
            ...common,
            condition: field.requireWhen,
            path: [...path, 'requireWhen'],
            what: named('การบังคับตอบช่อง', 'the need to answer field', field.id),
            asWell: shownBy,
          },
        ]
      : []
  return [...own, ...required, ...optionConditions(optionsOf(field), path, { ...common, asWell: shownBy })]
}

function optionConditions(
  options: Option[],
  path: Path,
  common: Pick<ConditionPlace, 'page' | 'row' | 'self' | 'asWell'>,
): ConditionPlace[] {
  return options.flatMap(({ value, when }, index) =>
    when
      ? [
          {
            ...common,
            condition: when,
            path: [...path, 'options', index, 'when'],
            what: named('ตัวเลือก', 'option', value),
          },
        ]
      : [],
  )
}

export const optionsOf = (field: Field): Option[] => ('options' in field ? field.options : [])

function feeConditions({ fees }: Definition): ConditionPlace[] {
  const at = (list: 'items' | 'exemptions', th: string, en: string) =>
    fees[list].flatMap(({ id, when }, index) =>
      when
        ? [{ condition: when, path: ['fees', list, index, 'when'], what: named(th, en, id), asWell: [] }]
        : [],
    )
  return [...at('items', 'ค่าธรรมเนียม', 'fee'), ...at('exemptions', 'การยกเว้น', 'exemption')]
}

function otherConditions({ form, computed, onBehalf, behalf }: Definition): ConditionPlace[] {
  const forAnother = behalf?.when ?? onBehalf
  return [
    ...(forAnother
      ? [
          {
            condition: forAnother,
            path: behalf ? ['behalf', 'when'] : ['onBehalf'],
            what: { th: 'การยื่นแทนผู้อื่น', en: 'applying for somebody else' },
            asWell: [],
          },
        ]
      : []),
    ...form.blocks.map(({ field, when }, index) => ({
      condition: when,
      path: ['form', 'blocks', index, 'when'],
      what: named('ข้อห้ามของช่อง', 'the block at field', field),
      asWell: [],
    })),
    ...form.exits.map(({ id, when }, index) => ({
      condition: when,
      path: ['form', 'exits', index, 'when'],
      what: named('ทางออก', 'exit', id),
      asWell: [],
    })),
    ...computed.flatMap(({ id, cases }, index) =>
      cases.flatMap(({ when }, position) =>
        when
          ? [
              {
                condition: when,
                path: ['computed', index, 'cases', position, 'when'],
                what: named('ข้อความคำนวณ', 'computed value', id),
                asWell: [],
              },
            ]
          : [],
      ),
    ),
  ]
}

/** One comparison of a condition, at its place. */
export type Comparison = Extract<Condition, { field: string }>

export function comparisonsIn(
  condition: Condition,
  path: Path = [],
): { comparison: Comparison; path: Path }[] {
  if ('all' in condition)
    return condition.all.flatMap((each, index) => comparisonsIn(each, [...path, 'all', index]))
  if ('any' in condition)
    return condition.any.flatMap((each, index) => comparisonsIn(each, [...path, 'any', index]))
  return 'not' in condition
    ? comparisonsIn(condition.not, [...path, 'not'])
    : [{ comparison: condition, path }]
}
