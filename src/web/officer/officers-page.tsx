/** Administrators see who works here, invite, change roles and close accounts; approvers confirm resets. */
import type { OfficerAccount, ShownOfficer, ShownReset } from '../../actions/manage-officer.ts'
import type { OfficerRole } from '../../officer/roles.ts'
import { shortDateTime } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { PostButton, RoleChoice, TextInput, type Told, ToldNotice } from './account-parts.tsx'
import { ACCOUNT_TEXTS, EVENT_TEXTS, ROLE_TEXTS } from './account-texts.ts'
import { Avatar, Desk, type DeskProps } from './desk.tsx'

export type OfficersPageProps = DeskProps &
  Told & {
    officers: ShownOfficer[]
    resets: ShownReset[]
    typed?: { name: string; position: string; roles: OfficerRole[] }
  }

export function OfficersPage({ officers, resets, typed, done, problem, ...desk }: OfficersPageProps) {
  const { language } = desk
  const t = speak(ACCOUNT_TEXTS, language)
  const isAdmin = desk.officer.roles.includes('admin')
  return (
    <Desk {...desk} entry narrow>
      <h1 class="account-title">{t('officers')}</h1>
      <ToldNotice language={language} done={done} problem={problem} />
      {resets.length > 0 && <Resets resets={resets} me={desk.officer.id} language={language} />}
      <section class="card sheet">
        <ul class="accounts">
          {officers.map((officer) => (
            <li key={officer.id}>
              <Avatar name={officer.name} />
              <OfficerWords officer={officer} language={language} />
              {isAdmin && (
                <a
                  class="btn sec"
                  href={`/o/officers/${officer.id}`}
                  aria-label={`${t('manage')} ${officer.name}`}
                >
                  {t('manage')}
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
      {isAdmin && (
        <form class="card sheet" method="post" action="/o/officers">
          <h2>{t('invite')}</h2>
          <TextInput id="name" label={t('name')} value={typed?.name} />
          <TextInput id="position" label={t('position')} value={typed?.position} />
          <RoleChoice language={language} chosen={typed?.roles ?? []} />
          <button class="btn" type="submit">
            {t('sendInvite')}
          </button>
        </form>
      )}
    </Desk>
  )
}

const rolesText = (roles: OfficerRole[], language: Language): string =>
  roles.map((role) => speak(ROLE_TEXTS, language)(role)).join(', ')

function OfficerWords({ officer, language }: { officer: ShownOfficer; language: Language }) {
  const t = speak(ACCOUNT_TEXTS, language)
  const state = !officer.active
    ? 'inactive'
    : !officer.joined
      ? 'notJoined'
      : !officer.hasFactor
        ? 'noFactor'
        : undefined
  return (
    <div>
      <b>{officer.name}</b>
      <p class="muted">
        {officer.position}
        <br />
        {rolesText(officer.roles, language)}
      </p>
      {state && <span class="tag">{t(state)}</span>}
    </div>
  )
}

function Resets({ resets, me, language }: { resets: ShownReset[]; me: string; language: Language }) {
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <section class="card sheet">
      <h2>{t('resets')}</h2>
      <ul class="accounts">
        {resets.map(({ id, name, by, requestedBy, officerId, requestedAt }) => (
          <li key={id}>
            <div>{t('resetOf', { name, by, at: shortDateTime(requestedAt, language) })}</div>
            {me !== requestedBy && me !== officerId && (
              <PostButton action={`/o/resets/${id}/confirm`} tone="danger">
                {t('confirmReset')}
              </PostButton>
            )}
            <PostButton action={`/o/resets/${id}/withdraw`}>{t('withdrawReset')}</PostButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

export type InvitationPageProps = DeskProps & { name: string; link: string; qr: string }

export function InvitationPage({ name, link, qr, ...desk }: InvitationPageProps) {
  const t = speak(ACCOUNT_TEXTS, desk.language)
  return (
    <Desk {...desk} narrow>
      <h1 class="account-title">{t('inviteReady', { name })}</h1>
      <section class="card sheet factor">
        <p class="alert warn">
          <Icon name="triangle-alert" />
          {t('inviteOnce')}
        </p>
        <div class="qr" role="img" aria-label={t('inviteQr')} dangerouslySetInnerHTML={{ __html: qr }} />
        <p class="num secret">{link}</p>
        <a class="btn sec" href="/o/officers">
          {t('backToOfficers')}
        </a>
      </section>
    </Desk>
  )
}

export type OfficerPageProps = DeskProps & Told & { account: OfficerAccount }

export function OfficerPage({ account, done, problem, ...desk }: OfficerPageProps) {
  const { language } = desk
  const { officer, history } = account
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <Desk {...desk} narrow>
      <p>
        <a href="/o/officers">{t('backToOfficers')}</a>
      </p>
      <h1 class="account-title">{officer.name}</h1>
      <ToldNotice language={language} done={done} problem={problem} />
      <section class="card sheet">
        <OfficerWords officer={officer} language={language} />
      </section>
      {officer.id === desk.officer.id ? (
        <p class="alert warn">
          <Icon name="triangle-alert" />
          {t('notOwnRoles')}
        </p>
      ) : (
        <Changes account={account} language={language} />
      )}
      <section class="card sheet">
        <h2>{t('history')}</h2>
        <ul class="accounts">
          {history.map(({ id, event, at, by, data }) => (
            <li key={id}>
              <div>
                <b>
                  {event in EVENT_TEXTS ? EVENT_TEXTS[event as keyof typeof EVENT_TEXTS][language] : event}
                </b>{' '}
                {Array.isArray(data.roles) && rolesText(data.roles as OfficerRole[], language)}
                <p class="muted">
                  {shortDateTime(at, language)} · {by || t('byCommand')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </Desk>
  )
}

function Changes({ account, language }: { account: OfficerAccount; language: Language }) {
  const t = speak(ACCOUNT_TEXTS, language)
  const { officer, sessions, resetWaits } = account
  const at = `/o/officers/${officer.id}`
  return (
    <>
      <form class="card sheet" method="post" action={`${at}/roles`}>
        <RoleChoice language={language} chosen={officer.roles} />
        <button class="btn" type="submit">
          {t('saveRoles')}
        </button>
      </form>
      <section class="card sheet">
        <h2>{t('sessions')}</h2>
        <p class="muted">{t('sessionCount', { count: sessions })}</p>
        {sessions > 0 && <PostButton action={`${at}/end-sessions`}>{t('endAll')}</PostButton>}
      </section>
      <section class="card sheet">
        <h2>{t('resetFactor')}</h2>
        <p class="muted">{t(resetWaits ? 'resetWaits' : 'resetBody')}</p>
        {!resetWaits && <PostButton action={`${at}/ask-reset`}>{t('askReset')}</PostButton>}
      </section>
      <section class="card sheet">
        <h2>{t(officer.active ? 'deactivate' : 'activate')}</h2>
        {officer.active && <p class="muted">{t('deactivateBody')}</p>}
        <PostButton
          action={`${at}/${officer.active ? 'deactivate' : 'activate'}`}
          tone={officer.active ? 'danger' : 'sec'}
        >
          {t(officer.active ? 'deactivate' : 'activate')}
        </PostButton>
      </section>
    </>
  )
}
