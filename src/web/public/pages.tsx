/** The public pages by name. None of them carries a script. */
import { page } from '../page.ts'
import { speak } from '../texts/speak.ts'
import { BusyPage, type BusyPageProps } from './busy-page.tsx'
import { GuidePage, type GuidePageProps } from './guide-page.tsx'
import { GUIDE_TEXTS } from './guide-texts.ts'
import { HomePage, type HomePageProps } from './home-page.tsx'
import { PrivacyPage, type PrivacyPageProps } from './privacy-page.tsx'
import type { SiteProps } from './site.tsx'
import { PUBLIC_TEXTS } from './texts.ts'
import { VerificationPage, type VerificationPageProps } from './verification-page.tsx'
import { VerifyPage, type VerifyPageProps } from './verify-form.tsx'

const titled = (key: keyof typeof PUBLIC_TEXTS, { language, agency }: SiteProps) =>
  `${speak(PUBLIC_TEXTS, language)(key)} · ${agency.name[language]}`

export const PUBLIC_PAGES = {
  'public/home': page<HomePageProps>({
    component: HomePage,
    title: ({ language, definition, agency }) => `${definition.title[language]} · ${agency.name[language]}`,
    description: ({ language, licence }) => speak(PUBLIC_TEXTS, language, licence)('homeLead'),
    area: 'public',
  }),
  'public/service': page<GuidePageProps>({
    component: GuidePage,
    title: ({ language, definition }) =>
      `${speak(GUIDE_TEXTS, language)('guide')} · ${definition.title[language]}`,
    description: ({ language, definition }) => definition.guide.topics[0]?.answer[language] ?? '',
    area: 'public',
  }),
  'public/verify': page<VerifyPageProps>({
    component: VerifyPage,
    title: (props) => titled('verifyTitle', props),
    description: ({ language, licence }) => speak(PUBLIC_TEXTS, language, licence)('verifyLead'),
    area: 'public',
  }),
  'public/verification': page<VerificationPageProps>({
    component: VerificationPage,
    title: ({ found, ...props }) =>
      found ? `${found.number} · ${titled(found.status, props)}` : titled('not_found', props),
    area: 'public',
  }),
  'public/busy': page<BusyPageProps>({
    component: BusyPage,
    title: (props) => titled('busyTitle', props),
    area: 'public',
  }),
  'public/privacy': page<PrivacyPageProps>({
    component: PrivacyPage,
    title: (props) => titled('privacyTitle', props),
    area: 'public',
  }),
}
