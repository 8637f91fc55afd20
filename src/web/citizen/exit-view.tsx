/** Who meets this need not go on: why, what to do instead, and the way back to the answer. */
import { useEffect, useRef } from 'preact/hooks'
import type { Exit, Language } from '../../service/definition.ts'
import { EXIT_TEXTS } from '../texts/exit.ts'
import { speak } from '../texts/speak.ts'
import { dialled } from '../ui/dialled.ts'
import { LiveIcon } from '../ui/live-icon.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

export type ExitViewProps = {
  language: Language
  agency: Agency
  exit: Exit
  /** The page, and the question on it, whose answer led here. */
  changeHref: string
  /** In a living form the page need not be loaded anew. */
  onChange?(event: Event): void
}

export function ExitView({ language, agency, exit, changeHref, onChange }: ExitViewProps) {
  const t = speak(EXIT_TEXTS, language)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    scrollTo(0, 0)
  }, [])
  return (
    <Shell language={language} agency={agency}>
      <div class="statement exit">
        <span class="badge info">
          <LiveIcon name="info" />
        </span>
        <h1 tabIndex={-1} ref={heading}>
          {th(exit.title[language])}
        </h1>
        {exit.text[language].split('\n').map((line, index) => (
          <p key={index}>{th(line)}</p>
        ))}
        <section class="card pad">
          <h2>{t('exitNext')}</h2>
          <ul class="ticks">
            <li>
              <LiveIcon name="check" />
              <span>{th(t('exitKept'))}</span>
            </li>
            <li>
              <LiveIcon name="check" />
              <span>
                {t('exitAsk', { unit: agency.unit[language] })}{' '}
                <a class="nb" href={`tel:${dialled(agency.phone)}`}>
                  {agency.phone}
                </a>
              </span>
            </li>
          </ul>
        </section>
        <div class="stack">
          <a class="btn" href={changeHref} onClick={onChange}>
            {t('exitChange')}
          </a>
          <button class="btn sec" type="button" data-close hidden={!isInLine()}>
            {t('toChat')}
          </button>
          <a class="quiet-link" href="/l">
            {t('toCases')}
          </a>
        </div>
      </div>
    </Shell>
  )
}

/** Known once LINE's SDK has started; on a page that comes from the server, the script shows the button then. */
const isInLine = () =>
  typeof document !== 'undefined' && document.documentElement.classList.contains('in-line')
