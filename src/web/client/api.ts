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

/** One request with JSON both ways. An expired session is renewed without a word, and the request sent again. */
export async function send<T>(method: string, url: string, body?: unknown): Promise<T> {
  const ask = () =>
    fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      keepalive: method === 'PUT',
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
