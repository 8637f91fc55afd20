/** What is wrong on a form page, and when it is told: not while a person is still typing, and not all at once. */
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Answers } from '../../service/form.ts'
import { idOf, type Remark } from '../ui/fields/form-handle.ts'
import type { FormRules, Told } from './tell-problems.ts'

type Find = (answers: Answers) => Told[]

export function useProblems(rules: FormRules, first: Told[]) {
  const [problems, setProblems] = useState(first)
  const find = useFinder(rules)

  /** After a change: what was told and is mended goes; nothing new is told. */
  function recheck(answers: Answers): void {
    setProblems((told) => {
      const found = told.length > 0 ? find.now.current?.(answers) : undefined
      const left = found ? told.filter(isAmong(found)) : told
      return left.length === told.length ? told : left
    })
  }

  /** On leaving a box: what is wrong with what was typed; that something is still missing only if it was told before. */
  const tellAt = (path: string, answers: () => Answers) =>
    find.soon((findAll) => {
      const found = findAll(answers())
      setProblems((told) => [
        ...told.filter((each) => each.path !== path),
        ...found.filter((each) => each.path === path && (!each.missing || isAmong(told)(each))),
        ...found.filter((each) => each.path !== path && each.blocked && isNew(told)(each)),
      ])
    })

  /** What may not be handed in is told as soon as the answers that make it so stand there. */
  const tellBlocks = (answers: () => Answers) =>
    find.soon((findAll) => {
      const found = findAll(answers()).filter(({ blocked }) => blocked)
      setProblems((told) => [...told, ...found.filter(isNew(told))])
    })

  /** Everything at once; true when nothing is wrong, or when the server has to say what. */
  function tellAll(answers: Answers): boolean {
    const found = find.now.current?.(answers) ?? []
    setProblems(found)
    return found.length === 0
  }

  const listed = problems.map((each) => ({ href: `#${idOf(each.path)}`, text: each.inList }))
  const beside = useMemo(() => byField(problems), [problems])
  return { beside, listed, recheck, tellAt, tellBlocks, tellAll, begin: find.begin }
}

/** The rules are not needed before something is filled in: they are fetched when that begins. */
function useFinder(rules: FormRules) {
  const now = useRef<Find | undefined>(undefined)
  const coming = useRef<Promise<void> | undefined>(undefined)
  const fetchRules = async () => {
    try {
      const { findProblems } = await import('./tell-problems.ts')
      now.current = (answers) => findProblems(rules, answers)
    } catch {
      // Without them the server says what is wrong; later they may be had.
      coming.current = undefined
    }
  }
  const begin = () => {
    coming.current ??= fetchRules()
    return coming.current
  }
  const soon = (act: (find: Find) => void) => {
    if (now.current) act(now.current)
    else void begin().then(() => now.current && act(now.current))
  }
  return { now, begin, soon }
}

const isAmong =
  (problems: Told[]) =>
  ({ key }: Told): boolean =>
    problems.some((each) => each.key === key)
const isNew = (told: Told[]) => (problem: Told) => !isAmong(told)(problem)

/** By the field they are about: every field of a page asks for its own, at every drawing. */
function byField(remarks: Remark[]): Map<string, Remark[]> {
  const found = new Map<string, Remark[]>()
  for (const remark of remarks) {
    const id = remark.path.replace(/\..*/, '')
    found.set(id, [...(found.get(id) ?? []), remark])
  }
  return found
}
