import type { Language, Text } from '../../service/definition.ts'
import { withLicenceName } from '../../service/licence-name.ts'

/**
 * The words of one table in one language: `t('saved', { time })` fills `{time}`. `licence`: what the service calls its
 * document, where the words may speak of it.
 */
export function speak<T extends Record<string, Text>>(texts: T, language: Language, licence?: Text) {
  return (key: keyof T, values: Record<string, string | number> = {}): string => {
    const said = texts[key]?.[language] ?? ''
    const sentence = licence ? withLicenceName(said, licence, language) : said
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}
