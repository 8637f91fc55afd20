/** A point on the map: from where the phone is, or typed. */

import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import locateFixed from 'lucide-static/icons/locate-fixed.svg?raw'
import { useState } from 'preact/hooks'
import type { PlainField } from '../../../service/definition.ts'
import { type Location, locationOf } from '../../../service/form.ts'
import { LOCATION_TEXTS, type LocationTextKey } from '../../texts/location.ts'
import { speak } from '../../texts/speak.ts'
import { Drawing } from '../drawing.tsx'
import type { Controls, PlainProps } from './controls.ts'
import { describedBy, idOf } from './form-handle.ts'
import { Frame } from './frame.tsx'

type LocationField = Extract<PlainField, { type: 'location' }>
type State = 'idle' | 'asking' | LocationTextKey

const LONGEST_WAIT_MS = 15_000
/** Six decimals are a hand's breadth. */
const DECIMALS = 6

function LocationControl({ field, path, value, onChange, form }: PlainProps<LocationField>) {
  const t = speak(LOCATION_TEXTS, form.language)
  const problem = form.problemAt(path)
  const place = locationOf(value)
  const type = (part: 'lat' | 'lng') => (event: { currentTarget: { value: string } }) => {
    const text = event.currentTarget.value
    onChange((current) => typedPlace(locationOf(current), part, text))
  }
  const box = (part: 'lat' | 'lng') => (
    <div class="part">
      <label for={part === 'lat' ? idOf(path) : `${idOf(path)}-lng`}>{t(part)}</label>
      <input
        class="input num"
        id={part === 'lat' ? idOf(path) : `${idOf(path)}-lng`}
        name={`${path}.${part}`}
        value={place[part]}
        inputMode="decimal"
        autocomplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(path, { hint: Boolean(field.hint), problem: Boolean(problem) })}
        onInput={type(part)}
        onBlur={() => form.leave(path)}
      />
    </div>
  )
  return (
    <Frame field={field} path={path} language={form.language} problem={problem} group>
      <Here place={place} t={t} onFound={(found) => onChange(found)} />
      <p class="hint typed-hint">{t('typeLocation')}</p>
      <div class="parts">
        {box('lat')}
        {box('lng')}
      </div>
      <input type="hidden" name={`${path}.accuracy`} value={place.accuracy} />
      <input type="hidden" name={`${path}.source`} value={place.source} />
    </Frame>
  )
}

type HereProps = {
  place: Location
  t: ReturnType<typeof speak<typeof LOCATION_TEXTS>>
  onFound(found: Location): void
}

/** Asks the phone. What it answers is said, whichever way it goes. */
function Here({ place, t, onFound }: HereProps) {
  const [state, setState] = useState<State>('idle')
  const ask = async () => {
    setState('asking')
    try {
      onFound(await devicePlace())
      setState('idle')
    } catch (error) {
      setState(reasonOf(error))
    }
  }
  const found = place.source === 'device' && place.lat !== ''
  return (
    <div class="here js-only">
      <button class="btn sec" type="button" onClick={ask} disabled={state === 'asking'}>
        <Drawing svg={locateFixed} />
        {t(state === 'asking' ? 'locating' : found ? 'locateAgain' : 'locate')}
      </button>
      <p role="status" class={state === 'idle' ? 'located' : 'hint'}>
        {state === 'idle' && found && (
          <>
            <Drawing svg={circleCheck} />
            {t('located', { metres: place.accuracy })}
          </>
        )}
        {state !== 'idle' && state !== 'asking' && t(state)}
      </p>
    </div>
  )
}

async function devicePlace(): Promise<Location> {
  const { coords } = await new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: LONGEST_WAIT_MS,
    }),
  )
  return {
    lat: coords.latitude.toFixed(DECIMALS),
    lng: coords.longitude.toFixed(DECIMALS),
    accuracy: String(Math.round(coords.accuracy)),
    source: 'device',
  }
}

/** 1 is the person's, or the browser's, refusal. */
function reasonOf(error: unknown): LocationTextKey {
  const denied = error && typeof error === 'object' && 'code' in error && error.code === 1
  return denied ? 'locationDenied' : 'locationFailed'
}

/** Both numbers pasted into one box ("18.7883, 98.9853", as maps write them) go where they belong. */
function typedPlace(place: Location, part: 'lat' | 'lng', text: string): Location {
  const both = /^\s*(-?\d+\.\d+)\s*,\s*(-?\d+\.\d+)\s*$/.exec(text)
  const typed = { ...place, accuracy: '', source: 'typed' as const }
  return both ? { ...typed, lat: both[1] ?? '', lng: both[2] ?? '' } : { ...typed, [part]: text }
}

export const CONTROLS = { location: LocationControl } satisfies Partial<Controls>
