/** Going on in another LINE account, and the principal's answer, in the states that matter. */
import { loadService } from '../../src/service/load.ts'
import { qrSvg } from '../../src/web/citizen/qr-svg.ts'
import type { Scenes } from './photograph.ts'

const { agency, title } = loadService('services/food-premises').definition
const ID = '0199b1d2-6f6e-7c3a-9a51-3f0a5b7c9d10'
const LINK = 'https://liff.line.me/1234567890-AbCdEfGh/l/mandates/by/b3Bxq0rXv8QkQ2s5t9a7'

export const actingScenes: Scenes = (language) => {
  const common = { language, agency }
  const relink = (state: 'unproven' | 'ready' | 'asked', more = {}) => ({
    page: 'citizen/relink' as const,
    props: { ...common, found: { state, id: ID, cases: 2, twoDrafts: state === 'ready' }, ...more },
  })
  const found = {
    id: ID,
    status: 'asked' as const,
    kind: 'attorney' as const,
    principal: 'นางสาวกมล ศรีทอง',
    representative: 'นายธีรเดช ใจดี',
    isRepresentativeProven: true,
    service: title,
    place: '88/4 ถนนริมน้ำ ตำบลในเมือง อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง 67000',
    reference: 'อห-2569-000012',
    filedAt: new Date('2026-11-23T03:42:00Z'),
  }
  const mandate = { ...common, action: '', asksNumber: false }
  const link = { ...common, applicationId: ID, principal: found.principal, status: 'asked' as const }
  return {
    'acting-relink-unproven': relink('unproven'),
    'acting-relink-ready': relink('ready', { problem: 'story_needed' }),
    'acting-relink-asked': relink('asked'),
    'acting-mandate': {
      page: 'citizen/mandate',
      props: { ...mandate, found, asksNumber: true, problem: 'number_wrong' },
    },
    'acting-mandate-proof': {
      page: 'citizen/mandate',
      props: { ...mandate, found: { ...found, refusal: 'proof_needed' } },
    },
    'acting-mandate-declined': {
      page: 'citizen/mandate',
      props: { ...mandate, found: { ...found, status: 'declined' } },
    },
    'acting-link': { page: 'citizen/mandate-link', props: { ...link, link: LINK, qr: qrSvg(LINK) } },
  }
}
