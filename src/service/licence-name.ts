import type { Language, Text } from './definition.ts'

/**
 * A sentence of ours that speaks of "the licence", with what the service calls its document: a certificate, a letter of
 * permission. For sentences before values are put into them: what people wrote stays as it is. Pure.
 */
export function withLicenceName(sentence: string, name: Text, language: Language): string {
  if (language === 'th') return sentence.replaceAll('ใบอนุญาต', name.th)
  return sentence.replaceAll('Licence', name.en).replaceAll('licence', lowerFirst(name.en))
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
