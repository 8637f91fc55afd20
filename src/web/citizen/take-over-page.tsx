/** Handing a transferred licence on to its new holder, and taking it over there. */
import type { TakeOver } from '../../actions/take-over-licence.ts'
import type { CaseView } from '../../actions/view-case.ts'
import { longDate } from '../../service/dates.ts'
import type { Language, Text } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { TAKE_OVER_TEXTS } from '../texts/take-over.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice, Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

/** On the page of the transfer, as long as there is something to hand on, or once it is done. */
export function HandOn({ found, language }: { found: CaseView; language: Language }) {
  const t = speak(TAKE_OVER_TEXTS, language, found.definition.licence.name)
  if (!found.handOn) return null
  if (found.handOn === 'done')
    return (
      <Notice tone="ok" icon="circle-check" title={th(t('handedOnTitle'))}>
        {th(t('handedOnBody'))}
      </Notice>
    )
  return (
    <section class="card pad">
      <h2>{th(t('handOnTitle'))}</h2>
      <p>{th(t('handOnBody'))}</p>
      <p class="hint">{th(t('handOnMailed'))}</p>
      <form method="post" action={`/l/cases/${found.id}/hand-on`}>
        <button class="btn wide" type="submit">
          <Icon name="qr-code" /> {t('handOnShow')}
        </button>
      </form>
    </section>
  )
}

type Common = { language: Language; agency: Agency; licence: Text }
/** `qr` is a drawing (SVG) of `url`; `until` an ISO day. */
export type HandOnPageProps = Common & { applicationId: string; url: string; qr: string; until: string }

export function HandOnPage({ language, agency, licence, applicationId, url, qr, until }: HandOnPageProps) {
  const t = speak(TAKE_OVER_TEXTS, language, licence)
  return (
    <Shell language={language} agency={agency}>
      <h1>{th(t('handOnTitle'))}</h1>
      <p>{th(t('handOnBody'))}</p>
      <section class="card pad hand-on">
        <span class="qr" dangerouslySetInnerHTML={{ __html: qr }} />
        <label for="hand-on-link">{t('handOnLink')}</label>
        <textarea id="hand-on-link" class="input" rows={3} readOnly value={url}>
          {url}
        </textarea>
        <p class="hint">{th(t('handOnUntil', { day: longDate(until, language) }))}</p>
      </section>
      <p class="hint">{th(t('handOnOnce'))}</p>
      <a class="btn sec wide" href={`/l/cases/${applicationId}`}>
        {t('backToCase')}
      </a>
    </Shell>
  )
}

export type TakeOverPageProps = Common & { code: string; found: TakeOver }

export function TakeOverPage({ language, agency, licence, code, found }: TakeOverPageProps) {
  const t = speak(TAKE_OVER_TEXTS, language, licence)
  if (found.state === 'taken')
    return (
      <Shell language={language} agency={agency}>
        <Statement icon="badge-check" title={th(t('takenTitle'))}>
          <p>{th(t('takenBody', { number: found.number }))}</p>
          <a class="btn" href="/l/wallet">
            <Icon name="wallet" /> {t('openWallet')}
          </a>
        </Statement>
      </Shell>
    )
  return (
    <form method="post" action={`/l/take-over/${encodeURIComponent(code)}`}>
      <Shell
        language={language}
        agency={agency}
        actions={
          <button class="btn wide" type="submit">
            {t('take')}
          </button>
        }
      >
        <h1>{th(t('takeTitle'))}</h1>
        <p>{th(t('takeBody', { number: found.number }))}</p>
        <section class="card pad">
          <label class="label" for="ending">
            {t('ending')}
          </label>
          <p class="hint" id="ending-hint">
            {th(t('endingHint'))}
          </p>
          {found.wrong && (
            <p class="problem" id="ending-wrong" role="alert">
              <Icon name="circle-alert" /> <span>{th(t('endingWrong', { left: found.left }))}</span>
            </p>
          )}
          <input
            class="input num"
            id="ending"
            name="ending"
            maxLength={8}
            inputMode="text"
            autocomplete="off"
            required
            aria-invalid={found.wrong ? true : undefined}
            aria-describedby={found.wrong ? 'ending-hint ending-wrong' : 'ending-hint'}
          />
        </section>
      </Shell>
    </form>
  )
}
