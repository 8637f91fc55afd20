/** Texts that wait to be filled in, or stand under the wrong language. Pure. */
import type { Definition, Text } from '../definition.ts'
import { type Finding, type Path, warning } from './finding.ts'

export function textFindings(definition: Definition): Finding[] {
  return leaves(definition, []).flatMap(({ text, path }) => [
    ...unfinished(text, path),
    ...wrongLanguage(text, path),
  ])
}

type Leaf = { text: string; path: Path }

function leaves(node: unknown, path: Path): Leaf[] {
  if (typeof node === 'string') return [{ text: node, path }]
  if (Array.isArray(node)) return node.flatMap((child, index) => leaves(child, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => leaves(child, [...path, key]))
}

const FILL_IN: Text = { th: 'เขียนข้อความจริงแทน TODO', en: 'write the real text in place of TODO' }

/** A text that the template left for a person to write. */
export function unfinished(text: string, path: Path): Finding[] {
  return /\bTODO\b/.test(text)
    ? [warning(path, { th: 'ยังไม่ได้กรอก', en: 'still to be filled in' }, FILL_IN)]
    : []
}

/** Names and numbers may stand in Latin letters in a Thai text; a whole sentence may not. */
const LATIN_WORDS = /[A-Za-z]{2,}(\s+[A-Za-z]+){2,}/

function wrongLanguage(text: string, path: Path): Finding[] {
  const language = path.at(-1)
  const thai = /[ก-๛]/.test(text)
  if (language === 'en' && thai && !/[A-Za-z]/.test(text))
    return [
      warning(
        path,
        { th: 'ข้อความภาษาอังกฤษเป็นภาษาไทย', en: 'the English text is in Thai' },
        { th: 'แปลเป็นภาษาอังกฤษ', en: 'translate it into English' },
      ),
    ]
  if (language === 'th' && !thai && LATIN_WORDS.test(text))
    return [
      warning(
        path,
        { th: 'ข้อความภาษาไทยเป็นภาษาอังกฤษ', en: 'the Thai text is in English' },
        { th: 'แปลเป็นภาษาไทย', en: 'translate it into Thai' },
      ),
    ]
  return []
}
