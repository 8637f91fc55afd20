/** A change of LINE account under four eyes. */
import type { Language } from '../../../src/service/definition.ts'
import type { AnyScene } from '../photograph.ts'
import { desk, NOW, WANNA } from './fixtures.ts'

const ID = '0199b1d2-6f6e-7c3a-9a51-3f0a5b7c9d10'

export function actingScenes(language: Language): Record<string, AnyScene> {
  const row = { id: ID, status: 'asked' as const, askedAt: NOW, level: 2, needed: 2 }
  const side = {
    account: 'Kamon',
    name: 'นางสาวกมล ศรีทอง',
    idNumber: '1101700207366',
    method: 'e_document' as const,
    level: 2,
    cases: [{ id: ID, reference: 'สธ-2569-004188', status: 'in_review' }],
  }
  const found = {
    ...row,
    story: 'โทรศัพท์หายพร้อมเบอร์เดิม สมัครไลน์ใหม่ด้วยเบอร์ใหม่',
    old: side,
    new: { ...side, account: 'กมล (ใหม่)', method: 'thaid' as const, cases: [] },
    isSameNumber: true,
    reason: '',
    decidedBy: '',
    outcomes: ['move' as const, 'keep' as const],
    mayPropose: true,
    mayConfirm: false,
  }
  const proposal = {
    by: 'นางสาววรรณา แก้วใส',
    at: NOW.toISOString(),
    reason: 'ใบหน้าในวิดีโอคอลตรงกับบัตรและคำขอเดิม โทรเบอร์เดิมไม่มีผู้รับ',
    outcome: 'move' as const,
    seen: ['same_person', 'same_number', 'story', 'old_account'],
  }
  const shared = desk(WANNA, language, `/o/relinks/${ID}`)
  return {
    'acting-relinks': {
      page: 'officer/relinks',
      props: { ...shared, open: [row], closed: [{ ...row, status: 'done' }] },
    },
    'acting-relink': { page: 'officer/relink', props: { ...shared, found, problem: 'incomplete' } },
    'acting-relink-confirm': {
      page: 'officer/relink',
      props: {
        ...shared,
        found: { ...found, status: 'proposed', proposal, mayPropose: false, mayConfirm: true, outcomes: [] },
      },
    },
  }
}
