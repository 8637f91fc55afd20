/** Who acts in whose place, and the form that records an order. */
import type { ShownDelegation } from '../../actions/delegate-role.ts'
import type { ShownOfficer } from '../../actions/manage-officer.ts'
import { DELEGABLE } from '../../officer/delegation.ts'
import { DELEGATION_KINDS } from '../../officer/officer.ts'
import { longDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { PostButton, TextInput, type Told, ToldNotice } from './account-parts.tsx'
import { ACCOUNT_TEXTS, ROLE_TEXTS } from './account-texts.ts'
import { Desk, type DeskProps } from './desk.tsx'

type Typed = Record<string, string>

export type DelegationsPageProps = DeskProps &
  Told & { delegations: ShownDelegation[]; officers: ShownOfficer[]; typed?: Typed }

export function DelegationsPage(props: DelegationsPageProps) {
  const { delegations, officers, typed, done, problem, ...desk } = props
  const { language } = desk
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <Desk {...desk} entry narrow>
      <h1 class="account-title">{t('delegations')}</h1>
      <ToldNotice language={language} done={done} problem={problem} />
      <section class="card sheet">
        {delegations.length === 0 && <p class="muted">{t('none')}</p>}
        <ul class="accounts">
          {delegations.map((each) => (
            <Delegation key={each.id} delegation={each} language={language} />
          ))}
        </ul>
      </section>
      <OrderForm officers={officers.filter(({ active }) => active)} typed={typed ?? {}} language={language} />
    </Desk>
  )
}

const STATES = { in_force: 'inForce', later: 'later', over: 'over' } as const

function Delegation({ delegation, language }: { delegation: ShownDelegation; language: Language }) {
  const t = speak(ACCOUNT_TEXTS, language)
  const { id, from, position, to, kind, role, orderNumber, orderedOn, firstDay, lastDay, state } = delegation
  const day = (iso: string) => longDate(iso, language)
  return (
    <li>
      <div>
        <b>{t('delegationOf', { to, kind: t(kind), from: `${from} ${position}` })}</b>
        <p class="muted">
          {speak(ROLE_TEXTS, language)(role)} · {t('days', { first: day(firstDay), last: day(lastDay) })}
          <br />
          {t('byOrder', { order: orderNumber, day: day(orderedOn) })}
        </p>
        <span class="tag">{t(STATES[state])}</span>
      </div>
      {state !== 'over' && <PostButton action={`/o/delegations/${id}/end`}>{t('endNow')}</PostButton>}
    </li>
  )
}

type FormProps = { officers: ShownOfficer[]; typed: Typed; language: Language }

function OrderForm({ officers, typed, language }: FormProps) {
  const t = speak(ACCOUNT_TEXTS, language)
  const people = officers.map(({ id, name, position }) => ({ value: id, words: `${name} (${position})` }))
  const roles = DELEGABLE.map((role) => ({ value: role, words: speak(ROLE_TEXTS, language)(role) }))
  const kinds = DELEGATION_KINDS.map((kind) => ({ value: kind, words: t(kind) }))
  const choose = t('choose')
  return (
    <form class="card sheet" method="post" action="/o/delegations">
      <h2>{t('newDelegation')}</h2>
      <Select id="fromId" label={t('from')} choices={people} typed={typed} choose={choose} />
      <Select id="toId" label={t('to')} choices={people} typed={typed} choose={choose} />
      <Select id="role" label={t('role')} choices={roles} typed={typed} choose={choose} />
      <Select id="kind" label={t('kind')} choices={kinds} typed={typed} choose={choose} />
      <TextInput
        id="orderNumber"
        label={t('orderNumber')}
        hint={t('orderNumberHint')}
        value={typed.orderNumber}
      />
      {(['orderedOn', 'firstDay', 'lastDay'] as const).map((name) => (
        <TextInput key={name} id={name} label={t(name)} hint={t('dayHint')} value={typed[name]} numeric />
      ))}
      <button class="btn" type="submit">
        {t('saveDelegation')}
      </button>
    </form>
  )
}

type SelectProps = {
  id: string
  label: string
  choices: { value: string; words: string }[]
  typed: Typed
  choose: string
}

function Select({ id, label, choices, typed, choose }: SelectProps) {
  return (
    <>
      <label class="lab" for={id}>
        {label}
      </label>
      <select class="in" id={id} name={id} required>
        <option value="">{choose}</option>
        {choices.map(({ value, words }) => (
          <option key={value} value={value} selected={typed[id] === value}>
            {words}
          </option>
        ))}
      </select>
    </>
  )
}
