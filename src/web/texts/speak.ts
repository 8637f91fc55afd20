import type { Language, Text } from '../../service/definition.ts'

/** The words of one table in one language: `t('saved', { time })` fills `{time}`. */
export function speak<T extends Record<string, Text>>(texts: T, language: Language) {
  return (key: keyof T, values: Record<string, string | number> = {}): string => {
    const sentence = texts[key]?.[language] ?? ''
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}
export type Speak<T extends Record<string, Text>> = ReturnType<typeof speak<T>>
