import { Image, Paperclip, UserPlus, UserX } from 'lucide-static'
import type { ComponentChildren } from 'preact'
import type { Persona } from '../../api.ts'
import { Icon } from '../icon.tsx'
import { client } from '../live/client.ts'
import type { Phone } from '../live/use-phone.ts'
import { useWords } from '../words.tsx'

export function EventButtons({ persona, attempt }: { persona: Persona; attempt: Phone['attempt'] }) {
  const words = useWords()
  return (
    <section aria-labelledby="events">
      <h2 id="events">{words('events')}</h2>
      <div class="event-buttons">
        <button
          type="button"
          class="chip"
          data-testid="event-follow"
          disabled={persona.following}
          onClick={() => attempt(() => client.follow(persona.id))}
        >
          <Icon svg={UserPlus} />
          {words('follow')}
        </button>
        <button
          type="button"
          class="chip"
          data-testid="event-block"
          disabled={!persona.following}
          onClick={() => attempt(() => client.block(persona.id))}
        >
          <Icon svg={UserX} />
          {words('block')}
        </button>
        <FileButton
          id="image"
          accept="image/jpeg,image/png"
          isDisabled={!persona.following}
          onFile={(file) => attempt(async () => client.sendImage(persona.id, await contentOf(file)))}
        >
          <Icon svg={Image} />
          {words('sendImage')}
        </FileButton>
        <FileButton
          id="file"
          isDisabled={!persona.following}
          onFile={(file) => attempt(async () => client.sendFile(persona.id, await contentOf(file)))}
        >
          <Icon svg={Paperclip} />
          {words('sendFile')}
        </FileButton>
      </div>
    </section>
  )
}

type FileButtonProps = {
  id: string
  accept?: string
  isDisabled: boolean
  onFile: (file: File) => void
  children: ComponentChildren
}

function FileButton({ id, accept, isDisabled, onFile, children }: FileButtonProps) {
  return (
    <label class={`chip ${isDisabled ? 'is-disabled' : ''}`}>
      {children}
      <input
        type="file"
        class="visually-hidden"
        data-testid={`event-${id}`}
        accept={accept}
        disabled={isDisabled}
        onChange={(event) => {
          const input = event.currentTarget
          const file = input.files?.[0]
          if (file) onFile(file)
          // So that the same file can be sent again.
          input.value = ''
        }}
      />
    </label>
  )
}

async function contentOf(file: File): Promise<{ base64: string; type: string; name: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return { base64: btoa(binary), type: file.type, name: file.name }
}
