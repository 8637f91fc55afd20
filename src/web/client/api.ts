import type { Problem } from '../../errors.ts'
import { signIn } from './sign-in.ts'

/** The server said no: `problems` as in errors.ts. Status 0: it could not be reached. */
export class Refused extends Error {
  readonly status: number
  readonly problems: Problem[]
  constructor(status: number, problems: Problem[] = []) {
    super(`refused ${status}`)
    this.status = status
    this.problems = problems
  }
}

/** A browser refuses to keep a request alive above 64 KB, and a Thai letter takes three bytes. */
const MOST_KEPT_ALIVE = 20_000

/** One request with JSON both ways. An expired session is renewed without a word, and the request sent again. */
export async function send<T>(method: string, url: string, body?: unknown): Promise<T> {
  const json = body === undefined ? undefined : JSON.stringify(body)
  const ask = () =>
    fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: json,
      // So that what was typed last is sent although the page is being left.
      keepalive: method === 'PUT' && (json ?? '').length < MOST_KEPT_ALIVE,
    })
  let response = await ask()
  if (response.status === 401) {
    await signIn()
    response = await ask()
  }
  const text = await response.text()
  const answer = text === '' ? {} : JSON.parse(text)
  if (!response.ok) throw new Refused(response.status, answer.problems)
  return answer as T
}
