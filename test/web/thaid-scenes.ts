/** ThaID: what it reads, and each way it can end. */
import { loadService } from '../../src/service/load.ts'
import type { ThaidState } from '../../src/web/citizen/thaid-page.tsx'
import type { AnyScene, Scenes } from './photograph.ts'

const { agency } = loadService('services/drinking-water').definition
const APPLICATION = '0199b1d2-6f6e-7c3a-9a51-3f0a5b7c9d10'
const STATES: ThaidState[] = [
  'refused',
  'late',
  'unavailable',
  'untrusted',
  'incomplete',
  'not_a_citizen',
  'other_number',
  'linked_elsewhere',
  'other_account',
  'other_browser',
  'waiting',
  'working',
  'unknown',
  'not_offered',
]

export const thaidScenes: Scenes = (language) => {
  const common = { language, agency, applicationId: APPLICATION }
  const outcome = (state: ThaidState): AnyScene => ({
    page: 'citizen/thaid-outcome',
    props: { ...common, state, missing: [], path: `/l/identity/thaid/${APPLICATION}` },
  })
  return {
    thaid: {
      page: 'citizen/thaid',
      props: { ...common, reads: ['id_number', 'name', 'birth_date', 'address'] },
    },
    'thaid-proven': {
      page: 'citizen/thaid-outcome',
      props: {
        ...common,
        state: 'proven',
        path: '',
        missing: ['address'],
        subject: {
          idNumber: '1101700207366',
          name: { title: 'นางสาว', first: 'กมล', last: 'ศรีทอง' },
          birthDate: '1987-01-15',
        },
      },
    },
    ...Object.fromEntries(STATES.map((state) => [`thaid-${state}`, outcome(state)])),
  }
}
