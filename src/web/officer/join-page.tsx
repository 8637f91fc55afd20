/** An invited officer binds the LINE account; the same page says whether it worked. */
import type { Definition, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Emblem } from '../ui/emblem.tsx'
import { Icon } from '../ui/icon.tsx'
import { FORM_TEXTS } from './form-texts.ts'

export type JoinPageProps = {
  language: Language
  agency: Definition['agency']
  code: string
  state: 'ask' | 'wrong' | 'joined'
  /** The officer, once bound. */
  name?: string
}

export function JoinPage({ language, agency, code, state, name }: JoinPageProps) {
  const t = speak(FORM_TEXTS, language)
  return (
    <main class="join">
      <Emblem size={56} />
      <p class="muted">{agency.name[language]}</p>
      {state === 'joined' ? (
        <>
          <h1>{t('joinedTitle')}</h1>
          <p>{t('joinedBody', { name: name ?? '' })}</p>
          <a class="btn" href="/o">
            <Icon name="inbox" />
            {t('openWorklist')}
          </a>
        </>
      ) : (
        <form class="card sheet" method="post" action="/o/join">
          <h1>{t('joinTitle')}</h1>
          <p>{t('joinBody')}</p>
          {state === 'wrong' && (
            <p class="alert bad" role="alert" id="code-problem">
              <Icon name="circle-alert" />
              {t('joinWrong')}
            </p>
          )}
          <label class="lab" for="code">
            {t('joinCode')}
          </label>
          <input
            class="in num"
            id="code"
            name="code"
            value={code}
            required
            autocomplete="off"
            autocapitalize="none"
            aria-invalid={state === 'wrong'}
            aria-describedby={state === 'wrong' ? 'code-problem' : undefined}
          />
          <button class="btn" type="submit">
            {t('joinAction')}
          </button>
        </form>
      )}
    </main>
  )
}
