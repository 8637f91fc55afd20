/**
 * `node --expose-gc test/bench/look-up.ts`: how long one question takes over 2,000 answers, what the index costs, and,
 * beside it, the plain way: Levenshtein's distance to every wording.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { loadService } from '../../src/service/load.ts'
import { buildIndex, type Entry } from '../../src/service/search/build-index.ts'
import { lookUp } from '../../src/service/search/search.ts'

const ENTRIES = 2000

// The guide's own wordings, told of many things: as if one chat answered for seventy services.
const THINGS =
  'ตู้น้ำดื่ม ร้านอาหาร ตลาดนัด หอพัก โรงแรม สระว่ายน้ำ ร้านเสริมสวย ร้านซักผ้า คลินิก ร้านขายยา อู่ซ่อมรถ ร้านล้างรถ โรงงานน้ำแข็ง ฟาร์มไก่ ' +
  'ป้ายโฆษณา อาคาร ทางเชื่อม ที่จอดรถ รถรับจ้าง เรือโดยสาร ร้านเกม โรงเรียน สนามกีฬา ห้องประชุม ลานกิจกรรม แผงลอย รถเข็น โกดัง สถานบริการ ' +
  'ร้านตัดผม ร้านนวด ฟิตเนส สุสาน เมรุ ต้นไม้ ถังขยะ สิ่งปฏิกูล ประปา บ่อบาดาล ไฟส่องสว่าง'
const things = THINGS.split(' ')

const { guide } = loadService('services/drinking-water').definition
const told = [
  ...guide.topics.map(({ id, title, words }) => ({ id, texts: [title.th, title.en, ...words] })),
  ...guide.questions.map(({ id, question, wordings }) => ({
    id,
    texts: [question.th, question.en, ...wordings],
  })),
]
const entries: Entry[] = Array.from({ length: ENTRIES }, (_, at) => {
  const { id, texts } = told[at % told.length] ?? { id: '', texts: [] }
  const thing = `${things[Math.floor(at / told.length) % things.length]}${at >= told.length * things.length ? 'ใหม่' : ''}`
  return { id: `${id}-${at}`, texts: texts.slice(0, 8).map((text) => `${text}${thing}`) }
})

const asked = readFileSync('test/lookup/questions.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.slice(0, line.lastIndexOf(',')))

function heapMegabytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1024 ** 2 + process.memoryUsage().arrayBuffers / 1024 ** 2
}

/** Every question several times, the middle counts: what else runs on the machine is not measured. */
function measure(name: string, rounds: number, answer: (question: string) => unknown): void {
  for (const question of asked.slice(0, 50)) answer(question)
  const once = (question: string) => {
    const start = performance.now()
    answer(question)
    return performance.now() - start
  }
  const sorted = (times: number[]) => times.sort((a, b) => a - b)
  const all = asked.map((question) => sorted(Array.from({ length: rounds }, () => once(question))))
  const middles = sorted(all.map((times) => times[Math.floor(times.length / 2)] ?? 0))
  const part = (times: number[], share: number) =>
    (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2)
  const single = part(sorted(all.flat()), 0.99)
  console.log(
    `${name.padEnd(28)} p50 ${part(middles, 0.5)} ms   p99 ${part(middles, 0.99)} ms   (p99 of single runs ${single} ms)`,
  )
}

const texts = entries.flatMap((entry) => entry.texts.map((text) => ({ id: entry.id, text })))
console.log(`${ENTRIES} answers, ${texts.length} wordings, ${asked.length} questions, ${cpus()[0]?.model}`)

buildIndex(entries.slice(0, 200))
const before = heapMegabytes()
const startedAt = performance.now()
const index = buildIndex(entries)
const built = performance.now() - startedAt
const memory = globalThis.gc ? `${(heapMegabytes() - before).toFixed(1)} MB` : 'run with --expose-gc'
console.log(`index: built in ${built.toFixed(0)} ms, ${memory}`)

measure('this search', 15, (question) => lookUp(index, question))
measure('Levenshtein to each wording', 1, nearest)

/** The peer: the wording with the least distance in proportion to its length. */
function nearest(question: string): string {
  let best = { id: '', part: Number.POSITIVE_INFINITY }
  for (const { id, text } of texts) {
    const part = distance(question, text) / Math.max(question.length, text.length)
    if (part < best.part) best = { id, part }
  }
  return best.id
}

function distance(a: string, b: string): number {
  let row = Uint16Array.from({ length: b.length + 1 }, (_, at) => at)
  let next = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    next[0] = i
    for (let j = 1; j <= b.length; j++) {
      const other = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(other, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    ;[row, next] = [next, row]
  }
  return row[b.length] ?? 0
}
