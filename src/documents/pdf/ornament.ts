/** A drawing made once per process and used on many pages; each document holds it once, as a Form XObject. */
export type Ornament = { name: string; width: number; height: number; operators(): string }
