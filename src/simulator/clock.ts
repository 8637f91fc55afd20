/** Simulated time: real time and an offset that only grows, so that nothing ever happens before what came earlier. */
export type VirtualClock = { now(): Date; advance(seconds: number): Date }

export function startClock(startAt?: Date): VirtualClock {
  let offset = startAt ? startAt.getTime() - Date.now() : 0
  const now = () => new Date(Date.now() + offset)
  return {
    now,
    advance(seconds) {
      offset += seconds * 1000
      return now()
    },
  }
}
