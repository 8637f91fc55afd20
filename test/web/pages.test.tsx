import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Page, PageProps } from '../../src/web/page.ts'
import { PAGES } from '../../src/web/pages.tsx'
import { scenes } from './scenes.ts'

const cases = (['th', 'en'] as const).flatMap((language) =>
  Object.entries(scenes(language)).map(([name, scene]) => ({ language, name, scene })),
)

test.each(cases)('$name renders in $language, whole and with one heading', ({ scene }) => {
  const { component: Component, title } = PAGES[scene.page] as unknown as Page<PageProps>
  const props = scene.props as PageProps
  const html = renderToString(<Component {...props} />)
  expect(html.match(/<h1[ >]/g)?.length).toBeGreaterThanOrEqual(1)
  expect(html).not.toMatch(/undefined|\[object Object\]|NaN/)
  expect(title(props)).not.toBe('')
})

test('every page of the registry has a scene', () => {
  const shown = new Set(Object.values(scenes('th')).map((scene) => scene.page))
  const missing = Object.keys(PAGES).filter(
    (name) => name.startsWith('citizen/') && !shown.has(name as never),
  )
  expect(missing).toEqual([])
})
