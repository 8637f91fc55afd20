/** Keeps a form's answers on the server while they are typed. */
import type { Answers } from '../../service/form.ts'
import { send } from './api.ts'

/** `at` is the clock time to show. */
export type SaveState = { kind: 'idle' | 'saving' | 'failed' } | { kind: 'saved'; at: string }

type Options = {
  url: string
  /** The answers as they are at the moment of saving. */
  answers: () => Answers
  onState: (state: SaveState) => void
  /** Where unsaved answers wait on this device when there is no network. */
  storageKey: string
}

const PAUSE_MS = 400
const RETRY_MS = 5000

export function createAutosave({ url, answers, onState, storageKey }: Options) {
  const changed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()

  function touch(fieldId: string): void {
    changed.add(fieldId)
    later(PAUSE_MS)
  }

  function later(delay: number): void {
    clearTimeout(timer)
    timer = setTimeout(flush, delay)
  }

  /** Sends what is not saved yet; one request at a time, so that the last one typed is the last one kept. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    running = running.then(saveChanged)
    return running
  }

  async function saveChanged(): Promise<void> {
    if (changed.size === 0) return
    const typed = pick(answers(), [...changed])
    changed.clear()
    onState({ kind: 'saving' })
    try {
      const { savedAt } = await send<{ savedAt: string }>('PUT', url, { answers: typed })
      localStorage.removeItem(storageKey)
      onState({ kind: 'saved', at: savedAt })
    } catch {
      for (const id of Object.keys(typed)) changed.add(id)
      localStorage.setItem(storageKey, JSON.stringify(pick(answers(), [...changed])))
      onState({ kind: 'failed' })
      later(RETRY_MS)
    }
  }

  /** What an earlier visit could not save. */
  function restore(): Answers {
    try {
      return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Answers
    } catch {
      return {}
    }
  }

  return { touch, flush, restore }
}

/** An emptied answer is sent as '', so that the server forgets it too. */
const pick = (answers: Answers, ids: string[]): Answers =>
  Object.fromEntries(ids.map((id) => [id, answers[id] ?? '']))
