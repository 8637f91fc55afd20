import { inflateSync } from 'node:zlib'

/** A second, plain reader of what we write: objects by number, streams inflated, text through ToUnicode. */
export type PdfObject = { id: number; dictionary: string; stream?: Buffer }
export type PdfPage = { text: string; content: string }
export type ReadPdf = {
  source: string
  objects: PdfObject[]
  catalog: string
  pages: PdfPage[]
  text: string
  object(reference: string | undefined): PdfObject
}

export function readPdf(bytes: Buffer): ReadPdf {
  const source = bytes.toString('latin1')
  const objects = Array.from(source.matchAll(/^(\d+) 0 obj\n/gm), (match) =>
    readObject(bytes, source, Number(match[1]), match.index + match[0].length),
  )
  const byId = new Map(objects.map((object) => [object.id, object]))
  const object = (reference: string | undefined): PdfObject => {
    const found = byId.get(Number(/(\d+) 0 R/.exec(reference ?? '')?.[1]))
    if (!found) throw new Error(`There is no object ${reference}`)
    return found
  }
  const pages = objects
    .filter(({ dictionary }) => /\/Type \/Page\n/.test(dictionary))
    .map(({ dictionary }) => readPage(dictionary, object))
  return {
    source,
    objects,
    catalog: objects.find(({ dictionary }) => /\/Type \/Catalog\n/.test(dictionary))?.dictionary ?? '',
    pages,
    text: pages.map((page) => page.text).join('\n'),
    object,
  }
}

function readObject(bytes: Buffer, source: string, id: number, start: number): PdfObject {
  const end = source.indexOf('\nendobj', start)
  const streamAt = source.slice(start, end).search(/\nstream\n/)
  if (streamAt < 0) return { id, dictionary: source.slice(start, end) }
  const dictionary = source.slice(start, start + streamAt)
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
  const from = start + streamAt + '\nstream\n'.length
  const raw = bytes.subarray(from, from + length)
  return { id, dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw }
}

const referenceTo = (key: string, dictionary: string): string | undefined =>
  new RegExp(`/${key} \\[?(\\d+ 0 R)`).exec(dictionary)?.[1]

function readPage(dictionary: string, object: ReadPdf['object']): PdfPage {
  const resources = object(referenceTo('Resources', dictionary)).dictionary
  const fonts = Object.fromEntries(
    ['F1', 'F2'].map((name) => [name, readFontMap(object(referenceTo(name, resources)), object)]),
  )
  const content = object(referenceTo('Contents', dictionary)).stream?.toString('latin1') ?? ''
  const texts = Array.from(content.matchAll(/\/(F\d) [\d.]+ Tf(.*?)ET/gs), ([, font = '', shown = '']) =>
    Array.from(shown.matchAll(/<([0-9a-f]+)>/g), ([, codes = '']) =>
      decode(codes, fonts[font] ?? new Map()),
    ).join(''),
  )
  return { text: texts.join('\n'), content }
}

export type FontMap = Map<string, string>

export function readFontMap(font: PdfObject, object: ReadPdf['object']): FontMap {
  const map = object(referenceTo('ToUnicode', font.dictionary)).stream?.toString('latin1') ?? ''
  return new Map(
    Array.from(map.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm), ([, code = '', text = '']) => [
      code,
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

const decode = (codes: string, map: FontMap): string =>
  (codes.match(/.{4}/g) ?? []).map((code) => map.get(code) ?? '�').join('')

/** For comparing: lines break where they like. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '')
