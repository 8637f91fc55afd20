/** The officers' pages by name. */
import { page } from '../page.ts'
import { speak } from '../texts/speak.ts'
import { CasePage, type CasePageProps } from './case-page.tsx'
import { ChatPage, type ChatPageProps } from './chat-page.tsx'
import { DecidePage, type DecidePageProps } from './decide-page.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { IntakeCheckPage, type IntakeCheckPageProps } from './intake-check-page.tsx'
import { IntakeDraftPage, type IntakeDraftPageProps } from './intake-draft-page.tsx'
import { IntakePage, type IntakePageProps } from './intake-page.tsx'
import { IntakeSlipPage, type IntakeSlipPageProps } from './intake-slip-page.tsx'
import { INTAKE_TEXTS } from './intake-texts.ts'
import { JoinPage, type JoinPageProps } from './join-page.tsx'
import { QuestionPage, type QuestionPageProps } from './question-page.tsx'
import { QUESTION_TEXTS } from './question-texts.ts'
import { QuestionsPage, type QuestionsPageProps } from './questions-page.tsx'
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
  'officer/questions': page<QuestionsPageProps>({
    component: QuestionsPage,
    title: ({ language, agency }) =>
      `${speak(QUESTION_TEXTS, language)('questions')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'officer/live',
  }),
  'officer/question': page<QuestionPageProps>({
    component: QuestionPage,
    title: ({ language, found }) => speak(QUESTION_TEXTS, language)('questionOf', { name: found.askedBy }),
    area: 'officer',
    client: 'officer/live',
  }),
  'officer/chat': page<ChatPageProps>({
    component: ChatPage,
    title: ({ language, chat }) => speak(QUESTION_TEXTS, language)('chatOf', { name: chat.askedBy }),
    area: 'officer',
    client: 'officer/live',
  }),
  'officer/intake': page<IntakePageProps>({
    component: IntakePage,
    title: ({ language, agency }) => `${speak(INTAKE_TEXTS, language)('title')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/intake-draft': page<IntakeDraftPageProps>({
    component: IntakeDraftPage,
    title: ({ language }) => speak(INTAKE_TEXTS, language)('title'),
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/intake-check': page<IntakeCheckPageProps>({
    component: IntakeCheckPage,
    title: ({ language }) => speak(INTAKE_TEXTS, language)('checkTitle'),
    area: 'citizen',
    client: 'client/plain',
  }),
  'officer/intake-slip': page<IntakeSlipPageProps>({
    component: IntakeSlipPage,
    title: ({ language, found }) =>
      `${speak(INTAKE_TEXTS, language)('slipTitle')} · ${found.reference ?? ''}`,
    area: 'officer',
  }),
  'officer/join': page<JoinPageProps>({
    component: JoinPage,
    title: ({ language }) => speak(FORM_TEXTS, language)('joinTitle'),
    area: 'officer',
  }),
}
