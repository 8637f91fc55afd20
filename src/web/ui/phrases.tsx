import { Fragment } from 'preact'

/**
 * Names and addresses, broken at their spaces rather than inside a word: Thai line breaking goes by a dictionary that
 * knows no place names. The text itself stays clean for whoever copies or hears it.
 */
export function Phrases({ text }: { text: string }) {
  return (
    <>
      {phrases(text).map((phrase, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          <span class="phrase">{phrase}</span>
        </Fragment>
      ))}
    </>
  )
}

/** A number stays with the word before it, and with a short word after it: "หมู่ที่ 3", "จำนวน 2 ตู้". */
export function phrases(text: string): string[] {
  const parts: string[] = []
  for (const word of text.split(' ')) {
    const last = parts.at(-1)
    const joins = last !== undefined && (/^\d/.test(word) || (/\d$/.test(last) && word.length <= 4))
    if (joins) parts[parts.length - 1] = `${last}\u00a0${word}`
    else parts.push(word)
  }
  return parts
}
