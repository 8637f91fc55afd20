/** Drawing black boxes on a document: the covered picture alone is sent. */
import { Refused } from '../client/api.ts'
import { startBehaviour } from '../client/behaviour.ts'
import { keepInStep } from '../client/sign-in.ts'
import { upload } from '../client/upload.ts'
import { speak } from '../texts/speak.ts'
import { coverPicture } from '../ui/cover/cover-picture.tsx'
import { MASK_TEXTS } from './mask-texts.ts'

startBehaviour()
void keepInStep()
const language = document.documentElement.lang === 'en' ? 'en' : 'th'
const t = speak(MASK_TEXTS, language)
const place = document.getElementById('mask')
if (place) void begin(place)

function say(words: string): void {
  const said = document.getElementById('mask-words')
  if (said) said.textContent = words
}

async function begin(place: HTMLElement): Promise<void> {
  const { picture: address = '', cancel = '', card } = place.dataset
  try {
    const response = await fetch(address)
    if (!response.ok) throw new Refused(response.status)
    const picture = await response.blob()
    say('')
    const covered = await coverPicture(place, { picture, language, card: card !== undefined, desk: true })
    if (covered) await send(place, covered)
    else location.assign(cancel)
  } catch (error) {
    say(t(error instanceof Refused && error.status === 409 ? 'changed' : 'failed'))
  }
}

async function send({ dataset }: HTMLElement, blob: Blob): Promise<void> {
  const { send: address = '', seen = '', back = '' } = dataset
  await upload(`${address}?seen=${seen}`, { blob, name: 'covered.jpg' }, () => {})
  location.assign(back)
}
