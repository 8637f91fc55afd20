/** The applicant's pages. LINE shows the title in its header. */
import type { Language, Text } from '../../service/definition.ts'
import { page } from '../page.ts'
import { MANDATE_TEXTS, RELINK_TEXTS } from '../texts/acting.ts'
import { CITIZEN_TEXTS, type CitizenTextKey } from '../texts/citizen.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'
import { MY_DATA_TEXTS } from '../texts/my-data.ts'
import { speak } from '../texts/speak.ts'
import { SYSTEM_TEXTS } from '../texts/system.ts'
import { TAKE_OVER_TEXTS } from '../texts/take-over.ts'
import { THAID_TEXTS } from '../texts/thaid.ts'
import { earlyModules, modulesOf } from '../ui/fields/lazy-controls.ts'
import { CasePage, type CasePageProps } from './case-page.tsx'
import { CheckPage, type CheckPageProps } from './check-page.tsx'
import {
  DocumentPage,
  type DocumentPageProps,
  DocumentUnprovenPage,
  type DocumentUnprovenPageProps,
  TicketOverPage,
  type TicketOverPageProps,
} from './document-page.tsx'
import { DonePage, type DonePageProps } from './done-page.tsx'
import { ExitView, type ExitViewProps } from './exit-view.tsx'
import { FormPage, type FormPageProps } from './form-page.tsx'
import { CasesPage, HomePage, type HomePageProps } from './home-page.tsx'
import {
  CallPage,
  type CallPageProps,
  PhotosPage,
  type PhotosPageProps,
  StatementPage,
  type StatementPageProps,
  VideoPage,
  type VideoPageProps,
} from './identity-forms.tsx'
import { IdentityPage, type IdentityPageProps } from './identity-page.tsx'
import {
  MandateLinkPage,
  type MandateLinkPageProps,
  MandatePage,
  type MandatePageProps,
} from './mandate-page.tsx'
import { MyDataPage, type MyDataPageProps } from './my-data-page.tsx'
import {
  AskDataPage,
  type AskPageProps,
  MyRequestPage,
  type MyRequestPageProps,
} from './my-data-requests.tsx'
import { PayPage, type PayPageProps } from './pay-page.tsx'
import { RelinkPage, type RelinkPageProps } from './relink-page.tsx'
import { StartPage, type StartPageProps } from './start-page.tsx'
import {
  EntryPage,
  FailurePage,
  type FailurePageProps,
  SignInPage,
  type SignInPageProps,
} from './system-pages.tsx'
import { HandOnPage, type HandOnPageProps, TakeOverPage, type TakeOverPageProps } from './take-over-page.tsx'
import { TasksPage, type TasksPageProps } from './tasks-page.tsx'
import {
  ThaidOutcomePage,
  type ThaidOutcomePageProps,
  ThaidPage,
  type ThaidPageProps,
} from './thaid-page.tsx'
import '../ui/fields/all-controls.ts'
import { WalletPage, type WalletPageProps } from './wallet-page.tsx'

const titled =
  (key: CitizenTextKey) =>
  ({ language }: { language: Language }): string =>
    CITIZEN_TEXTS[key][language]
const said =
  (text: Text) =>
  ({ language }: { language: Language }): string =>
    text[language]
const plain = { area: 'citizen', client: 'client/plain' } as const
const watching = { area: 'citizen', client: 'citizen/watch' } as const

export const CITIZEN_PAGES = {
  'citizen/home': page<HomePageProps>({
    ...plain,
    component: HomePage,
    title: ({ language, service }) => speak(CITIZEN_TEXTS, language, service.licence.name)('homeTitle'),
  }),
  'citizen/cases': page<HomePageProps>({ ...plain, component: CasesPage, title: titled('casesTitle') }),
  'citizen/start': page<StartPageProps>({ ...plain, component: StartPage, title: titled('applyTitle') }),
  'citizen/tasks': page<TasksPageProps>({ ...plain, component: TasksPage, title: titled('applyTitle') }),
  'citizen/form': page<FormPageProps>({
    area: 'citizen',
    client: 'citizen/form',
    hydrate: true,
    modules: ({ fields }) => earlyModules(modulesOf(fields)).map((name) => `ui/fields/${name}`),
    component: FormPage,
    title: ({ title, language }) => title[language],
  }),
  'citizen/exit': page<ExitViewProps>({
    ...plain,
    component: ExitView,
    title: ({ exit, language }) => exit.title[language],
  }),
  'citizen/check': page<CheckPageProps>({ ...plain, component: CheckPage, title: titled('checkTitle') }),
  'citizen/done': page<DonePageProps>({ ...plain, component: DonePage, title: titled('doneTitle') }),
  'citizen/case': page<CasePageProps>({ ...watching, component: CasePage, title: titled('casesTitle') }),
  'citizen/pay': page<PayPageProps>({ ...watching, component: PayPage, title: titled('payTitle') }),
  'citizen/hand-on': page<HandOnPageProps>({
    ...plain,
    component: HandOnPage,
    title: ({ language, licence }) => speak(TAKE_OVER_TEXTS, language, licence)('handOnTitle'),
  }),
  'citizen/take-over': page<TakeOverPageProps>({
    ...plain,
    component: TakeOverPage,
    title: ({ language, licence }) => speak(TAKE_OVER_TEXTS, language, licence)('takeTitle'),
  }),
  'citizen/identity': page<IdentityPageProps>({
    ...plain,
    component: IdentityPage,
    title: said(IDENTITY_TEXTS.title),
  }),
  'citizen/identity-photos': page<PhotosPageProps>({
    area: 'citizen',
    client: 'citizen/identity-photos',
    component: PhotosPage,
    title: said(IDENTITY_TEXTS.photosTitle),
  }),
  'citizen/identity-call': page<CallPageProps>({
    ...plain,
    component: CallPage,
    title: said(IDENTITY_TEXTS.callTitle),
  }),
  'citizen/identity-video': page<VideoPageProps>({
    ...plain,
    component: VideoPage,
    title: said(IDENTITY_TEXTS.videoTitle),
  }),
  'citizen/identity-line': page<StatementPageProps>({
    ...plain,
    component: StatementPage,
    title: said(IDENTITY_TEXTS.lineTitle),
  }),
  'citizen/relink': page<RelinkPageProps>({
    ...plain,
    component: RelinkPage,
    title: said(RELINK_TEXTS.title),
  }),
  'citizen/mandate': page<MandatePageProps>({
    ...plain,
    component: MandatePage,
    title: said(MANDATE_TEXTS.title),
  }),
  'citizen/mandate-link': page<MandateLinkPageProps>({
    ...plain,
    component: MandateLinkPage,
    title: said(MANDATE_TEXTS.linkTitle),
  }),
  'citizen/thaid': page<ThaidPageProps>({ ...plain, component: ThaidPage, title: said(THAID_TEXTS.title) }),
  'citizen/thaid-outcome': page<ThaidOutcomePageProps>({
    ...plain,
    component: ThaidOutcomePage,
    title: ({ state, language }) => THAID_TEXTS[`${state}Title`][language],
  }),
  'citizen/my-data': page<MyDataPageProps>({
    ...plain,
    component: MyDataPage,
    title: said(MY_DATA_TEXTS.title),
  }),
  'citizen/ask-data': page<AskPageProps>({
    ...plain,
    component: AskDataPage,
    title: said(MY_DATA_TEXTS.askTitle),
  }),
  'citizen/my-request': page<MyRequestPageProps>({
    ...plain,
    component: MyRequestPage,
    title: said(MY_DATA_TEXTS.oneTitle),
  }),
  'citizen/wallet': page<WalletPageProps>({
    ...plain,
    component: WalletPage,
    title: ({ language, licence }) => speak(CITIZEN_TEXTS, language, licence)('walletTitle'),
  }),
  'citizen/document': page<DocumentPageProps>({
    area: 'citizen',
    client: 'citizen/document',
    component: DocumentPage,
    title: titled('openDocument'),
  }),
  'citizen/document-unproven': page<DocumentUnprovenPageProps>({
    ...plain,
    component: DocumentUnprovenPage,
    title: said(IDENTITY_TEXTS.documentUnprovenTitle),
  }),
  // No script: where a ticket is used nobody is signed in, and nobody shall be asked to.
  'citizen/ticket-over': page<TicketOverPageProps>({
    area: 'citizen',
    component: TicketOverPage,
    title: said(SYSTEM_TEXTS.ticketOverTitle),
  }),
  'citizen/entry': page<{ language: Language; liffUrl: string }>({
    area: 'citizen',
    client: 'client/entry',
    component: EntryPage,
    title: said(SYSTEM_TEXTS.opening),
  }),
  'citizen/sign-in': page<SignInPageProps>({
    area: 'citizen',
    client: 'client/sign-in-page',
    component: SignInPage,
    title: said(SYSTEM_TEXTS.signInTitle),
  }),
  'citizen/failure': page<FailurePageProps>({
    ...plain,
    component: FailurePage,
    title: ({ kind, language }) => SYSTEM_TEXTS[`${kind}Title`][language],
  }),
}
