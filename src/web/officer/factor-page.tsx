/** Asks an officer for the second factor, keeping what was typed on the way, and helps to set the first one up. */
import type { Definition, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Emblem } from '../ui/emblem.tsx'
import { Icon } from '../ui/icon.tsx'
import { ACCOUNT_TEXTS } from './account-texts.ts'

export type FactorPageProps = {
  language: Language
  agency: Definition['agency']
  name: string
  /** What the officer has. */
  kinds: { totp: boolean; passkey: boolean }
  said?: 'wrong' | 'locked'
  /** Where the form goes, with everything that was typed. */
  action: string
  fields: [name: string, value: string][]
  /** Something was typed that must not be lost. */
  kept: boolean
}

export function FactorPage({ language, agency, name, kinds, said, action, fields, kept }: FactorPageProps) {
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <main class="join">
      <Emblem size={56} />
      <p class="muted">{agency.name[language]}</p>
      <form class="card sheet factor" method="post" action={action} id="go-on">
        <h1>{t('proveTitle')}</h1>
        {kept && <p class="muted">{t('proveKept')}</p>}
        {fields.map(([field, value], index) => (
          <textarea key={index} name={field} hidden value={value}>
            {value}
          </textarea>
        ))}
        {said && (
          <p class="alert bad" role="alert" id="code-problem">
            <Icon name="circle-alert" />
            {t(said === 'locked' ? 'codeLocked' : 'codeWrong')}
          </p>
        )}
        {kinds.totp && (
          <CodeInput language={language} name="_code" body={t('proveBody', { name })} said={said} />
        )}
        {kinds.passkey && <PasskeyButton language={language} use="ask" />}
        {kinds.passkey && !kinds.totp && <p class="muted not-live">{t('passkeyOnly')}</p>}
        <p class="muted hint">{t('lostFactor')}</p>
      </form>
    </main>
  )
}

type CodeProps = { language: Language; name: string; body: string; said?: string }

function CodeInput({ language, name, body, said }: CodeProps) {
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <>
      <label class="lab" for="code">
        {body}
      </label>
      <input
        class="in num code"
        id="code"
        name={name}
        aria-label={`${t('code')}: ${body}`}
        inputMode="numeric"
        autocomplete="one-time-code"
        pattern="[0-9 ]{6,7}"
        maxLength={7}
        required
        aria-invalid={said !== undefined}
        aria-describedby={said ? 'code-problem' : undefined}
      />
      <button class="btn" type="submit">
        {t('confirm')}
      </button>
    </>
  )
}

/** Only a script can ask the browser for a passkey. */
function PasskeyButton({ language, use }: { language: Language; use: 'ask' | 'make' }) {
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <div class="only-live">
      <button class="btn sec" type="button" data-passkey={use}>
        <Icon name="user-check" />
        {t(use === 'ask' ? 'usePasskey' : 'makePasskey')}
      </button>
      <p class="alert bad" role="alert" id="passkey-problem" hidden>
        <Icon name="circle-alert" />
        {t('passkeyFailed')}
      </p>
    </div>
  )
}

export type FactorSetupPageProps = {
  language: Language
  agency: Definition['agency']
  /** In base32; shown in groups of four. */
  secret: string
  /** The same for an app on this phone: `otpauth://…`. */
  address: string
  /** The QR code as SVG. */
  qr: string
  passkeys: boolean
  said?: 'wrong' | 'locked'
}

export function FactorSetupPage({
  language,
  agency,
  secret,
  address,
  qr,
  passkeys,
  said,
}: FactorSetupPageProps) {
  const t = speak(ACCOUNT_TEXTS, language)
  return (
    <main class="join">
      <Emblem size={56} />
      <p class="muted">{agency.name[language]}</p>
      <h1>{t('setUpTitle')}</h1>
      <p class="muted">{t('setUpBody')}</p>
      <form class="card sheet factor" method="post" action="/o/factors/totp">
        <h2>{t('byApp')}</h2>
        <p class="muted">{t('byAppScan')}</p>
        <div class="qr" role="img" aria-label={t('qrAlt')} dangerouslySetInnerHTML={{ __html: qr }} />
        <a class="open-app" href={address}>
          {t('openApp')}
        </a>
        <p class="muted">{t('bySecret')}</p>
        <p class="num secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
        {said && (
          <p class="alert bad" role="alert" id="code-problem">
            <Icon name="circle-alert" />
            {t(said === 'locked' ? 'codeLocked' : 'codeWrong')}
          </p>
        )}
        <CodeInput language={language} name="code" body={t('firstCode')} said={said} />
      </form>
      {passkeys && (
        <section class="card sheet factor only-live">
          <h2>{t('byPasskey')}</h2>
          <p class="muted">{t('byPasskeyBody')}</p>
          <PasskeyButton language={language} use="make" />
        </section>
      )}
    </main>
  )
}
