/** The officers' pages by name. */
import { page } from '../page.ts'
import { speak } from '../texts/speak.ts'
import { CasePage, type CasePageProps } from './case-page.tsx'
import { DecidePage, type DecidePageProps } from './decide-page.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { JoinPage, type JoinPageProps } from './join-page.tsx'
import { ReturnPage, type ReturnPageProps } from './return-page.tsx'
import { OFFICER_TEXTS } from './texts.ts'
import { WorklistPage, type WorklistPageProps } from './worklist-page.tsx'

export const OFFICER_PAGES = {
  'officer/worklist': page<WorklistPageProps>({
    component: WorklistPage,
    title: ({ language, agency }) => `${speak(OFFICER_TEXTS, language)('inbox')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/case': page<CasePageProps>({
    component: CasePage,
    title: ({ found }) => `${found.reference} ${found.holder}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/return': page<ReturnPageProps>({
    component: ReturnPage,
    title: ({ language, found }) => `${speak(FORM_TEXTS, language)('returnTitle')} · ${found.reference}`,
    area: 'officer',
  }),
  'officer/decide': page<DecidePageProps>({
    component: DecidePage,
    title: ({ language, found, outcome }) =>
      `${speak(FORM_TEXTS, language)(`${outcome}Title`)} · ${found.reference}`,
    area: 'officer',
  }),
  'officer/join': page<JoinPageProps>({
    component: JoinPage,
    title: ({ language }) => speak(FORM_TEXTS, language)('joinTitle'),
    area: 'officer',
  }),
}
