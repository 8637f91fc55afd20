/** Ask for a code. A plain form: the answer has an address of its own that can be kept and shared. */
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Site, type SiteProps } from './site.tsx'
import { PUBLIC_TEXTS } from './texts.ts'

type FormProps = { language: Language; code: string; action: string }

export function VerifyForm({ language, code, action }: FormProps) {
  const t = speak(PUBLIC_TEXTS, language)
  return (
    <form method="get" action="/v" class="verify-form">
      <input type="hidden" name="lang" value={language} />
      <label class="lab" for="code">
        {t('code')}
      </label>
      <p class="hint" id="code-hint">
        {t('codeHint')}
      </p>
      <input
        class="in num"
        id="code"
        name="code"
        value={code}
        required
        maxLength={40}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby="code-hint"
      />
      <button class="btn" type="submit">
        <Icon name="shield-check" />
        {action}
      </button>
    </form>
  )
}

export type VerifyPageProps = SiteProps

export function VerifyPage(site: VerifyPageProps) {
  const t = speak(PUBLIC_TEXTS, site.language, site.licence)
  return (
    <Site {...site} at="/v">
      <div class="vg">
        <section class="card tryf">
          <h1>{t('verifyTitle')}</h1>
          <p>{t('verifyLead')}</p>
          <VerifyForm language={site.language} code="" action={t('check')} />
        </section>
        <section class="card note">
          <h2>
            <Icon name="qr-code" />
            {t('wherePlace')}
          </h2>
          <p>{t('wherePlaceBody')}</p>
        </section>
      </div>
    </Site>
  )
}
