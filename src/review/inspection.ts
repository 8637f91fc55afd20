/** What an officer found at the place: every point of the step's list looked at, a note where it does not pass. Pure. */
import type { Problem } from '../errors.ts'
import type { ReviewStep } from '../service/definition.ts'

/** `none`: the point does not arise here, such as pens where no animals are kept. */
export const INSPECTION_RESULTS = ['pass', 'fail', 'none'] as const
export type InspectionResult = (typeof INSPECTION_RESULTS)[number]
export type InspectedPoint = { point: string; result: InspectionResult; note: string }

/** Points not looked at, or failed without a note, as fields `point.<id>`; none where the step has no inspection. */
export function inspectionProblems(step: ReviewStep | undefined, found: InspectedPoint[]): Problem[] {
  const points = step?.inspection?.points ?? []
  return points.flatMap(({ id }): Problem[] => {
    const point = found.find((each) => each.point === id)
    if (!point) return [{ field: `point.${id}`, code: 'inspection_incomplete' }]
    return point.result === 'fail' && point.note.trim() === ''
      ? [{ field: `point.${id}`, code: 'note_needed' }]
      : []
  })
}

/** What belongs to the step's points, notes trimmed: what is stored with the decision. */
export function keptPoints(step: ReviewStep | undefined, found: InspectedPoint[]): InspectedPoint[] {
  return (step?.inspection?.points ?? []).flatMap(({ id }) =>
    found
      .filter((each) => each.point === id)
      .slice(0, 1)
      .map(({ result, note }) => ({ point: id, result, note: note.trim().slice(0, 500) })),
  )
}
