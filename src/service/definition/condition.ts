import { z } from 'zod'
import { Id } from './text.ts'

/** When something applies: one comparison, or several joined by all / any / not. */
export type Condition =
  | { field: string; eq?: string; ne?: string; in?: string[]; gt?: number; lt?: number; filled?: boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      field: Id,
      eq: z.string().optional(),
      ne: z.string().optional(),
      in: z.array(z.string()).optional(),
      gt: z.number().optional(),
      lt: z.number().optional(),
      filled: z.boolean().optional(),
    }),
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
  ]),
)
