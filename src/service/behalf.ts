/** Whether an application is made for somebody else. Pure. */
import type { Condition, Definition } from './definition.ts'
import { type Answers, holds } from './form.ts'

type Rules = Partial<Pick<Definition, 'behalf' | 'onBehalf'>>

/** What must hold for it; undefined where the service knows no such thing. */
export const behalfCondition = ({ behalf, onBehalf }: Rules): Condition | undefined =>
  behalf?.when ?? onBehalf

/** `live`: answers to questions that are shown. */
export function isOnBehalf(rules: Rules, live: Answers): boolean {
  const condition = behalfCondition(rules)
  return condition !== undefined && holds(condition, live)
}
