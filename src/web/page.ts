import type { ComponentType } from 'preact'
import type { Language } from '../service/definition.ts'

/** Whose pages they are; each area has one sheet of its own, `<area>/<area>.css`. */
export type Area = 'citizen' | 'officer' | 'public'

/** Every page is told its language; the rest are the page's own properties. */
export type PageProps = { language: Language }

/** A page as the server renders it. */
export type Page<P extends PageProps> = {
  component: ComponentType<P>
  title: (props: P) => string
  area: Area
  /** For search engines and link previews; public pages only. */
  description?: (props: P) => string
  /** The browser's part: `citizen/form` is src/web/citizen/form.client.tsx. Without it the page carries no script. */
  client?: string
  /** The client hydrates: its properties are sent along, and must survive JSON. */
  hydrate?: boolean
  /** Modules that these properties call for besides the client, without ending: `ui/fields/file-control`. */
  modules?: (props: P) => string[]
}

/** Keeps the properties' type while a page is put in the registry. */
export const page = <P extends PageProps>(definition: Page<P>): Page<P> => definition
