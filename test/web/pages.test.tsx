import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { FormField } from '../../src/service/definition/field.ts'
import { formPages } from '../../src/service/form.ts'
import type { Page, PageProps } from '../../src/web/page.ts'
import { PAGES } from '../../src/web/pages.tsx'
import { EVERY_FORM, typesOnForm } from './every-field.ts'
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

test('the pictures show every type of field that a definition may have', () => {
  const fields = formPages({ form: EVERY_FORM }).flatMap((page) => page.fields)
  const types = FormField.options.map((each) => each.shape.type.value)
  expect([...typesOnForm(fields)].sort()).toEqual([...types, 'file'].sort())
})
