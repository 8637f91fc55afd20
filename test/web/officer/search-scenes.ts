import type { Language } from '../../../src/service/definition.ts'
import type { AnyScene } from '../photograph.ts'
import { buildWorklist, definition, desk, WANNA } from './fixtures.ts'

/** What looking up a case finds, and does not. */
export function searchScenes(language: Language): Record<string, AnyScene> {
  const props = { ...desk(WANNA, language), clock: definition.clock }
  const person = { by: 'identity', shown: '1-1017-xxxxx-36-6' } as const
  const items = buildWorklist().items.slice(0, 2)
  return {
    'search-person': { page: 'officer/search', props: { ...props, found: { ...person, items } } },
    'search-nobody': { page: 'officer/search', props: { ...props, found: { ...person, items: [] } } },
    'search-reference': {
      page: 'officer/search',
      props: { ...props, found: { by: 'reference', shown: 'ตน-69-000000', items: [] } },
    },
    'search-wrong': {
      page: 'officer/search',
      props: { ...props, found: { by: 'wrong_number', shown: '', items: [] } },
    },
  }
}
