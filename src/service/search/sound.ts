/**
 * Thai as it sounds. People type ค่าทำเนียม, เท่าไหล่, สถาณะ: same sound, other letters. Folding maps letters of one
 * sound to one letter and drops tone marks, so that such spellings become equal.
 */
const SOUNDS: [RegExp, string][] = [
  [/เเ/g, 'แ'],
  // Sara am typed as two signs, with or without a tone mark between them.
  [/ํ([่-๋]?)า/g, '$1ำ'],
  [/[ก-ฮ][ิุ]?์/g, ''],
  [/[็-๎ๆฯ]/g, ''],
  [/รรม|ัม/g, 'ำ'],
  [/รร(?=[ก-ฮ])/g, 'ั'],
  [/รร/g, 'ัน'],
  [/([ก-ฮ])ัย/g, 'ไ$1'],
  [/ใ/g, 'ไ'],
  [/ห(?=[งญณนมยรลว])/g, ''],
  [/[ขฃคฅฆ]/g, 'ค'],
  [/[ฉชฌ]/g, 'ช'],
  [/[ซศษส]/g, 'ส'],
  [/[ญย]/g, 'ย'],
  [/[ฎด]/g, 'ด'],
  [/[ฏต]/g, 'ต'],
  [/[ฐฑฒถทธ]/g, 'ท'],
  [/[ณน]/g, 'น'],
  [/[ผพภ]/g, 'พ'],
  [/[ฝฟ]/g, 'ฟ'],
  [/[รลฬ]/g, 'ล'],
  // Held down: มากกกก. Two consonants alike may be the end of one word and the beginning of the next.
  [/(.)\1{2,}|([ะ-ฺเ-ไ])\2+/g, '$1$2'],
]

/** Letters of one sound become one letter; anything but Thai stays as it is. */
export function soundOf(thai: string): string {
  return SOUNDS.reduce((sound, [from, to]) => sound.replace(from, to), thai)
}
