import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { bangkokDay } from '../service/dates.ts'

/** The Bangkok day whose fees hold for a case: the day it was filed, today for a draft. */
export function filedOn(ctx: Pick<Context, 'clock'>, { enteredAt }: Pick<Application, 'enteredAt'>): string {
  return bangkokDay(enteredAt ?? ctx.clock.now())
}
