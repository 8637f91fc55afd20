import type { Role } from '../service/definition.ts'

/** The officer who acts, as actions need them. */
export type ActingOfficer = { id: string; name: string; position: string; roles: Role[] }
