/** What people ask, by topic: the guide's own questions, and those that officers have answered and made public. */
import type { Definition, FrequentQuestion, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { th } from '../ui/th.tsx'
import { GUIDE_TEXTS } from './guide-texts.ts'

type Props = { definition: Definition; published: readonly FrequentQuestion[]; language: Language }
type Group = { id: string; title: string; questions: FrequentQuestion[] }

export function Questions(props: Props) {
  const groups = groupsOf(props)
  if (groups.length === 0) return null
  const t = speak(GUIDE_TEXTS, props.language)
  return (
    <section id="questions" class="faq">
      <h2>{t('questions')}</h2>
      {groups.map(({ id, title, questions }) => (
        <details key={id} class="card" open={groups.length === 1}>
          <summary>
            {title} <span class="num">{questions.length}</span>
          </summary>
          <dl>
            {questions.map(({ id, question, answer }) => (
              <div key={id}>
                <dt>{th(question[props.language])}</dt>
                <dd>{th(answer[props.language])}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}

/** In the order of the topics; what belongs to none stands last. */
function groupsOf({ definition, published, language }: Props): Group[] {
  const { topics, questions } = definition.guide
  const all: FrequentQuestion[] = [...questions, ...published]
  const known = new Set(topics.map(({ id }) => id))
  const other = all.filter(({ topic }) => topic === undefined || !known.has(topic))
  const groups = topics.map(({ id, title }) => ({
    id,
    title: title[language],
    questions: all.filter(({ topic }) => topic === id),
  }))
  const rest = { id: 'other', title: speak(GUIDE_TEXTS, language)('otherQuestions'), questions: other }
  return [...groups, rest].filter((group) => group.questions.length > 0)
}
