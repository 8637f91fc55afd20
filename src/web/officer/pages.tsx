/** The officers' pages by name. */
import { page } from '../page.ts'
import { speak } from '../texts/speak.ts'
import { AccessPage, type AccessPageProps } from './access-page.tsx'
import { ACCOUNT_TEXTS } from './account-texts.ts'
import { AppointmentsPage, type AppointmentsPageProps } from './appointments-page.tsx'
import { CasePage, type CasePageProps } from './case-page.tsx'
import { ChatPage, type ChatPageProps } from './chat-page.tsx'
import { DataRequestPage, type DataRequestPageProps } from './data-request-page.tsx'
import { DataRequestsPage, type DataRequestsPageProps } from './data-requests-page.tsx'
import { DecidePage, type DecidePageProps } from './decide-page.tsx'
import { DelegationsPage, type DelegationsPageProps } from './delegations-page.tsx'
import { DisposalPage, type DisposalPageProps } from './disposal-page.tsx'
import {
  FactorPage,
  type FactorPageProps,
  FactorSetupPage,
  type FactorSetupPageProps,
} from './factor-page.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { IdentityPage, type IdentityPageProps } from './identity-page.tsx'
import { PROOF_TEXTS } from './identity-texts.ts'
import { IntakeCheckPage, type IntakeCheckPageProps } from './intake-check-page.tsx'
import { IntakeDraftPage, type IntakeDraftPageProps } from './intake-draft-page.tsx'
import { IntakePage, type IntakePageProps } from './intake-page.tsx'
import { IntakeSlipPage, type IntakeSlipPageProps } from './intake-slip-page.tsx'
import { INTAKE_TEXTS } from './intake-texts.ts'
import { JoinPage, type JoinPageProps } from './join-page.tsx'
import { MaskPage, type MaskPageProps } from './mask-page.tsx'
import { MASK_TEXTS } from './mask-texts.ts'
import {
  InvitationPage,
  type InvitationPageProps,
  OfficerPage,
  type OfficerPageProps,
  OfficersPage,
  type OfficersPageProps,
} from './officers-page.tsx'
import { PRIVACY_TEXTS } from './privacy-texts.ts'
import { QuestionPage, type QuestionPageProps } from './question-page.tsx'
import { QUESTION_TEXTS } from './question-texts.ts'
import { QuestionsPage, type QuestionsPageProps } from './questions-page.tsx'
import {
  RelinkDeskPage,
  type RelinkDeskPageProps,
  RelinksPage,
  type RelinksPageProps,
} from './relink-page.tsx'
import { ACTING_TEXTS } from './relink-texts.ts'
import { ReturnPage, type ReturnPageProps } from './return-page.tsx'
import { SearchPage, type SearchPageProps } from './search-page.tsx'
import { SEARCH_TEXTS } from './search-texts.ts'
import { SessionsPage, type SessionsPageProps } from './sessions-page.tsx'
import { OFFICER_TEXTS } from './texts.ts'
import { WorklistPage, type WorklistPageProps } from './worklist-page.tsx'

export const OFFICER_PAGES = {
  'officer/worklist': page<WorklistPageProps>({
    component: WorklistPage,
    title: ({ language, agency }) => `${speak(OFFICER_TEXTS, language)('inbox')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/search': page<SearchPageProps>({
    component: SearchPage,
    title: ({ language, agency }) => `${speak(SEARCH_TEXTS, language)('title')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/disposal': page<DisposalPageProps>({
    component: DisposalPage,
    title: ({ language, agency }) =>
      `${speak(PRIVACY_TEXTS, language)('tab_disposal')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/data-requests': page<DataRequestsPageProps>({
    component: DataRequestsPage,
    title: ({ language, agency }) => `${speak(PRIVACY_TEXTS, language)('title')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/data-request': page<DataRequestPageProps>({
    component: DataRequestPage,
    title: ({ language, agency }) => `${speak(PRIVACY_TEXTS, language)('title')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/access': page<AccessPageProps>({
    component: AccessPage,
    title: ({ language, agency }) =>
      `${speak(PRIVACY_TEXTS, language)('tab_access')} · ${agency.name[language]}`,
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
  'officer/identity': page<IdentityPageProps>({
    component: IdentityPage,
    title: ({ language, found }) => `${speak(PROOF_TEXTS, language)('title')} · ${found.reference ?? ''}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/appointments': page<AppointmentsPageProps>({
    component: AppointmentsPage,
    title: ({ language, agency }) =>
      `${speak(PROOF_TEXTS, language)('appointments')} · ${agency.name[language]}`,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/mask': page<MaskPageProps>({
    component: MaskPage,
    title: ({ language, found }) => `${speak(MASK_TEXTS, language)('title')} · ${found.reference}`,
    area: 'officer',
    client: 'officer/mask',
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
  'officer/factor': page<FactorPageProps>({
    component: FactorPage,
    title: ({ language }) => speak(ACCOUNT_TEXTS, language)('proveTitle'),
    area: 'officer',
    client: 'officer/passkey',
  }),
  'officer/factor-setup': page<FactorSetupPageProps>({
    component: FactorSetupPage,
    title: ({ language }) => speak(ACCOUNT_TEXTS, language)('setUpTitle'),
    area: 'officer',
    client: 'officer/passkey',
  }),
  'officer/sessions': page<SessionsPageProps>({
    component: SessionsPage,
    title: ({ language }) => speak(ACCOUNT_TEXTS, language)('account'),
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/officers': page<OfficersPageProps>({
    component: OfficersPage,
    title: ({ language }) => speak(ACCOUNT_TEXTS, language)('officers'),
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/officer': page<OfficerPageProps>({
    component: OfficerPage,
    title: ({ account }) => account.officer.name,
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/invitation': page<InvitationPageProps>({
    component: InvitationPage,
    title: ({ language, name }) => speak(ACCOUNT_TEXTS, language)('inviteReady', { name }),
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/delegations': page<DelegationsPageProps>({
    component: DelegationsPage,
    title: ({ language }) => speak(ACCOUNT_TEXTS, language)('delegations'),
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/relinks': page<RelinksPageProps>({
    component: RelinksPage,
    title: ({ language }) => speak(ACTING_TEXTS, language)('relinks'),
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/relink': page<RelinkDeskPageProps>({
    component: RelinkDeskPage,
    title: ({ language }) => speak(ACTING_TEXTS, language)('relinks'),
    area: 'officer',
    client: 'client/plain',
  }),
  'officer/join': page<JoinPageProps>({
    component: JoinPage,
    title: ({ language }) => speak(FORM_TEXTS, language)('joinTitle'),
    area: 'officer',
  }),
}
