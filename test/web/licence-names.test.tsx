/** What a service grants is called by its own name wherever a person reads about it. */
import { readdirSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../src/application/lifecycle.ts'
import { flexTemplateDirs, richMenuOf } from '../../src/compose.ts'
import { asLicence } from '../../src/conversation/commands.ts'
import { statusWord } from '../../src/conversation/status-card.ts'
import { loadMenus } from '../../src/line/menu/file.ts'
import { EXAMPLES } from '../../src/messages/examples.ts'
import { loadFlexTemplates, renderMessage } from '../../src/messages/flex.ts'
import { graphemes } from '../../src/messages/limits.ts'
import type { MessageName } from '../../src/messages/message.ts'
import type { Language, Text } from '../../src/service/definition.ts'
import { withLicenceName } from '../../src/service/licence-name.ts'
import { loadService, type Service } from '../../src/service/load.ts'
import type { Page, PageProps } from '../../src/web/page.ts'
import { PAGES } from '../../src/web/pages.tsx'
import { scenes as officerScenes } from './officer/scenes.ts'
import type { AnyScene } from './photograph.ts'
import { scenes as publicScenes } from './public/scenes.ts'
import { scenes as citizenScenes } from './scenes.ts'

const LANGUAGES: Language[] = ['th', 'en']
const OURS = { th: /ใบอนุญาต/, en: /licence/i }
const SERVICES = readdirSync('services', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => loadService(`services/${name}`))

/** Data as a service gives it that calls its document so: what the program itself says is left as it is. */
function calledBy<T>(value: T, name: Text): T {
  if (typeof value === 'string')
    return value
      .replaceAll('ใบอนุญาต', name.th)
      .replaceAll('Licence', name.en)
      .replaceAll('licence', name.en) as T
  if (Array.isArray(value)) return value.map((each) => calledBy(each, name)) as T
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, calledBy(each, name)])) as T
}

/** What is read: without addresses, classes and the like. */
const wordsOf = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, '')
const isOurs = (name: Text) => OURS.th.test(name.th)
const called = (name: Text, language: Language) => new RegExp(name[language], 'i')

/** Every card as it is sent for this service, as text. */
function cardsOf({ dir, definition: { licence } }: Service) {
  const { name } = licence
  const flex = loadFlexTemplates({
    dirs: flexTemplateDirs(dir),
    assetsUrl: 'https://a.example',
    licence: name,
  })
  return (message: MessageName, language: Language, data = EXAMPLES[message]) =>
    JSON.stringify(renderMessage(flex, message, calledBy(data, name) as never, language))
}

describe.each(SERVICES.map((service) => [service.definition.id, service] as const))('%s', (_, service) => {
  const { name } = service.definition.licence
  const otherwise = !isOurs(name)
  const shown = cardsOf(service)

  test.each(LANGUAGES)('is named on the cards that speak of its document (%s)', (language) => {
    for (const message of ['greeting', 'invoice', 'receipt'] as const)
      expect(shown(message, language)).toMatch(called(name, language))
    expect(shown('invoice', language, { ...EXAMPLES.invoice, atFiling: 'yes' })).not.toMatch(OURS[language])
  })

  test.each(LANGUAGES)('is named in a menu whose labels LINE takes (%s)', (language) => {
    const labels = loadMenus(richMenuOf(service).dirs, service.definition.licence)
      .flatMap(({ cells }) => cells)
      .map(({ label }) => label[language])
    const own = service.definition.licence.short ?? name
    expect(
      labels.filter((label) => called(name, language).test(label) || called(own, language).test(label))
        .length,
    ).toBeGreaterThanOrEqual(1)
    for (const label of labels) expect(graphemes(label)).toBeLessThanOrEqual(20)
    if (otherwise) expect(labels.filter((label) => OURS[language].test(label))).toEqual([])
  })

  test('is understood by its own name in the chat', () => {
    expect(asLicence(`${name.th}ของฉัน`, service.definition.licence)).toBe('ใบอนุญาตของฉัน')
    expect(asLicence(`my ${name.en}`, service.definition.licence)).toBe('my licence')
  })

  test.each(['home', 'wallet-empty', 'paid', 'done'])('the applicant’s %s page says its name', (scene) => {
    for (const language of LANGUAGES) {
      const found = citizenScenes(language)[scene]
      expect(found && read(found, name)).toMatch(
        new RegExp(`${withLicenceName('licence', name, 'en')}|${name.th}`, 'i'),
      )
    }
  })
})

const areas = { citizen: citizenScenes, public: publicScenes, officer: officerScenes }
const pages = Object.entries(areas).flatMap(([area, scenes]) =>
  LANGUAGES.flatMap((language) =>
    Object.entries(scenes(language)).map(([scene, props]) => ({ area, language, scene, props })),
  ),
)

/** Those whose document is called otherwise. */
const OTHERWISE = SERVICES.filter(({ definition }) => !isOurs(definition.licence.name))

describe.each(OTHERWISE.map((service) => [service.definition.id, service] as const))('%s', (_, service) => {
  const { name } = service.definition.licence
  const shown = cardsOf(service)

  test.each(LANGUAGES)('has no card and no status of another name (%s)', (language) => {
    const spoken = { language, definition: service.definition }
    for (const status of STATUSES) expect(statusWord(status, spoken)).not.toMatch(OURS[language])
    for (const message of Object.keys(EXAMPLES) as MessageName[]) {
      const card = JSON.parse(shown(message, language), (key, value) => (ADDRESSES.has(key) ? '' : value))
      expect(JSON.stringify(card)).not.toMatch(OURS[language])
    }
  })

  test.each(pages)('$area/$scene ($language) calls nothing by another name', (page) => {
    expect(read(page.props, name)).not.toMatch(OURS[page.language])
  })
})

const ADDRESSES = new Set(['uri', 'url', 'data'])

function read(scene: AnyScene, name: Text): string {
  const { component: Component, title } = PAGES[scene.page] as unknown as Page<PageProps>
  const props = calledBy(scene.props, name) as PageProps
  return wordsOf(`${title(props)} ${renderToString(<Component {...props} />)}`)
}

test.each([
  ['My licences', { th: 'x', en: 'Letter of permission' }, 'My letters of permission'],
  ['My licences', { th: 'x', en: 'Certificate' }, 'My certificates'],
  ['Check a licence', { th: 'x', en: 'Approval' }, 'Check an approval'],
  ['Licence issued', { th: 'x', en: 'Certificate' }, 'Certificate issued'],
])('“%s” is English with every name', (sentence, name, said) => {
  expect(withLicenceName(sentence, name, 'en')).toBe(said)
})
