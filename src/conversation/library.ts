/** All that the chat can answer, and the index it is found by: the guide's topics and questions, and what officers published. */
import type { Definition, FrequentQuestion, Text } from '../service/definition.ts'
import { buildIndex, buildIndexInSlices, type Entry, type Index } from '../service/search/build-index.ts'
import { besideOf } from './lookup-beside.ts'

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
type Library = { definition: Definition; published?: readonly FrequentQuestion[] }

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

type Built = { definition: Definition; index: Index }
const built = new WeakMap<object, Built>()
const underWay = new WeakMap<object, { definition: Definition; index: Promise<Index> }>()

/** The index made last: what it worked out is taken over where it still holds. */
let latest: WeakRef<Index> | undefined

const keyOf = ({ definition, published = NONE }: Library): object =>
  published.length > 0 ? published : definition

/** Built once for each list of published questions, and again when the service file changes. */
export function libraryIndex(library: Library): Index {
  const kept = built.get(keyOf(library))
  if (kept?.definition === library.definition) return kept.index
  return keep(library, buildIndex(entriesOf(library), namesOf(library), latest?.deref()))
}

/** The same, built in slices, so that a long list keeps nobody else waiting. Asked for twice, it is built once. */
export async function readyIndex(library: Library): Promise<Index> {
  const { definition } = library
  const key = keyOf(library)
  const kept = built.get(key) ?? underWay.get(key)
  if (kept?.definition === definition) return kept.index
  const index = buildIndexInSlices(entriesOf(library), namesOf(library), latest?.deref())
  underWay.set(key, { definition, index })
  return keep(library, await index)
}

function keep(library: Library, index: Index): Index {
  built.set(keyOf(library), { definition: library.definition, index })
  latest = new WeakRef(index)
  return index
}

const namesOf = ({ definition: { title, short } }: Library) => [title.th, title.en, short.th, short.en]

function entriesOf({ definition: { guide }, published = NONE }: Library): Entry[] {
  const entries = [
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
  return [...entries, ...besideOf(entries)]
}
