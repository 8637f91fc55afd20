import { Check } from 'lucide-static'
import { Secret, TOTP } from 'otpauth'
import type { Persona } from '../../api.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

const TINTS = ['#f1d9a6', '#cfe6d6', '#bcd4ee', '#ecd0dc', '#dcd6f0']

type PersonasProps = {
  personas: Persona[]
  played: Persona
  now: Date
  hasNews: (personaId: string) => boolean
  onPlay: (persona: Persona) => void
}

export function Personas({ personas, played, now, hasNews, onPlay }: PersonasProps) {
  const words = useWords()
  return (
    <section aria-labelledby="act-as">
      <h2 id="act-as">{words('actAs')}</h2>
      <ul class="personas">
        {personas.map((persona, index) => (
          <li key={persona.id}>
            <button
              type="button"
              data-testid={`persona-${persona.id}`}
              aria-pressed={persona.id === played.id}
              onClick={() => onPlay(persona)}
            >
              <span class="initial" style={{ background: TINTS[index % TINTS.length] }} aria-hidden="true">
                {initial(persona.displayName)}
              </span>
              <span class="persona-name">
                <b>{persona.displayName}</b>
                <span>{persona.about}</span>
              </span>
              {persona.id === played.id && persona.totpSecret && (
                <Code secret={persona.totpSecret} now={now} />
              )}
              {persona.id === played.id && <Icon svg={Check} size="19px" />}
              {hasNews(persona.id) && <UnreadDot id={persona.id} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the persona's authenticator app shows at the simulated time. */
function Code({ secret, now }: { secret: string; now: Date }) {
  const words = useWords()
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })
  return (
    <span class="totp" title={words('totp')} data-testid="totp">
      <span class="visually-hidden">{words('totp')}: </span>
      {code.slice(0, 3)} {code.slice(3)}
    </span>
  )
}

function UnreadDot({ id }: { id: string }) {
  const words = useWords()
  return (
    <span class="unread" data-testid={`unread-${id}`}>
      <span class="visually-hidden">{words('unread')}</span>
    </span>
  )
}

/** The first consonant: a Thai name may start with a vowel that is written before it. */
function initial(name: string): string {
  return /[^เ-ไ]/u.exec(name)?.[0] ?? ''
}
