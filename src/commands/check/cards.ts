/**
 * The service's words in the chat: a text that LINE or the card has no room for is cut, and the citizen reads only its
 * beginning. Each is put into its card (the service's own where it has one) and looked for in what comes out. Also the
 * service's own cards and menus.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flexTemplateDirs, richMenuDirs } from '../../compose.ts'
import { loadMenus } from '../../line/menu/file.ts'
import { EXAMPLES } from '../../messages/examples.ts'
import { type FlexTemplates, loadFlexTemplates, renderMessage } from '../../messages/flex.ts'
import { graphemes, LIMITS, messageFaults } from '../../messages/limits.ts'
import type { MessageData, MessageName } from '../../messages/message.ts'
import { error, type Finding, type Path, warning } from '../../service/check/finding.ts'
import { optionsOf } from '../../service/check/form-places.ts'
import { readSource } from '../../service/check/source.ts'
import type { Definition, Language, Text } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import type { FileFinding } from './layouts.ts'

const LANGUAGES: Language[] = ['th', 'en']
const ASSETS = 'https://anuyat.example.go.th/assets'

/** The service's own cards and menus that LINE would refuse. */
export function ownCardFindings(dir: string): FileFinding[] {
  return [
    ...failureOf(join(dir, 'flex-templates'), () =>
      loadFlexTemplates({ dirs: flexTemplateDirs(dir), assetsUrl: ASSETS }),
    ),
    ...menuFindings(join(dir, 'rich-menu')),
  ]
}

function failureOf(place: string, read: () => unknown): FileFinding[] {
  try {
    read()
    return []
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    const file = /^(\S+\.(?:json|yaml))/.exec(said)?.[1] ?? place
    const finding = error(
      [],
      { th: `ไฟล์นี้ใช้ใน LINE ไม่ได้: ${said.replaceAll('\n', ' ')}`, en: 'LINE would refuse this file' },
      { th: 'แก้ตามที่แจ้ง หรือลบไฟล์เพื่อใช้ของระบบ', en: "mend it, or delete it to use the product's own" },
    )
    return [{ ...finding, file, line: 1, column: 1 }]
  }
}

/** Fits every label: whether the service's own name fits is told by `menuNames`. */
const SHORTEST = { name: { th: 'x', en: 'x' } }

/** The menu's own check names the place as a path: it is told with its line. */
function menuFindings(dir: string): FileFinding[] {
  return failureOf(dir, () => loadMenus([dir], SHORTEST)).map((failure) => {
    if (!failure.file.endsWith('.yaml') || !existsSync(failure.file)) return failure
    const path = /→ at (\S+)/.exec(failure.message.th)?.[1]?.match(/\w+/g) ?? []
    const source = readSource(readFileSync(failure.file, 'utf8'))
    return { ...source.locate({ ...failure, path }), file: failure.file }
  })
}

/** Texts of the definition that do not fit where the chat shows them. */
export function chatTextFindings(dir: string, definition: Definition): Finding[] {
  const templates = templatesOf(dir, definition.licence.name)
  if (!templates) return []
  return [
    ...spokenTexts(definition).flatMap((spoken) =>
      LANGUAGES.flatMap((language) => cut(templates, spoken, language)),
    ),
    ...wholeCards(templates, definition),
    ...quickReplies(definition),
    ...menuNames(dir, definition),
  ]
}

/** The document's name stands on buttons of the menu, which take twenty letters. */
function menuNames(dir: string, { licence }: Definition): Finding[] {
  if (failureOf(dir, () => loadMenus(richMenuDirs(dir), SHORTEST)).length > 0) return [] // told by ownCardFindings
  if (failureOf(dir, () => loadMenus(richMenuDirs(dir), licence)).length === 0) return []
  return [
    error(
      ['licence', licence.short ? 'short' : 'name'],
      {
        th: `ชื่อเอกสารยาวเกินปุ่มเมนูใน LINE ซึ่งรับได้ ${LIMITS.quickReplyLabel} ตัวอักษรรวมคำรอบข้าง`,
        en: `the document's name is too long for the menu in LINE, whose buttons take ${LIMITS.quickReplyLabel} letters with the words around it`,
      },
      { th: 'ใส่ชื่อสั้นใน licence.short', en: 'give a short name in licence.short' },
    ),
  ]
}

function templatesOf(dir: string, licence: Text): FlexTemplates | undefined {
  try {
    return loadFlexTemplates({ dirs: flexTemplateDirs(dir), assetsUrl: ASSETS, licence })
  } catch {
    return undefined // told by ownCardFindings
  }
}

/** A text, and how it gets into its card. */
type Spoken = {
  [N in MessageName]: { path: Path; text: Text; card: N; put(text: string): Partial<MessageData[N]> }
}[MessageName]

function spokenTexts({ agency, title, short, law, guide, review, survey }: Definition): Spoken[] {
  return [
    { path: ['agency', 'name'], text: agency.name, card: 'greeting', put: (agency) => ({ agency }) },
    { path: ['agency', 'unit'], text: agency.unit, card: 'contact', put: (unit) => ({ unit }) },
    { path: ['title'], text: title, card: 'greeting', put: (serviceTitle) => ({ serviceTitle }) },
    { path: ['short'], text: short, card: 'officer-review', put: (serviceTitle) => ({ serviceTitle }) },
    { path: ['law'], text: law, card: 'answer', put: (law) => ({ law }) },
    {
      path: ['guide', 'disclaimer'],
      text: guide.disclaimer,
      card: 'answer',
      put: (disclaimer) => ({ disclaimer }),
    },
    { path: ['review', 'appeal'], text: review.appeal, card: 'refusal', put: (appeal) => ({ appeal }) },
    {
      path: ['survey', 'question'],
      text: survey.question,
      card: 'survey',
      put: (question) => ({ question }),
    },
    ...review.steps.map(
      ({ title }, index): Spoken => ({
        path: ['review', 'steps', index, 'title'],
        text: title,
        card: 'officer-review',
        put: (stage) => ({ stage }),
      }),
    ),
    ...guide.conditions.map(
      (text, index): Spoken => ({
        path: ['guide', 'conditions', index],
        text,
        card: 'answer',
        put: (text) => ({ conditions: [text] }),
      }),
    ),
    ...guide.questions.flatMap(({ question, answer }, index): Spoken[] => [
      {
        path: ['guide', 'questions', index, 'question'],
        text: question,
        card: 'answer',
        put: (topicTitle) => ({ topicTitle }),
      },
      {
        path: ['guide', 'questions', index, 'answer'],
        text: answer,
        card: 'answer',
        put: (answer) => ({ answer }),
      },
    ]),
    ...guide.topics.flatMap((topic, index) => topicTexts(topic, ['guide', 'topics', index])),
  ]
}

type Topic = Definition['guide']['topics'][number]

function topicTexts({ id, title, answer, icon, more }: Topic, path: Path): Spoken[] {
  const example = { id, title: 'x', answer: 'x', icon }
  const lines = Math.max(more?.th.length ?? 0, more?.en.length ?? 0)
  return [
    {
      path: [...path, 'title'],
      text: title,
      card: 'guide',
      put: (text) => ({ topics: [{ ...example, title: text }] }),
    },
    { path: [...path, 'title'], text: title, card: 'answer', put: (topicTitle) => ({ topicTitle }) },
    {
      path: [...path, 'answer'],
      text: answer,
      card: 'guide',
      put: (text) => ({ topics: [{ ...example, answer: text }] }),
    },
    { path: [...path, 'answer'], text: answer, card: 'answer', put: (text) => ({ answer: text }) },
    ...Array.from(
      { length: lines },
      (_, index): Spoken => ({
        path: [...path, 'more'],
        text: { th: more?.th[index] ?? '', en: more?.en[index] ?? '' },
        card: 'answer',
        put: (text) => ({ more: [...Array<string>(index).fill('x'), text] }),
      }),
    ),
  ]
}

/** Stands for a short text: where it comes out, a long one should come out whole. */
const MARK = '⁂⁂'

function cut(templates: FlexTemplates, spoken: Spoken, language: Language): Finding[] {
  const text = spoken.text[language].replace(/\s+/g, ' ')
  if (text === '') return []
  const expected = occurrences(rendered(templates, spoken, MARK, language), MARK)
  const last = spoken.path.at(-1) === 'more'
  if (expected > 0 && occurrences(rendered(templates, spoken, text, language), text) >= expected) return []
  if (expected === 0 && !last) return []
  return [
    warning(
      [...spoken.path, language],
      {
        th: `ข้อความยาวเกินที่การ์ด “${spoken.card}” ใน LINE แสดงได้ (${graphemes(text)} ตัวอักษร) จะถูกตัดท้าย`,
        en: `too long for the card “${spoken.card}” in LINE (${graphemes(text)} letters): its end is cut off`,
      },
      last
        ? { th: 'ย่อ หรือลดจำนวนบรรทัดของ more', en: 'shorten it, or write fewer lines of more' }
        : { th: 'ย่อข้อความ รายละเอียดให้เขียนใน more', en: 'shorten it; put details into more' },
    ),
  ]
}

function rendered(templates: FlexTemplates, { card, put }: Spoken, text: string, language: Language): string {
  const data = { ...EXAMPLES[card], ...put(text) } as MessageData[typeof card]
  const message = JSON.stringify(renderMessage(templates, card, data, language))
  // What only keeps words on one line is no part of them.
  return message.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')
}

const occurrences = (whole: string, part: string): number =>
  whole.split(JSON.stringify(part).slice(1, -1)).length - 1

/** The guide's card with all its topics, and each answer, against the sizes LINE allows. */
function wholeCards(templates: FlexTemplates, { guide }: Definition): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const topics = guide.topics.map(({ id, title, answer, icon }) => ({
      id,
      title: title[language],
      answer: answer[language],
      icon,
    }))
    const message = renderMessage(templates, 'guide', { ...EXAMPLES.guide, topics }, language)
    const shown = JSON.stringify(message)
    const left = guide.topics.findIndex(({ id }) => !shown.includes(`topic=${id}`))
    return [
      ...messageFaults([message]).map((fault) => refused(fault)),
      ...(left === -1 ? [] : [leftOut(guide.topics[left]?.id ?? '', left)]),
    ]
  })
}

const refused = (fault: string): Finding =>
  error(
    ['guide', 'topics'],
    { th: `การ์ดคู่มือใหญ่เกินที่ LINE รับ (${fault})`, en: `LINE would refuse the guide's card: ${fault}` },
    { th: 'ลดหัวข้อหรือย่อคำตอบ', en: 'write fewer topics or shorter answers' },
  )

const leftOut = (id: string, index: number): Finding =>
  warning(
    ['guide', 'topics', index],
    {
      th: `การ์ดคู่มือใน LINE แสดงได้ ${index} หัวข้อแรก ไม่แสดง “${id}”`,
      en: `the guide's card shows the first ${index} topics, not “${id}”`,
    },
    { th: 'รวมหัวข้อ หรือย้ายไปเป็น questions', en: 'join topics, or move some to questions' },
  )

/** What is asked before the form is answered by quick replies: LINE cuts their labels and takes 13 of them. */
function quickReplies(definition: Definition): Finding[] {
  const fields = fieldsById(definition)
  return definition.guide.eligibility.flatMap((id, index) => {
    const field = fields.get(id)
    const options = field ? optionsOf(field) : []
    const long = options.flatMap(({ label }) =>
      LANGUAGES.map((language) => label[language]).filter((text) => graphemes(text) > LIMITS.quickReplyLabel),
    )
    const path: Path = ['guide', 'eligibility', index]
    return [
      ...(options.length > LIMITS.quickReplies ? [tooMany(id, options.length, path)] : []),
      ...(long[0] ? [longLabel(long[0], path)] : []),
    ]
  })
}

const tooMany = (id: string, count: number, path: Path): Finding =>
  warning(
    path,
    {
      th: `“${id}” มี ${count} ตัวเลือก ปุ่มใน LINE มีได้ ${LIMITS.quickReplies}`,
      en: `“${id}” has ${count} options; LINE shows ${LIMITS.quickReplies} buttons`,
    },
    { th: 'คัดกรองด้วยคำถามที่มีตัวเลือกน้อยกว่า', en: 'ask something with fewer options' },
  )

const longLabel = (text: string, path: Path): Finding =>
  warning(
    path,
    {
      th: `ปุ่มใน LINE รับได้ ${LIMITS.quickReplyLabel} ตัวอักษร: “${text}”`,
      en: `a button in LINE takes ${LIMITS.quickReplyLabel} letters: “${text}”`,
    },
    { th: 'ย่อ label ของตัวเลือก', en: "shorten the option's label" },
  )
