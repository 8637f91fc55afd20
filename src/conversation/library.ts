/** All that the chat can answer, and the index it is found by: the guide's topics and questions, and what officers published. */
import type { Definition, FrequentQuestion, Text } from '../service/definition.ts'
import { buildIndex, type Entry, type Index } from '../service/search/build-index.ts'

/** `topic`: under which it stands; a topic stands under none. */
export type Answerable = {
  id: string
  title: Text
  answer: Text
  more?: Record<keyof Text, string[]>
  topic?: string
  isTopic: boolean
}

/** What the answers are taken from. `published` is the same list, identically, until an officer changes it. */
export type Library = { definition: Definition; published?: readonly FrequentQuestion[] }

const NONE: readonly FrequentQuestion[] = []

/** In the guide's order; where two have one id, the first counts. */
export function answerables({ definition, published = NONE }: Library): Answerable[] {
  const { topics, questions } = definition.guide
  return [
    ...topics.map((topic) => ({ ...topic, isTopic: true })),
    ...[...questions, ...published].map(({ question, ...rest }) => ({
      ...rest,
      title: question,
      isTopic: false,
    })),
  ]
}

const built = new WeakMap<object, { definition: Definition; index: Index }>()

/** Built once for each list of published questions, and again when the service file changes. */
export function libraryIndex({ definition, published = NONE }: Library): Index {
  const key = published.length > 0 ? published : definition
  const kept = built.get(key)
  if (kept?.definition === definition) return kept.index
  const { title, short } = definition
  const index = buildIndex(entriesOf(definition, published), [title.th, title.en, short.th, short.en])
  built.set(key, { definition, index })
  return index
}

function entriesOf({ guide }: Definition, published: readonly FrequentQuestion[]): Entry[] {
  return [
    ...guide.topics.map(({ id, title, words, answer, more }) => ({
      id,
      texts: [title.th, title.en, ...words],
      told: [answer.th, answer.en, ...(more?.th ?? []), ...(more?.en ?? [])],
    })),
    ...[...guide.questions, ...published].map(({ id, question, wordings, answer }) => ({
      id,
      texts: [question.th, question.en, ...wordings],
      told: [answer.th, answer.en],
    })),
  ]
}
