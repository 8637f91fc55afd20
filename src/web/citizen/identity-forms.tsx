/** The ways that ask for something: two photos, a number to call, a time, a statement. */
import type { Slot } from '../../proof/appointment.ts'
import { slotsByDay } from '../../proof/appointment.ts'
import { bangkok, longDate } from '../../service/dates.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { IDENTITY_TEXTS, type IdentityTextKey } from '../texts/identity.ts'
import { speak } from '../texts/speak.ts'
import { idOf } from '../ui/fields/form-handle.ts'
import { ProblemText } from '../ui/fields/frame.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'
import { identityPath } from './identity-page.tsx'

type Common = {
  language: Language
  definition: Definition
  applicationId: string
  /** What has to be mended, by the name of its control. */
  problems: Record<string, IdentityTextKey>
}

const actionOf = ({ applicationId }: Common, way: string): string => `${identityPath(applicationId)}/${way}`

function Actions({ language, applicationId, label }: Common & { label: string }) {
  return (
    <>
      <a class="btn sec" href={identityPath(applicationId)}>
        {speak(IDENTITY_TEXTS, language)('otherWaysTitle')}
      </a>
      <button class="btn" type="submit">
        {label}
      </button>
    </>
  )
}

export type PhotosPageProps = Common

export function PhotosPage(props: PhotosPageProps) {
  const { language, definition } = props
  const t = speak(IDENTITY_TEXTS, language)
  return (
    <form method="post" action={actionOf(props, 'photos')} enctype="multipart/form-data" id="photos">
      <Shell
        language={language}
        agency={definition.agency}
        actions={<Actions {...props} label={t('sendPhotos')} />}
      >
        <h1>{t('photosTitle')}</h1>
        <p class="muted">{th(t('photosLead'))}</p>
        <Photo {...props} name="card" />
        <Photo {...props} name="selfie" />
      </Shell>
    </form>
  )
}

/** Without script it is a file box; with it, the camera opens in the page and fills the same box. */
function Photo({ name, language, problems }: Common & { name: 'card' | 'selfie' }) {
  const t = speak(IDENTITY_TEXTS, language)
  const id = idOf(name)
  const problem = problems[name]
  return (
    <section class={problem ? 'card pad photo wrong' : 'card pad photo'} data-photo={name}>
      <h2>{th(t(`${name}Title`))}</h2>
      <p class="hint" id={`${id}-hint`}>
        {th(t(`${name}Hint`))}
      </p>
      <div data-preview hidden>
        <img alt="" />
        <p class="done" role="status" />
      </div>
      <button class="btn sec js-only" type="button" data-camera>
        <Icon name="camera" /> <span>{t('openCamera')}</span>
      </button>
      <label class={problem ? 'drop small wrong' : 'drop small'} for={id}>
        <Icon name="image" />
        <span>
          <b>{t('takePhoto')}</b>
          <small>{t('fileLimits')}</small>
        </span>
        <input
          id={id}
          type="file"
          name={name}
          accept="image/jpeg,image/png"
          aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        />
      </label>
      {problem && <ProblemText path={name} problem={t(problem)} />}
    </section>
  )
}

export type CallPageProps = Common & { phone: string; when: string }

export function CallPage(props: CallPageProps) {
  const { language, definition, problems, phone, when } = props
  const t = speak(IDENTITY_TEXTS, language)
  const { from, to } = definition.agency.hours
  const id = idOf('phone')
  return (
    <form method="post" action={actionOf(props, 'call')}>
      <Shell
        language={language}
        agency={definition.agency}
        actions={<Actions {...props} label={t('askCall')} />}
      >
        <h1>{t('callTitle')}</h1>
        <p class="muted">{th(t('callLead', { hours: `${from}–${to}` }))}</p>
        <div class={problems.phone ? 'field wrong' : 'field'}>
          <label class="label" for={id}>
            {t('phone')}
          </label>
          <p class="hint" id={`${id}-hint`}>
            {t('phoneHint')}
          </p>
          <input
            class="input num"
            id={id}
            name="phone"
            type="tel"
            autocomplete="tel"
            value={phone}
            aria-invalid={problems.phone ? true : undefined}
            aria-describedby={problems.phone ? `${id}-hint ${id}-problem` : `${id}-hint`}
          />
          {problems.phone && <ProblemText path="phone" problem={t(problems.phone)} />}
        </div>
        <fieldset class="field">
          <legend class="label">{t('when')}</legend>
          <div class="options">
            {(['any', 'morning', 'afternoon'] as const).map((each) => (
              <label key={each} class="option">
                <input type="radio" name="when" value={each} checked={each === when} />
                {t(`when_${each}`)}
              </label>
            ))}
          </div>
        </fieldset>
      </Shell>
    </form>
  )
}

export type VideoPageProps = Common & { slots: Slot[]; chosen?: string }

export function VideoPage(props: VideoPageProps) {
  const { language, definition, problems, slots, chosen } = props
  const t = speak(IDENTITY_TEXTS, language)
  const { minutes } = definition.identity.videoCall
  const days = slotsByDay(slots)
  return (
    <form method="post" action={actionOf(props, 'video')}>
      <Shell
        language={language}
        agency={definition.agency}
        actions={<Actions {...props} label={t('book')} />}
      >
        <h1>{t('videoTitle')}</h1>
        <p class="muted">{th(t('videoLead', { minutes }))}</p>
        {problems.startsAt && <Notice tone="warn" live title={t(problems.startsAt)} />}
        {days.length === 0 && <Notice tone="info" title={t('noSlots')} />}
        {days.map(({ day, slots: free }, index) => (
          <details key={day} class="card slots" open={index === 0}>
            <summary>
              {weekdayName(day, language)} {longDate(day, language)}
            </summary>
            <fieldset>
              <legend class="sr">{longDate(day, language)}</legend>
              {free.map(({ startsAt }) => {
                const value = startsAt.toISOString()
                return (
                  <label key={value} class="option num">
                    <input type="radio" name="startsAt" value={value} checked={value === chosen} />
                    {bangkok(startsAt).slice(11, 16)}
                  </label>
                )
              })}
            </fieldset>
          </details>
        ))}
      </Shell>
    </form>
  )
}

/** A person books by the day of the week as much as by its date. */
const weekdayName = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

export type StatementPageProps = Common

export function StatementPage(props: StatementPageProps) {
  const { language, definition } = props
  const t = speak(IDENTITY_TEXTS, language)
  return (
    <form method="post" action={actionOf(props, 'line')}>
      <Shell
        language={language}
        agency={definition.agency}
        actions={<Actions {...props} label={t('lineYes')} />}
      >
        <h1>{t('lineTitle')}</h1>
        <section class="card pad">
          <p>{th(t('lineBody'))}</p>
        </section>
      </Shell>
    </form>
  )
}
