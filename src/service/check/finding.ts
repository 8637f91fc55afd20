import type { Text } from '../definition.ts'

/** Where in the service file: `['form', 'pages', 0, 'title']`. */
export type Path = (string | number)[]

/** An error stops the start. A warning is for a person to judge. */
export type Level = 'error' | 'warning'

/** One mistake: what is the case, and how to mend it. With `at: 'key'` the word before the colon is meant. */
export type Finding = { level: Level; path: Path; at?: 'key'; message: Text; cure: Text }

/** A finding with its line and column in the file, both from 1. */
export type Located = Finding & { line: number; column: number }

export const error = (path: Path, message: Text, cure: Text): Finding => ({
  level: 'error',
  path,
  message,
  cure,
})

export const warning = (path: Path, message: Text, cure: Text): Finding => ({
  level: 'warning',
  path,
  message,
  cure,
})

/** A finding about the word before the colon, not about what stands behind it. */
export const atKey = (finding: Finding): Finding => ({ ...finding, at: 'key' })
