import type { Text } from '../definition.ts'

/**
 * Something to mend, at a field's path: `email`, `machines.0.serial`. The words are in `problems.ts`; those of a
 * `blocked` answer come from the definition, as `message`.
 */
export type FieldProblem = {
  path: string
  code: ProblemCode
  params?: Record<string, string | number>
  message?: Text
}
export type ProblemCode =
  | 'required'
  | 'required_choice'
  | 'required_file'
  | 'required_location'
  | 'required_consent'
  | 'too_long'
  | 'unprintable'
  | 'not_a_number'
  | 'too_many_decimals'
  | 'too_small'
  | 'too_large'
  | 'bad_thai_id'
  | 'bad_juristic_id'
  | 'bad_passport'
  | 'bad_phone'
  | 'bad_email'
  | 'incomplete_name'
  | 'incomplete_location'
  | 'bad_location'
  | 'outside_thailand'
  | 'incomplete_date'
  | 'bad_date'
  | 'year_is_ce'
  | 'date_in_future'
  | 'date_in_past'
  | 'date_too_early'
  | 'date_too_late'
  | 'too_young'
  | 'bad_time'
  | 'time_too_early'
  | 'time_too_late'
  | 'bad_option'
  | 'too_few_options'
  | 'too_many_options'
  | 'exclusive_option'
  | 'incomplete_address'
  | 'bad_postcode'
  | 'too_few_rows'
  | 'too_many_rows'
  | 'not_unique'
  | 'too_many_files'
  | 'blocked'
