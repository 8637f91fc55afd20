/** The applicant's pages. LINE shows the title in its header. */
import type { Language, Text } from '../../service/definition.ts'
import { page } from '../page.ts'
import { CITIZEN_TEXTS, type CitizenTextKey } from '../texts/citizen.ts'
import { SYSTEM_TEXTS } from '../texts/system.ts'
import { modulesOf } from '../ui/fields/lazy-controls.ts'
import { CasePage, type CasePageProps } from './case-page.tsx'
import { CheckPage, type CheckPageProps } from './check-page.tsx'
import {
  DocumentPage,
  type DocumentPageProps,
  TicketOverPage,
  type TicketOverPageProps,
} from './document-page.tsx'
import { DonePage, type DonePageProps } from './done-page.tsx'
import { ExitView, type ExitViewProps } from './exit-view.tsx'
import { FormPage, type FormPageProps } from './form-page.tsx'
import { CasesPage, HomePage, type HomePageProps } from './home-page.tsx'
import { PayPage, type PayPageProps } from './pay-page.tsx'
import { StartPage, type StartPageProps } from './start-page.tsx'
import {
  EntryPage,
  FailurePage,
  type FailurePageProps,
  SignInPage,
  type SignInPageProps,
} from './system-pages.tsx'
import { TasksPage, type TasksPageProps } from './tasks-page.tsx'
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
  'citizen/home': page<HomePageProps>({ ...plain, component: HomePage, title: titled('homeTitle') }),
  'citizen/cases': page<HomePageProps>({ ...plain, component: CasesPage, title: titled('casesTitle') }),
  'citizen/start': page<StartPageProps>({ ...plain, component: StartPage, title: titled('applyTitle') }),
  'citizen/tasks': page<TasksPageProps>({ ...plain, component: TasksPage, title: titled('applyTitle') }),
  'citizen/form': page<FormPageProps>({
    area: 'citizen',
    client: 'citizen/form',
    hydrate: true,
    modules: ({ fields }) => modulesOf(fields).map((name) => `ui/fields/${name}`),
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
  'citizen/wallet': page<WalletPageProps>({ ...plain, component: WalletPage, title: titled('walletTitle') }),
  'citizen/document': page<DocumentPageProps>({
    area: 'citizen',
    client: 'citizen/document',
    component: DocumentPage,
    title: titled('openDocument'),
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
