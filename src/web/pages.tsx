/** Every page of the web edge by its name: what a route may render. */

import { CITIZEN_PAGES } from './citizen/pages.tsx'
import { OFFICER_PAGES } from './officer/pages.tsx'
import type { Page } from './page.ts'
import { PUBLIC_PAGES } from './public/pages.tsx'

export const PAGES = { ...CITIZEN_PAGES, ...OFFICER_PAGES, ...PUBLIC_PAGES }

export type PageName = keyof typeof PAGES
export type PropsOf<N extends PageName> = (typeof PAGES)[N] extends Page<infer P> ? P : never
