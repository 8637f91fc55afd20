import type { DisposalView } from '../../../src/actions/approve-disposal.ts'
import { Retention } from '../../../src/service/definition/retention.ts'
import type { Language } from '../../../src/service/definition.ts'
import type { AnyScene } from '../photograph.ts'
import { desk, WANNA } from './fixtures.ts'

const { cases, documents } = Retention.parse(undefined)
const at = new Date('2037-01-02T02:10:00+07:00')
const id = (n: number) => `c0ffee00-0000-4000-8000-00000000000${n}`

function due(n: number, changes: Partial<DisposalView['due'][number]> = {}): DisposalView['due'][number] {
  return {
    key: `case:${id(n)}:case.refused`,
    kind: 'case',
    subjectId: id(n),
    applicationId: id(n),
    reference: `ตน-69-00014${n}`,
    rule: 'case.refused',
    detail: 'refused',
    since: '2037-01-01',
    law: cases.refused.law,
    count: 21,
    approval: 'needed',
    ...changes,
  }
}

const gone = (
  n: number,
  changes: Partial<DisposalView['record'][number]>,
): DisposalView['record'][number] => ({
  id: id(n),
  seq: n,
  key: null,
  kind: 'case',
  reference: '',
  count: 1,
  rule: 'case.withdrawn',
  law: cases.withdrawn.law.th,
  approvedBy: null,
  approvedAt: null,
  digest: null,
  at,
  approver: '',
  ...changes,
})

const FULL: DisposalView = {
  today: '2037-01-05',
  due: [
    due(1),
    due(2, { detail: 'licensed', rule: 'case.licensed', approval: 'given' }),
    due(3, { kind: 'document', detail: 'receipt', reference: 'K7QM 4XNT 9PBD', law: documents.receipt.law }),
  ],
  more: 12,
  kept: [
    {
      applicationId: id(4),
      reference: 'ตน-69-000151',
      because: 'appeal',
      until: '2037-12-31',
      officerId: id(9),
      at,
    },
  ],
  record: [
    gone(5, { reference: 'ตน-69-000098', approver: 'นางสาววรรณา แก้วใส' }),
    gone(6, {
      kind: 'chats',
      count: 214,
      rule: 'chats.90',
      law: 'พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ม.37(3)',
    }),
  ],
}

/** The list of what is to be disposed of: full, empty, refused. */
export function disposalScenes(language: Language): Record<string, AnyScene> {
  const common = { ...desk({ ...WANNA, roles: ['dpo'] }, language), path: '/o/privacy/disposal' }
  const typed = { chosen: [], because: '', until: '' }
  const empty: DisposalView = { today: '2037-01-05', due: [], more: 0, kept: [], record: [] }
  const full = { ...common, view: FULL, typed, problems: [] }
  return {
    disposal: { page: 'officer/disposal', props: { ...full, done: { what: 'approved', count: 2 } } },
    'disposal-empty': { page: 'officer/disposal', props: { ...full, view: empty } },
    'disposal-wrong': {
      page: 'officer/disposal',
      props: {
        ...full,
        typed: { chosen: [due(1).key], because: '', until: '' },
        problems: [
          { href: '#because', text: language === 'th' ? 'เลือกเหตุผลที่เก็บไว้' : 'Choose a reason for keeping' },
        ],
      },
    },
  }
}
