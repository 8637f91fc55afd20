/** Pages that only some services have: a visit to the place, a calendar. Made from generated answers. */
import type { OfficerCase } from '../../../src/actions/view-officer-case.ts'
import type { Language } from '../../../src/service/definition.ts'
import { namedValue } from '../../../src/service/display.ts'
import { feeLines } from '../../../src/service/fee.ts'
import { formPages, normalise } from '../../../src/service/form.ts'
import { loadService } from '../../../src/service/load.ts'
import { blankFinding } from '../../../src/web/officer/forms.ts'
import { rightAnswers } from '../../services/answers.ts'
import type { AnyScene } from '../photograph.ts'
import { buildCase, desk, KUKIAT, NOW, TODAY, WANNA } from './fixtures.ts'

const SEEN = { version: 4, seenAt: NOW.toISOString() }

function caseOf(dir: string, changes: Partial<OfficerCase> = {}): OfficerCase {
  const { definition } = loadService(dir)
  const answers = normalise(formPages(definition), rightAnswers(definition, { today: TODAY }))
  const { holder, summary, place } = definition.roles
  return buildCase({
    definition,
    answers,
    holder: namedValue(definition, answers, holder),
    summary: namedValue(definition, answers, summary),
    place: namedValue(definition, answers, place),
    fee: feeLines(definition.fees, answers, TODAY),
    ...changes,
  })
}

export function serviceScenes(language: Language): Record<string, AnyScene> {
  const wanna = desk(WANNA, language)
  const found = caseOf('services/hazardous-activities')
  const points = found.definition.review.steps[0]?.inspection?.points ?? []
  const results = (['pass', 'pass', 'fail', 'none'] as const).map((result, index) => ({
    point: points[index]?.id ?? '',
    result,
    note: result === 'fail' ? 'น้ำทิ้งไหลลงทางเท้าหน้าบ้านเลขที่ 90' : '',
  }))
  const writing = { ...wanna, found, seen: SEEN, problems: [], today: TODAY, stage: 'write' as const }
  const finding = { ...blankFinding(found), inspection: results }
  const inspected = points.map(({ text }, index) => ({
    text,
    result: index === 2 ? ('fail' as const) : ('pass' as const),
    note: index === 2 ? 'น้ำทิ้งไหลลงทางเท้าหน้าบ้านเลขที่ 90' : '',
  }))
  const decided = caseOf('services/hazardous-activities', {
    step: 1,
    decisions: [
      {
        stepTitle: found.definition.review.steps[0]?.title ?? { th: '', en: '' },
        outcome: 'object',
        officer: WANNA.name,
        at: NOW,
        conditions: [],
        reason: 'ไม่สมควรอนุญาต เพราะน้ำทิ้งทำให้ผู้อื่นเดือดร้อน',
        inspection: inspected,
      },
    ],
  })
  const school = caseOf('services/school-premises')
  const day = (school.answers.bookings as { date: string }[])[0]?.date ?? TODAY
  const held = { row: 0, place: 'hall', day, holder: 'นายธีรเดช คงมั่น', reference: 'อส-2569-00007' }
  return {
    inspection: { page: 'officer/decide', props: { ...writing, outcome: 'endorse', finding } },
    objection: { page: 'officer/decide', props: { ...writing, outcome: 'object', finding } },
    inspected: { page: 'officer/case', props: { ...desk(KUKIAT, language), found: decided } },
    calendar: {
      page: 'officer/case',
      props: {
        ...wanna,
        found: {
          ...school,
          heldTimes: [
            { ...held, applicationId: school.id, from: '08:00', to: '12:00', overlaps: true },
            { ...held, row: 1, applicationId: school.id, from: '18:00', to: '21:00', overlaps: false },
          ],
        },
      },
    },
  }
}
