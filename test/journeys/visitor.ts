import { setTimeout as sleep } from 'node:timers/promises'
import type { Stage } from './stage.ts'

type Fields = Record<string, string | string[]>

/** A person at the product's pages without a browser: cookies, plain forms, and patience when nobody answers. */
export class Visitor {
  private cookie = ''
  private readonly stage: Stage
  private readonly persona: string

  constructor(stage: Stage, persona: string) {
    this.stage = stage
    this.persona = persona
  }

  /** LIFF hands the page an ID token; the page exchanges it for a session. */
  async signIn(): Promise<void> {
    const link = this.stage.simulator.env
    const src = await this.stage.simulator.openLiff(this.persona, `${link.LIFF_BASE_URL}/${link.LIFF_ID}/l`)
    const idToken = new URLSearchParams(new URL(src).hash.slice(1)).get('id_token') ?? ''
    await this.insist(() => this.send('POST', '/session', JSON.stringify({ idToken }), 'application/json'))
  }

  async get(path: string): Promise<{ url: string; html: string }> {
    const response = await this.insist(() => this.send('GET', path))
    return { url: response.headers.get('location') ?? path, html: await response.text() }
  }

  /** Sends a form until it is answered: a person presses again when the page did not come. */
  async post(path: string, fields: Fields = {}): Promise<string> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, each)
    const response = await this.insist(() =>
      this.send('POST', path, body.toString(), 'application/x-www-form-urlencoded'),
    )
    if (response.status >= 400) throw new Error(`${path} answered ${response.status}`)
    return response.headers.get('location') ?? path
  }

  async putAnswers(applicationId: string, answers: object): Promise<void> {
    await this.insist(() =>
      this.send('PUT', `/l/apply/${applicationId}/answers`, JSON.stringify({ answers }), 'application/json'),
    )
  }

  async upload(applicationId: string, fieldId: string, bytes: Buffer): Promise<void> {
    await this.insist(() => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `${fieldId}.png`)
      return this.send('POST', `/l/apply/${applicationId}/files/${fieldId}`, form)
    })
  }

  /** The photos of card and face that prove who this is. */
  async sendPhotos(applicationId: string, card: Buffer, selfie: Buffer): Promise<void> {
    await this.insist(() => {
      const form = new FormData()
      for (const [name, bytes] of Object.entries({ card, selfie }))
        form.append(name, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `${name}.png`)
      return this.send('POST', `/l/apply/${applicationId}/identity/photos`, form)
    })
  }

  private async send(
    method: string,
    path: string,
    body?: string | FormData,
    type?: string,
  ): Promise<Response> {
    const headers: Record<string, string> = {
      cookie: this.cookie,
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
    }
    if (type) headers['content-type'] = type
    const response = await fetch(this.stage.baseUrl + path, { method, headers, body, redirect: 'manual' })
    const given = response.headers.getSetCookie().find((each) => each.startsWith('anuyat_session='))
    if (given) this.cookie = given.split(';')[0] ?? ''
    return response
  }

  /** Again and again while nobody listens, or the answer broke off. */
  private async insist(ask: () => Promise<Response>): Promise<Response> {
    for (let tries = 0; tries < 200; tries++) {
      const response = await ask().catch(() => undefined)
      if (response && response.status < 500) return response
      await sleep(150)
    }
    throw new Error('nobody answered')
  }
}
