/** Two photos: taken in the page or chosen, covered where it is a card, and put into the form's own file boxes. */
import { startBehaviour } from '../client/behaviour.ts'
import { keepInStep } from '../client/sign-in.ts'
import { shrinkPhoto } from '../client/upload.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'
import { speak } from '../texts/speak.ts'
import { openCamera, takePhoto } from '../ui/camera.tsx'
import { coverPicture } from '../ui/cover/cover-picture.tsx'

startBehaviour()
void keepInStep()
const language = document.documentElement.lang === 'en' ? 'en' : 'th'
const t = speak(IDENTITY_TEXTS, language)
const form = document.querySelector<HTMLFormElement>('#photos')
for (const box of document.querySelectorAll<HTMLElement>('[data-photo]')) bringToLife(box)
form?.addEventListener('submit', () => {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  if (!button) return
  button.textContent = t('sending')
  button.setAttribute('aria-busy', 'true')
})

type Photo = { box: HTMLElement; subject: 'card' | 'selfie'; input: HTMLInputElement; place: Element }

function bringToLife(box: HTMLElement): void {
  const input = box.querySelector<HTMLInputElement>('input[type=file]')
  const button = box.querySelector('[data-camera]')
  const place = document.createElement('div')
  box.append(place)
  if (!input || !button) return
  const photo: Photo = { box, subject: box.dataset.photo === 'card' ? 'card' : 'selfie', input, place }
  button.addEventListener('click', () => void byCamera(photo))
  input.addEventListener('change', () => void byFile(photo))
}

async function byCamera(photo: Photo): Promise<void> {
  const { subject, place } = photo
  const stream = await openCamera(subject).catch(() => undefined)
  // NOTE inside LINE some phones allow no camera in the page: the file box opens the phone's own.
  if (!stream) return say(photo, t('cameraBlocked'))
  const taken = await working(photo, takePhoto(place, { subject, stream, language }))
  if (taken) await keep(photo, taken)
}

async function byFile(photo: Photo): Promise<void> {
  const [file] = photo.input.files ?? []
  if (file) await keep(photo, file)
}

/** Religion and blood group are covered before the picture leaves the device. */
async function keep(photo: Photo, picture: Blob): Promise<void> {
  const { subject, place, input } = photo
  const file = new File([picture], `${subject}.jpg`, { type: picture.type })
  const kept =
    subject === 'card'
      ? await working(photo, coverPicture(place, { picture, language, card: true }))
      : await shrinkPhoto(file)
  if (!kept) {
    input.value = ''
    return show(photo, undefined)
  }
  const filled = new DataTransfer()
  filled.items.add(new File([kept], `${subject}.jpg`, { type: kept.type }))
  input.files = filled.files
  show(photo, kept)
}

/** While camera or covering is open, the box shows nothing else. */
async function working<T>({ box }: Photo, work: Promise<T>): Promise<T> {
  box.classList.add('working')
  try {
    return await work
  } finally {
    box.classList.remove('working')
  }
}

function show(photo: Photo, picture: Blob | undefined): void {
  const { box } = photo
  const preview = box.querySelector<HTMLElement>('[data-preview]')
  const image = preview?.querySelector('img')
  if (!preview || !image) return
  preview.hidden = !picture
  if (image.src) URL.revokeObjectURL(image.src)
  if (picture) image.src = URL.createObjectURL(picture)
  const words = box.querySelector('[data-camera] span')
  if (words) words.textContent = t(picture ? 'retake' : 'openCamera')
  say(photo, picture ? t('taken') : '')
  if (picture) box.querySelector<HTMLElement>('[data-camera]')?.focus()
}

function say({ box }: Photo, words: string): void {
  const said = box.querySelector('[data-preview] .done')
  if (!said) return
  said.textContent = words
  if (words) said.closest<HTMLElement>('[data-preview]')?.removeAttribute('hidden')
}
