/**
 * How people really ask, with what they mean. questions.csv was written before the search was tuned; every third one
 * of it was left out of the tuning, though the guide's wordings are by the same hand. later.csv was written in three
 * rounds afterwards. Each round was measured once before the guide learnt its words: 53, 68 and 67 % were answered
 * right at once (77, 79 and 86 % with those asked back), 5, 11 and 2 % wrong. That is what a guide begins with; the
 * words of questions that found no answer make it better.
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

const { definition } = loadService('services/drinking-water')
const index = libraryIndex({ definition })

const HUMAN = ['contact', 'talk']

function told(understood: Understood): string | undefined {
  if (understood.kind === 'answers') return understood.ids.join('+')
  if (understood.kind !== 'command') return undefined
  return HUMAN.includes(understood.command) ? 'human' : understood.command
}

type Outcome = 'right' | 'asked back' | 'not known' | 'wrong'

/** Two questions in one must both be answered; a question the guide cannot answer must not be. */
function outcomeOf({ text, expected }: Asked): Outcome {
  const understood = understand(text, index)
  const answer = told(understood)
  if (answer !== undefined) return answer === expected ? 'right' : 'wrong'
  if (expected === 'unknown') return 'right'
  return understood.kind === 'unsure' && understood.ids.includes(expected) ? 'asked back' : 'not known'
}

function shares(questions: Asked[]): Record<Outcome, number> {
  const outcomes = questions.map(outcomeOf)
  const share = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length / questions.length
  return {
    right: share('right'),
    'asked back': share('asked back'),
    'not known': share('not known'),
    wrong: share('wrong'),
  }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

test.each([
  ['all questions', all, { right: 0.9, wrong: 0.03 }],
  ['the held-out third', heldOut, { right: 0.9, wrong: 0.03 }],
  ['questions written later', read('later.csv'), { right: 0.85, wrong: 0.04 }],
])('%s: most are answered right at once, and hardly any wrong', (name, questions, limits) => {
  const found = shares(questions)
  const words = Object.entries(found).map(([outcome, share]) => `${outcome} ${percent(share)}`)
  console.log(`${name} (${questions.length}): ${words.join(' · ')}`)
  expect(found.right).toBeGreaterThanOrEqual(limits.right)
  expect(found.wrong).toBeLessThan(limits.wrong)
})

test('the set is large, and much of it is not for the guide', () => {
  expect(all.length).toBeGreaterThanOrEqual(160)
  expect(all.filter(({ expected }) => expected === 'unknown').length).toBeGreaterThanOrEqual(30)
})
