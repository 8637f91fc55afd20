/**
 * Fields whose controls come after the page: until then they are what the server drew, which can be filled in and sent
 * as without script. What was typed there meanwhile is taken over.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Field } from '../../service/definition.ts'
import type { Answers } from '../../service/form.ts'
import { type LazyModule, lateFields, modulesOf } from '../ui/fields/lazy-controls.ts'

/** How a browser fetches them; the server has all at hand. */
export const controlSource: { load?: (modules: LazyModule[]) => Promise<void> } = {}

/** `isWaiting`: the answers of some fields are known to the page's HTML alone. */
export function useLate(fields: Field[], take: (answers: Answers) => void): { isWaiting(): boolean } {
  const waiting = useRef(lateFields(fields))
  const [, drawAnew] = useState(false)
  useEffect(() => {
    // Without network the fields stay as they are; sending the page still works.
    if (waiting.current.length > 0) void bring().catch(() => {})
  }, [])

  async function bring(): Promise<void> {
    const { typedIn } = await import('./typed-in.ts')
    await controlSource.load?.(modulesOf(waiting.current))
    const focused = document.activeElement?.id
    take(typedIn(waiting.current))
    waiting.current = []
    drawAnew(true)
    if (focused) setTimeout(() => document.getElementById(focused)?.focus(), 0)
  }
  return { isWaiting: () => waiting.current.length > 0 }
}
