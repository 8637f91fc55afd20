/** Proving who one is: every state of it, and each way's own page. */
import type { ProofPageView } from '../../src/actions/view-proof.ts'
import { freeSlots } from '../../src/proof/appointment.ts'
import { openOffers, rungOf } from '../../src/proof/ladder.ts'
import { loadService } from '../../src/service/load.ts'
import type { Scenes } from './photograph.ts'

const { definition } = loadService('services/drinking-water')
const APPLICATION = '0199b1d2-6f6e-7c3a-9a51-3f0a5b7c9d10'
const NOW = new Date('2026-11-23T10:42:00+07:00')
const AT = new Date('2026-11-25T09:30:00+07:00')

const view = (changes: Partial<ProofPageView>): ProofPageView => ({
  applicationId: APPLICATION,
  isSent: false,
  minimum: 1,
  offers: openOffers(rungOf(definition, 'cancel'), { thaid: true }),
  definition,
  state: 'open',
  ...changes,
})

const meeting = (link: string | null) => ({
  id: APPLICATION,
  startsAt: AT,
  minutes: 20,
  status: 'booked' as const,
  link,
})

export const identityScenes: Scenes = (language) => {
  const page = (changes: Partial<ProofPageView>) => ({
    page: 'citizen/identity' as const,
    props: { language, view: view(changes), now: NOW },
  })
  const common = { language, definition, applicationId: APPLICATION, problems: {} }
  const { agency, identity } = definition
  const slots = freeSlots({ agency, settings: identity.videoCall, taken: [], now: NOW })
  return {
    'identity-open': page({}),
    'identity-none': page({ state: 'none', offers: [] }),
    'identity-waiting': page({ state: 'waiting', method: 'e_document', isSent: true }),
    'identity-booked': page({
      state: 'waiting',
      method: 'video_call',
      appointment: meeting('https://meet.example/room'),
    }),
    'identity-booked-later': page({ state: 'waiting', method: 'video_call', appointment: meeting(null) }),
    'identity-refused': page({
      state: 'refused',
      method: 'e_document',
      reason: 'ภาพบัตรสะท้อนแสง อ่านเลขไม่ได้',
    }),
    'identity-proven': page({
      state: 'proven',
      method: 'e_document',
      validUntil: new Date('2027-11-23T10:42:00+07:00'),
    }),
    'identity-photos': { page: 'citizen/identity-photos', props: common },
    'identity-photos-wrong': {
      page: 'citizen/identity-photos',
      props: { ...common, problems: { card: 'file_empty', selfie: 'file_wrong_type' } },
    },
    'identity-call': { page: 'citizen/identity-call', props: { ...common, phone: '', when: 'any' } },
    'identity-call-wrong': {
      page: 'citizen/identity-call',
      props: { ...common, phone: '12', when: 'morning', problems: { phone: 'bad_phone' } },
    },
    'identity-video': { page: 'citizen/identity-video', props: { ...common, slots } },
    'identity-video-taken': {
      page: 'citizen/identity-video',
      props: { ...common, slots, problems: { startsAt: 'slot_taken' } },
    },
    'identity-video-none': { page: 'citizen/identity-video', props: { ...common, slots: [] } },
    'identity-line': { page: 'citizen/identity-line', props: common },
  }
}
