import { UserPlus } from 'lucide-static'
import { Icon } from '../icon.tsx'
import { client } from '../live/client.ts'
import { useWords } from '../words.tsx'
import { BotAvatar } from './bot-avatar.tsx'
import type { PhoneProps } from './phone-props.ts'

/** The account's card: until the person is a friend nothing can be said here. */
export function AddFriend({ state, persona, phone }: PhoneProps) {
  const words = useWords()
  return (
    <section class="add-friend">
      <BotAvatar size={56} />
      <b>{state.bot.displayName}</b>
      <p>{words('notFriend')}</p>
      <button
        type="button"
        class="button"
        data-testid="phone-follow"
        onClick={() => phone.attempt(() => client.follow(persona.id))}
      >
        <Icon svg={UserPlus} />
        {words('follow')}
      </button>
    </section>
  )
}
