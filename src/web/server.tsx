/** Entry of the server's bundle: Node runs our TypeScript, but not JSX. */
import { renderToString } from 'preact-render-to-string'
import type { Page, PageProps } from './page.ts'
import { PAGES, type PageName, type PropsOf } from './pages.tsx'

export type Rendered = Omit<Page<PageProps>, 'component' | 'title' | 'description' | 'modules'> & {
  body: string
  modules: string[]
  title: string
  description?: string
}

export function renderBody<N extends PageName>(name: N, props: PropsOf<N>): Rendered {
  // The registry ties each name to its properties; TypeScript cannot follow that through an index.
  const {
    component: Component,
    title,
    description,
    modules,
    ...rest
  } = PAGES[name] as unknown as Page<PropsOf<N> & PageProps>
  const given = props as PropsOf<N> & PageProps
  return {
    ...rest,
    body: renderToString(<Component {...given} />),
    title: title(given),
    description: description?.(given),
    modules: modules?.(given) ?? [],
  }
}
