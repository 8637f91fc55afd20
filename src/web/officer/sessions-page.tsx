/** The officer's own account: where they are signed in, and what they prove themselves with. */
import { shortDateTime } from '../../service/dates.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { PostButton, type Told, ToldNotice } from './account-parts.tsx'
import { ACCOUNT_TEXTS } from './account-texts.ts'
import { Desk, type DeskProps } from './desk.tsx'

export type SessionsPageProps = DeskProps &
  Told & {
    sessions: { id: string; device: string; createdAt: Date; lastSeenAt: Date | null; own: boolean }[]
    factors: { id: string; kind: 'passkey' | 'totp'; label: string; createdAt: Date }[]
  }

export function SessionsPage({ sessions, factors, done, problem, ...desk }: SessionsPageProps) {
  const { language } = desk
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <Desk {...desk} entry narrow>
      <h1 class="account-title">{t('account')}</h1>
      <ToldNotice language={language} done={done} problem={problem} />
      <section class="card sheet">
        <h2>{t('sessions')}</h2>
        <p class="muted">{t('sessionRule')}</p>
        <ul class="accounts">
          {sessions.map((session) => (
            <Session key={session.id} session={session} language={language} />
          ))}
        </ul>
        {sessions.length > 1 && <PostButton action="/o/sessions/end-others">{t('endOthers')}</PostButton>}
      </section>
      <section class="card sheet">
        <h2>{t('factors')}</h2>
        <ul class="accounts">
          {factors.map(({ id, kind, label, createdAt }) => (
            <li key={id}>
              <div>
                <b>{t(kind === 'totp' ? 'byApp' : 'byPasskey')}</b> {label}
                <p class="muted">{t('addedOn', { at: shortDateTime(createdAt, language) })}</p>
              </div>
              {factors.length > 1 && (
                <PostButton action={`/o/factors/${id}/remove`}>{t('remove')}</PostButton>
              )}
            </li>
          ))}
        </ul>
        <a class="btn sec" href="/o/factors/new">
          <Icon name="shield-check" />
          {t('addFactor')}
        </a>
      </section>
      {desk.officer.roles.includes('approver') && (
        <p>
          <a href="/o/officers">{t('resets')}</a>
        </p>
      )}
    </Desk>
  )
}

type SessionProps = Pick<DeskProps, 'language'> & { session: SessionsPageProps['sessions'][number] }

function Session({ session: { id, device, createdAt, lastSeenAt, own }, language }: SessionProps) {
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <li>
      <div>
        <b>{device || t('unknownDevice')}</b> {own && <span class="tag">{t('thisDevice')}</span>}
        <p class="muted">
          {t('signedInAt', { at: shortDateTime(createdAt, language) })}
          <br />
          {t('lastSeen', { at: shortDateTime(lastSeenAt ?? createdAt, language) })}
        </p>
      </div>
      <PostButton action={`/o/sessions/${id}/end`} label={`${t('endSession')}: ${device}`}>
        {t('endSession')}
      </PostButton>
    </li>
  )
}
