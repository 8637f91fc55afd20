import type { Definition, Language, Text } from './definition.ts'

/**
 * A sentence of ours that speaks of "the licence", with what the service calls its document: a certificate, a letter of
 * permission. For sentences before values are put into them: what people wrote stays as it is. Pure.
 */
export function withLicenceName(sentence: string, name: Text, language: Language): string {
  if (language === 'th') return sentence.replaceAll('ใบอนุญาต', name.th)
  return sentence.replace(
    /\b(?:([Aa]) )?([Ll])icence(s?)\b/g,
    (_, article: string | undefined, first: string, many: string) => {
      const called = many ? plural(name.en) : name.en
      const word = first === 'L' ? called : lowerFirst(called)
      return article ? `${article}${/^[aeiou]/i.test(word) ? 'n' : ''} ${word}` : word
    },
  )
}

/** The same for a text of a file that an agency may edit: {licence}, {licences}. */
export const putLicenceName = (text: string, name: Text, language: Language): string =>
  PLACE.test(text)
    ? withLicenceName(text.replace(PLACES, language === 'th' ? 'ใบอนุญาต' : 'licence$1'), name, language)
    : text

const PLACE = /\{licences?\}/
const PLACES = /\{licence(s?)\}/g

type Named = Pick<Definition['licence'], 'name' | 'short'>

/** Where room is scarce: with the document's name if `fits`, else its short name; undefined where neither does. */
export function fittingName<T>(
  { name, short }: Named,
  say: (name: Text) => T,
  fits: (said: T) => boolean,
): T | undefined {
  return [name, short ?? name].map(say).find(fits)
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Letters of permission, not letter of permissions. */
const plural = (name: string): string => name.replace(/^(.*?)( (of|to|for) .*)?$/, '$1s$2')
