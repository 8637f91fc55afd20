/** A person at ThaID's page: a browser of their own, which keeps cookies and presses. */
export type AtThaid = { persona?: string; answer?: 'allow' | 'refuse' }

/** From the address that a browser is sent to, to the address that ThaID sends it back to. */
export async function atThaid(
  url: string,
  { persona = 'kamon', answer = 'allow' }: AtThaid = {},
): Promise<URL> {
  const cookies = new Map<string, string>()
  const ask = async (address: string, init: RequestInit = {}): Promise<string> => {
    const cookie = [...cookies].map((each) => each.join('=')).join('; ')
    const response = await fetch(address, { redirect: 'manual', ...init, headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    if (response.status >= 400) throw new Error(`ThaID answered ${response.status}: ${await response.text()}`)
    return new URL(response.headers.get('location') ?? address, address).href
  }
  const login = await ask(url)
  const body = new URLSearchParams({ persona, answer })
  return new URL(await ask(await ask(login, { method: 'POST', body })))
}

/** What ThaID puts into the address on the way back. */
export function returnedIn(back: URL): { code?: string; error?: string; iss?: string } {
  const { code, error, iss } = Object.fromEntries(back.searchParams)
  return { code, error, iss }
}
