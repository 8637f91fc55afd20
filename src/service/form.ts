/**
 * The e-Form's rules, the same in the server and the browser: which fields show, what is wrong with an answer,
 * and how a correct one is stored. Pure, and free of every library, because citizens download it.
 * What the applicant types is kept as typed until it is submitted; only then is it stored in its normal form.
 */
export {
  type Address,
  type Answer,
  type Answers,
  addressOf,
  chosenOf,
  type DateParts,
  dateParts,
  type FileAnswer,
  filesOf,
  GIVEN_FIELDS,
  givenAnswers,
  isEmpty,
  type Location,
  locationOf,
  PARTS,
  type PersonName,
  type PlainAnswer,
  personNameOf,
  type Row,
  rowsOf,
} from './form/answers.ts'
export { checkField, checkFields, checkForm } from './form/check.ts'
export type { Place } from './form/check-answer.ts'
export { holds, isRequired, visibleOptions } from './form/conditions.ts'
export { withDependents } from './form/dependents.ts'
export { normalise, normaliseAnswer } from './form/normalise.ts'
export {
  blocksOf,
  exitOf,
  formPages,
  isQuestion,
  liveAnswers,
  visibleFields,
  visibleInRow,
  visiblePages,
} from './form/pages.ts'
export type { FieldProblem, ProblemCode } from './form/problem.ts'
export { answerFrom } from './form/shape.ts'
