/**
 * Who may call a route. Every route of the whole server says so in `config.access`; one that does not is refused when
 * it is registered, and the rule is enforced before its handler. Handlers then read who was found.
 */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { SignedIn } from '../actions/open-session.ts'
import { type Proof, proveByCode } from '../actions/prove-factor.ts'
import type { Context } from '../context.ts'
import { Forbidden, Unauthenticated } from '../errors.ts'
import { isFresh } from '../officer/factor.ts'
import {
  CASE_ROLES,
  FINANCE_ROLES,
  hasRole,
  type OfficerRole,
  PROOF_ROLES,
  REVIEW_ROLES,
} from '../officer/roles.ts'
import { ANSWER_ROLES } from '../question/rules.ts'
import { findPerson } from './session.ts'

/**
 * `applicant`: somebody signed in, for what is their own; `signed_in`: the same, where officers read by their office
 * too; `ticket`: signed in, or with a ticket in the address that the handler checks.
 * `factor`, for officers: `fresh`: proved in the last ten minutes; `setup`: fresh, or none is set up yet; `ask`: signed
 * in with LINE only. Without it: proved once in this session.
 */
export type Access =
  | 'public'
  | 'applicant'
  | 'signed_in'
  | 'ticket'
  | { officer: readonly OfficerRole[] | 'any'; factor?: 'fresh' | 'setup' | 'ask' }

export type RouteAccess = { method: string; path: string; access: Access }

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** A page asks for it by itself, over and over: no sign that anybody is there. */
    polled?: boolean
  }
  interface FastifyInstance {
    /** Every route that was registered, and who may call it. */
    routeTable: RouteAccess[]
  }
  interface FastifyRequest {
    /** Whom the access rule let in; null on a public route. */
    person: SignedIn | null
  }
}

/** The second factor is asked for before this goes on. `said`: what came of a code that was sent along. */
export class FactorNeeded extends Forbidden {
  readonly said: Exclude<Proof, 'proved'> | undefined
  constructor(said?: Exclude<Proof, 'proved'>) {
    super('factor_needed')
    this.said = said
  }
}
/** An officer without any second factor sets one up before seeing anything else. */
export class FactorMissing extends Forbidden {}

/** Refuses routes that do not say who may call them. Once for a server, before any route. */
export function guardRoutes(app: FastifyInstance): void {
  if (app.hasDecorator('routeTable')) return
  const table: RouteAccess[] = []
  app.decorate('routeTable', table)
  app.addHook('onRoute', function (this: FastifyInstance, route) {
    const access = route.config?.access
    if (access === undefined) throw new Error(`${methodsOf(route)} ${route.url} does not say who may call it`)
    if (access !== 'public' && !this.hasRequestDecorator('person'))
      throw new Error(`${methodsOf(route)} ${route.url} stands where nothing enforces its access`)
    for (const method of methodsOf(route)) table.push({ method, path: route.url, access })
  })
}

const methodsOf = ({ method }: Pick<RouteOptions, 'method'>): string[] => [method].flat()

/** Enforces the rule before the handler, when the body is read: a page that asks to sign in sends it again. */
export function enforceAccess(app: FastifyInstance, ctx: Context): void {
  app.decorateRequest('person', null)
  app.addHook('preHandler', async (request) => {
    if (request.is404) return
    const { access = { officer: [] }, polled } = request.routeOptions.config
    if (access === 'public' || (access === 'ticket' && hasTicket(request))) return
    request.person = (await findPerson(ctx, request, { polled })) ?? null
    const said = await takeCode(ctx, request, access)
    refuse(judge(access, request.person ?? undefined, ctx.clock.now()), said)
  })
}

const hasTicket = (request: FastifyRequest): boolean => 'ticket' in (request.query as object)

export type Verdict = 'pass' | 'sign_in' | 'forbidden' | 'set_up' | 'prove'

/** The rule itself. Pure. */
export function judge(access: Access, person: SignedIn | undefined, now: Date): Verdict {
  if (access === 'public') return 'pass'
  if (!person) return 'sign_in'
  if (typeof access === 'string') return 'pass'
  const officer = person.officer ?? person.unproven
  if (!officer || (access.officer !== 'any' && !hasRole(officer, access.officer))) return 'forbidden'
  if (person.unproven && !person.unproven.hasFactor) return access.factor === 'setup' ? 'pass' : 'set_up'
  if (person.unproven) return access.factor === 'ask' ? 'pass' : 'prove'
  const asksFresh = access.factor === 'fresh' || access.factor === 'setup'
  return asksFresh && !isFresh(person.factorAt, now) ? 'prove' : 'pass'
}

function refuse(verdict: Verdict, said: Proof | undefined): void {
  if (verdict === 'sign_in') throw new Unauthenticated('sign_in')
  if (verdict === 'forbidden') throw new Forbidden('not_allowed')
  if (verdict === 'set_up') throw new FactorMissing('factor_missing')
  if (verdict === 'prove') throw new FactorNeeded(said === 'proved' ? undefined : said)
}

/** The name of a code's field in any form. */
export const CODE_FIELD = '_code'

/** A form may bring the code that its route asks for: what was typed goes on with it. */
async function takeCode(ctx: Context, request: FastifyRequest, access: Access): Promise<Proof | undefined> {
  const { body, person } = request
  if (!(body instanceof URLSearchParams) || !person) return undefined
  const code = body.get(CODE_FIELD)
  body.delete(CODE_FIELD)
  const officer = person.officer ?? person.unproven
  if (!code || !officer || judge(access, person, ctx.clock.now()) !== 'prove') return undefined
  const said = await proveByCode(ctx, { officerId: officer.id, sessionId: person.sessionId, code })
  if (said === 'proved') request.person = (await findPerson(ctx, request)) ?? null
  return said
}

/** Only an address of the desk: a form cannot send anybody elsewhere. */
export function deskPath(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/o(?![\w-])[^\\\s]*$/.test(wanted) ? wanted : '/o'
}

const rule = <A extends Access>(access: A) => ({ config: { access } })

/** The rules most routes name, as route options. */
export const PUBLIC = rule('public')
export const APPLICANT = rule('applicant')
export const SIGNED_IN = rule('signed_in')
export const TICKET = rule('ticket')
export const DESK = rule({ officer: 'any' })
export const CASE_READERS = rule({ officer: CASE_ROLES })
export const REVIEWERS = rule({ officer: REVIEW_ROLES })
/** An order that binds the agency. */
export const ORDERS = rule({ officer: REVIEW_ROLES, factor: 'fresh' })
/** Money that goes back; who exactly is for the action to say. */
export const PAYERS = rule({ officer: [...FINANCE_ROLES, 'reviewer'], factor: 'fresh' })
export const ANSWERERS = rule({ officer: ANSWER_ROLES })
export const DESK_FRESH = rule({ officer: 'any', factor: 'fresh' })
export const FACTOR_ASK = rule({ officer: 'any', factor: 'ask' })
export const FACTOR_SETUP = rule({ officer: 'any', factor: 'setup' })
export const ADMINS = rule({ officer: ['admin'] })
export const ADMINS_FRESH = rule({ officer: ['admin'], factor: 'fresh' })
/** Who answers for personal data, and who may read which officer looked at it. */
export const DATA_OFFICERS = rule({ officer: ['dpo'] })
export const DATA_OFFICERS_FRESH = rule({ officer: ['dpo'], factor: 'fresh' })
export const ACCESS_READERS = rule({ officer: ['dpo', 'auditor'] })
/** Who may be the second pair of eyes when a factor is reset. */
export const RESETTERS = rule({ officer: ['admin', 'approver'] })
export const RESETTERS_FRESH = rule({ officer: ['admin', 'approver'], factor: 'fresh' })

/** A change of LINE account: who examines, and who confirms. */
export const RELINK_DESK = rule({ officer: [...PROOF_ROLES, 'admin'] })
export const RELINK_DESK_FRESH = rule({ officer: [...PROOF_ROLES, 'admin'], factor: 'fresh' })

/** The same rule for what a page asks by itself, which keeps nobody signed in. */
export const polled = <A extends Access>({ config }: { config: { access: A } }) => ({
  config: { ...config, polled: true },
})
