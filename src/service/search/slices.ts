/** Long work in small steps, so that whoever else shares the process is not kept waiting. */
import { setImmediate } from 'node:timers/promises'

/** Yields between its steps, each of which is short. */
export type Slices<Result> = Generator<undefined, Result>

/** How long it may go on before others have their turn. */
const SLICE_MS = 10

export function atOnce<Result>(work: Slices<Result>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

export async function inSlices<Result>(work: Slices<Result>): Promise<Result> {
  let begun = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - begun < SLICE_MS) continue
    await setImmediate()
    begun = performance.now()
  }
}
