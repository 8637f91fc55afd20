/**
 * How people really ask, with what they mean; | between answers that are both right. questions.csv was written before
 * the search was tuned; every third one of it was left out of the tuning, though the guide's wordings are by the same
 * hand. later.csv was written in three rounds afterwards. Each round was measured once before the guide learnt its
 * words: 53, 68 and 67 % were answered right at once (77, 79 and 86 % with those asked back), 5, 11 and 2 % wrong.
 *
 * strangers-a.csv and strangers-b.csv were written together before their writer had read the guide. As it was then, it
 * answered 68 and 59 % right at once (73 and 68 % with those asked back), 7 and 8 % wrong. The guide and the words of
 * the search learnt from the first; the second was kept shut and measured once: 83.5 % right at once, 86.4 % with those
 * asked back, 5.8 % wrong. That is what a stranger finds. The sets of the other services were written in the same way;
 * their guides have learnt from them.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { libraryIndex } from '../../src/conversation/library.ts'
import { type Understood, understand } from '../../src/conversation/lookup.ts'
import { loadService } from '../../src/service/load.ts'

type Asked = { text: string; expected: string }
function read(file: string): Asked[] {
  const [, ...lines] = readFileSync(`test/lookup/${file}`, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const at = line.lastIndexOf(',')
    return { text: line.slice(0, at).replace(/^"|"$/g, ''), expected: line.slice(at + 1) }
  })
}
const all = read('questions.csv')
const heldOut = all.filter((_, at) => at % 3 === 2)

function lookUpIn(service: string): (text: string) => Understood {
  const { definition } = loadService(`services/${service}`)
  const index = libraryIndex({ definition })
  return (text) => understand(text, index, definition.licence)
}
const inDrinkingWater = lookUpIn('drinking-water')

const HUMAN = ['contact', 'talk']

function told(understood: Understood): string | undefined {
  if (understood.kind === 'answers') return understood.ids.join('+')
  if (understood.kind !== 'command') return undefined
  return HUMAN.includes(understood.command) ? 'human' : understood.command
}

type Outcome = 'right' | 'asked back' | 'not known' | 'wrong'

/** Two questions in one must both be answered; a question the guide cannot answer must not be. */
function outcomeOf({ text, expected }: Asked, find: typeof inDrinkingWater): Outcome {
  const understood = find(text)
  const answer = told(understood)
  const right = expected.split('|')
  if (answer !== undefined) return right.includes(answer) ? 'right' : 'wrong'
  if (right.includes('unknown')) return 'right'
  return understood.kind === 'unsure' && understood.ids.some((id) => right.includes(id))
    ? 'asked back'
    : 'not known'
}

function shares(questions: Asked[], find: typeof inDrinkingWater): Record<Outcome, number> {
  const outcomes = questions.map((asked) => outcomeOf(asked, find))
  const share = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length / questions.length
  return {
    right: share('right'),
    'asked back': share('asked back'),
    'not known': share('not known'),
    wrong: share('wrong'),
  }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

type Limits = { right: number; wrong: number }

function expectShares(name: string, questions: Asked[], limits: Limits, find = inDrinkingWater): void {
  const found = shares(questions, find)
  const words = Object.entries(found).map(([outcome, share]) => `${outcome} ${percent(share)}`)
  console.log(`${name} (${questions.length}): ${words.join(' · ')}`)
  expect(found.right).toBeGreaterThanOrEqual(limits.right)
  expect(found.wrong).toBeLessThan(limits.wrong)
}

const strangers = [...read('strangers-a.csv'), ...read('strangers-b.csv')]

test.each<[string, Asked[], Limits]>([
  ['all questions', all, { right: 0.9, wrong: 0.03 }],
  ['the held-out third', heldOut, { right: 0.9, wrong: 0.03 }],
  ['questions written later', read('later.csv'), { right: 0.9, wrong: 0.03 }],
  ["strangers' first set, learnt from", read('strangers-a.csv'), { right: 0.9, wrong: 0.03 }],
  ["strangers' second set, never learnt from", read('strangers-b.csv'), { right: 0.8, wrong: 0.07 }],
  ["both sets of strangers' questions", strangers, { right: 0.87, wrong: 0.035 }],
])('%s: most are answered right at once, and hardly any wrong', (name, questions, limits) => {
  expectShares(name, questions, limits)
})

test.each<[string, Limits]>([
  ['food-premises', { right: 0.85, wrong: 0.06 }],
  ['hazardous-activities', { right: 0.85, wrong: 0.06 }],
  ['school-premises', { right: 0.85, wrong: 0.03 }],
])('%s answers its own questions as well', (service, limits) => {
  expectShares(service, read(`${service}.csv`), limits, lookUpIn(service))
})

test('the set is large, and much of it is not for the guide', () => {
  expect(all.length).toBeGreaterThanOrEqual(160)
  expect(all.filter(({ expected }) => expected === 'unknown').length).toBeGreaterThanOrEqual(30)
})
