/** The pages about questions and chats in the states that matter. */
import type { ChatLine, OfficerChat } from '../../../src/actions/view-chat.ts'
import type { OfficerQuestion, QuestionItem, QuestionList } from '../../../src/actions/view-questions.ts'
import type { Language } from '../../../src/service/definition.ts'
import { draftOf } from '../../../src/web/officer/question-forms.ts'
import type { AnyScene } from '../photograph.ts'
import { definition, desk, KUKIAT, NOW, WANNA } from './fixtures.ts'

const at = (text: string) => new Date(`2026-12-${text}+07:00`)
const id = (number: number) => `dddddddd-0000-4000-8000-00000000000${number}`
const CASES = [
  {
    id: id(9),
    status: 'in_review' as const,
    reference: 'สธ-2569-004188',
    summary: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้',
    updatedAt: NOW,
  },
]

export const buildItem = (changes: Partial<QuestionItem> = {}): QuestionItem => ({
  id: id(1),
  text: 'ย้ายตู้ไปตั้งอีกฝั่งถนน ต้องแจ้งเทศบาลก่อนไหม หรือขอใหม่ทั้งหมด',
  askedBy: 'กมล ศรีทอง',
  askedAt: at('08T08:27:00'),
  expectedOn: '2026-12-09',
  isLate: false,
  isPublished: false,
  ...changes,
})

const ITEMS = [
  buildItem({
    id: id(2),
    text: 'ตู้เสียมาสามเดือนแล้วยังไม่ได้เปิดขาย ต้องเสียค่าธรรมเนียมปีนี้หรือเปล่าคะ ถ้าต้องเสียจะขอผ่อนผันได้ไหม และต้องทำหนังสือถึงใคร',
    askedBy: 'เอื้องคำ แก้วมูลศรีสุวรรณภูมิ',
    askedAt: at('03T14:02:00'),
    expectedOn: '2026-12-04',
    isLate: true,
  }),
  buildItem({
    id: id(3),
    text: 'Can a foreigner apply?',
    askedBy: 'Sofia Lindqvist',
    askedAt: at('07T19:40:00'),
  }),
  buildItem(),
]

export const buildList = (changes: Partial<QuestionList> = {}): QuestionList => ({
  chats: [
    { id: id(5), askedBy: 'ธีรเดช คงมั่น', askedAt: at('08T10:36:00') },
    {
      id: id(6),
      askedBy: 'Sofia Lindqvist',
      askedAt: at('08T10:20:00'),
      officer: { id: WANNA.id, name: WANNA.name },
    },
  ],
  items: ITEMS,
  published: [],
  counts: { waiting: 3, chats: 1, published: 2 },
  stamp: '1',
  ...changes,
})

export const buildQuestion = (changes: Partial<OfficerQuestion> = {}): OfficerQuestion => ({
  ...buildItem(),
  language: 'th',
  following: true,
  keptDays: 90,
  cases: CASES,
  ready: definition.guide.topics.map(({ id, title, answer }) => ({ id, title: title.th, text: answer.th })),
  ...changes,
})

const ANSWERED = {
  answer: 'ต้องแจ้งก่อนย้าย โดยยื่นคำขอแก้ไขรายการในใบอนุญาต พร้อมแผนที่ตั้งตู้แห่งใหม่ ไม่มีค่าธรรมเนียม',
  answeredAt: at('08T10:31:00'),
  answeredBy: WANNA.name,
  sentAt: at('08T10:31:05'),
}

const line = (number: number, changes: Partial<ChatLine>): ChatLine => ({
  id: id(number),
  from: 'applicant',
  kind: 'text',
  at: at(`08T10:${30 + number}:00`),
  isSent: true,
  ...changes,
})

export const buildChat = (changes: Partial<OfficerChat> = {}): OfficerChat => ({
  id: id(5),
  askedBy: 'กมล ศรีทอง',
  askedAt: at('08T10:30:00'),
  following: true,
  keptDays: 90,
  officer: { id: WANNA.id, name: WANNA.name },
  silentAt: at('08T11:12:00'),
  cases: CASES,
  stamp: '1',
  lines: [
    line(1, { text: 'สวัสดีค่ะ คำขอของหนูส่งไปสองอาทิตย์แล้ว\nอยากทราบว่าต้องแก้อะไรอีกไหม' }),
    line(2, { kind: 'sticker' }),
    line(3, { from: 'system', kind: 'taken' }),
    line(4, { from: 'officer', text: 'สวัสดีค่ะ ขอตรวจดูคำขอสักครู่นะคะ' }),
    line(5, { kind: 'file', file: { state: 'kept', name: 'ผลตรวจน้ำ ตู้หน้าร้าน.pdf', type: 'application/pdf' } }),
    line(6, {
      from: 'officer',
      text: 'เอกสารครบแล้วค่ะ เหลือรอนายกเทศมนตรีพิจารณา คาดว่าไม่เกินวันที่ 23 ธันวาคม ไม่ต้องแก้อะไรเพิ่มค่ะ',
    }),
    line(7, { text: 'ขอบคุณมากค่ะ' }),
    line(8, { from: 'officer', text: 'ยินดีค่ะ', isSent: false }),
  ],
  ...changes,
})

const SENT = [
  line(1, { text: 'ส่งรูปตู้กับผลตรวจน้ำมาให้ดูค่ะ' }),
  line(2, { kind: 'file', file: { state: 'kept', name: 'photo.jpg', type: 'image/png' } }),
  line(3, {
    kind: 'file',
    file: {
      state: 'kept',
      name: 'ผลตรวจวิเคราะห์คุณภาพน้ำดื่มจากตู้หยอดเหรียญหน้าร้านน้ำดื่มใสใจ_พฤศจิกายน_2569.pdf',
      type: 'application/pdf',
    },
  }),
]
const NOT_KEPT = [
  line(4, { kind: 'file', file: { state: 'refused', refusal: 'file_wrong_type' } }),
  line(5, { kind: 'file' }),
  line(6, { kind: 'file', file: { state: 'lost' } }),
  line(7, { kind: 'file', file: { state: 'erased' } }),
  line(8, { kind: 'file', file: { state: 'fetching' } }),
]

const PUBLICATION = {
  question: { th: 'ย้ายตู้ต้องแจ้งก่อนไหม', en: 'Must I report moving a machine?' },
  answer: {
    th: 'ต้องแจ้งก่อนย้าย โดยยื่นคำขอแก้ไขรายการ พร้อมแผนที่ตั้งตู้แห่งใหม่',
    en: 'Yes, before moving it. Apply to amend the licence, with a map of the new place.',
  },
}

export function questionScenes(language: Language): Record<string, AnyScene> {
  const wanna = { ...desk(WANNA, language, '/o/questions'), asking: 4, calls: 2 }
  const kukiat = desk(KUKIAT, language, '/o/questions')
  const question = (found: OfficerQuestion, changes = {}): AnyScene => ({
    page: 'officer/question',
    props: { ...wanna, found, typed: '', draft: draftOf(found), problems: [], ...changes },
  })
  const chat = (changes: Partial<OfficerChat>, more = {}): AnyScene => ({
    page: 'officer/chat',
    props: { ...wanna, chat: buildChat(changes), wordId: id(0), typed: '', ...more },
  })
  const list = (changes: Partial<QuestionList>, tab: 'waiting' | 'answered' | 'published'): AnyScene => ({
    page: 'officer/questions',
    props: { ...wanna, tab, list: buildList(changes), now: NOW },
  })
  const answered = buildQuestion(ANSWERED)
  return {
    questions: list({}, 'waiting'),
    'questions-empty': list(
      { chats: [], items: [], counts: { waiting: 0, chats: 0, published: 0 } },
      'waiting',
    ),
    'questions-answered': list(
      {
        chats: [],
        items: [
          buildItem({ ...ANSWERED, isPublished: true }),
          buildItem({ ...ANSWERED, id: id(4), text: undefined, askedBy: '' }),
        ],
      },
      'answered',
    ),
    'questions-published': list(
      {
        chats: [],
        items: [],
        published: [{ questionId: id(1), ...PUBLICATION, changedAt: NOW, by: WANNA.name }],
      },
      'published',
    ),
    question: question(buildQuestion()),
    'question-wrong': question(buildQuestion({ following: false, cases: [] }), {
      problems: [{ href: '#answer', text: language === 'th' ? 'กรอกคำตอบ' : 'Enter the answer' }],
    }),
    'question-taken': question(answered, { unsent: 'ไม่ต้องแจ้งค่ะ' }),
    'question-answered': question(answered, { done: 'answered' }),
    'question-published': question({
      ...answered,
      publication: { ...PUBLICATION, wordings: ['ย้ายที่ตั้งตู้ทำยังไง'], isPublic: true },
    }),
    chat: chat({}),
    'chat-files': chat({ lines: SENT }),
    'chat-files-not-kept': chat({ lines: NOT_KEPT }),
    'chat-waiting': chat({ officer: undefined, lines: buildChat().lines.slice(0, 2) }),
    'chat-ended': chat({ endedAt: at('08T10:58:00'), endedBy: 'silence', following: false }),
    'chat-taken': {
      page: 'officer/chat',
      props: { ...kukiat, chat: buildChat(), wordId: id(0), typed: '', refused: 'takenByOther' },
    },
  }
}
