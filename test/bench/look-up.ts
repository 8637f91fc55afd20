/**
 * `node --expose-gc test/bench/look-up.ts`: how long one question takes over 2,000 answers, what the index costs and how
 * long its building keeps others waiting, and, beside it, the plain way: Levenshtein's distance to every wording.
 * `--busy`: another process computes meanwhile.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { loadService } from '../../src/service/load.ts'
import { buildIndex, buildIndexInSlices, type Entry } from '../../src/service/search/build-index.ts'
import { lookUp } from '../../src/service/search/search.ts'

const ENTRIES = 2000

// The guide's own wordings, told of many things: as if one chat answered for seventy services.
const THINGS =
  'ตู้น้ำดื่ม ร้านอาหาร ตลาดนัด หอพัก โรงแรม สระว่ายน้ำ ร้านเสริมสวย ร้านซักผ้า คลินิก ร้านขายยา อู่ซ่อมรถ ร้านล้างรถ โรงงานน้ำแข็ง ฟาร์มไก่ ' +
  'ป้ายโฆษณา อาคาร ทางเชื่อม ที่จอดรถ รถรับจ้าง เรือโดยสาร ร้านเกม โรงเรียน สนามกีฬา ห้องประชุม ลานกิจกรรม แผงลอย รถเข็น โกดัง สถานบริการ ' +
  'ร้านตัดผม ร้านนวด ฟิตเนส สุสาน เมรุ ต้นไม้ ถังขยะ สิ่งปฏิกูล ประปา บ่อบาดาล ไฟส่องสว่าง'
const things = THINGS.split(' ')

const { guide } = loadService('services/drinking-water').definition
const answers = [
  ...guide.topics.map(({ id, title, words }) => ({ id, texts: [title.th, title.en, ...words] })),
  ...guide.questions.map(({ id, question, wordings }) => ({
    id,
    texts: [question.th, question.en, ...wordings],
  })),
]
const entries: Entry[] = Array.from({ length: ENTRIES }, (_, at) => {
  const { id, texts } = answers[at % answers.length] ?? { id: '', texts: [] }
  const thing = `${things[Math.floor(at / answers.length) % things.length]}${at >= answers.length * things.length ? 'ใหม่' : ''}`
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

const LIMIT_MS = 5
const sorted = (times: number[]) => times.sort((a, b) => a - b)
const part = (times: number[], share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
const ms = (time: number) => `${time.toFixed(2)} ms`
const told = (times: number[]) =>
  `p50 ${ms(part(times, 0.5))}   p99 ${ms(part(times, 0.99))}   max ${ms(part(times, 1))}`

/** By the clock, and by the work of this process: the first holds what else runs on the machine. */
function once(question: string, answer: (question: string) => unknown) {
  const [start, before] = [performance.now(), process.cpuUsage()]
  answer(question)
  const used = process.cpuUsage(before)
  return { clock: performance.now() - start, work: (used.user + used.system) / 1000 }
}

/** All questions a round: each run is told, and over the runs the middle of each question. */
function measure(name: string, rounds: number, answer: (question: string) => unknown): void {
  for (const question of asked.slice(0, 50)) answer(question)
  console.log(name)
  const runs = Array.from({ length: rounds }, (_, round) => {
    const times = asked.map((question) => once(question, answer))
    const clock = times.map((time) => time.clock)
    const work = sorted(times.map((time) => time.work))
    const p99 = part(sorted([...clock]), 0.99)
    const kept = p99 <= LIMIT_MS ? 'kept' : 'exceeded'
    console.log(
      `  run ${String(round + 1).padStart(2)}  ${told(sorted([...clock]))}   (work: p99 ${ms(part(work, 0.99))})   limit ${LIMIT_MS} ms ${kept}`,
    )
    return clock
  })
  const middles = asked.map((_, at) => part(sorted(runs.map((times) => times[at] ?? 0)), 0.5))
  console.log(`  middle of ${rounds}: ${told(sorted(middles))}`)
}

/** The longest time that nobody else had a turn. */
async function longestBlock(work: () => Promise<unknown>): Promise<{ clock: number; used: number }> {
  const longest = { clock: 0, used: 0 }
  let [turn, usage] = [performance.now(), process.cpuUsage()]
  const watch = () => {
    const [now, { user, system }] = [performance.now(), process.cpuUsage(usage)]
    longest.clock = Math.max(longest.clock, now - turn)
    longest.used = Math.max(longest.used, (user + system) / 1000)
    ;[turn, usage] = [now, process.cpuUsage()]
  }
  let isOver = false
  const ticking = (async () => {
    while (!isOver) {
      await setImmediate()
      watch()
    }
  })()
  await work()
  isOver = true
  await ticking
  return longest
}

const texts = entries.flatMap((entry) => entry.texts.map((text) => ({ id: entry.id, text })))
console.log(`${ENTRIES} answers, ${texts.length} wordings, ${asked.length} questions, ${cpus()[0]?.model}`)

const busy = process.argv.includes('--busy') ? spawn(process.execPath, ['-e', 'for (;;) {}']) : undefined
buildIndex(entries.slice(0, 200))
const before = heapMegabytes()
const startedAt = performance.now()
const index = buildIndex(entries)
const built = performance.now() - startedAt
const memory = globalThis.gc ? `${(heapMegabytes() - before).toFixed(1)} MB` : 'run with --expose-gc'
console.log(`index: built at once in ${built.toFixed(0)} ms, ${memory}`)
const begun = performance.now()
const block = await longestBlock(() => buildIndexInSlices(entries))
console.log(
  `index: built in slices in ${(performance.now() - begun).toFixed(0)} ms, longest block ${ms(block.clock)} (work: ${ms(block.used)})   limit 50 ms`,
)

const added: Entry = { id: 'one-more', texts: ['ขอใช้เครื่องขยายเสียงต้องขออนุญาตไหม', 'May I use a loudspeaker?'] }
const again = performance.now()
buildIndex([...entries, added], [], index)
console.log(`index: with one more answer, built at once in ${(performance.now() - again).toFixed(0)} ms`)

measure('this search', 15, (question) => lookUp(index, question))
busy?.kill()
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
