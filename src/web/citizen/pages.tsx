import { page } from '../page.ts'

export const CITIZEN_PAGES = {
  'citizen/sign-in': page<{ language: 'th' | 'en' }>({ area: 'citizen', title: () => 'x', component: () => <p>hello</p> }),
}
