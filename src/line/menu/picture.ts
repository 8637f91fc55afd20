import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const fileOf = (specifier: string) => fileURLToPath(import.meta.resolve(specifier))
let ready: Promise<Uint8Array> | undefined

/** The renderer, started once, and the one font of the pictures: the machine's own fonts are never asked. */
function prepare(): Promise<Uint8Array> {
  ready ??= (async () => {
    await initWasm(readFile(fileOf('@resvg/resvg-wasm/index_bg.wasm')))
    return readFile(fileOf('@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf'))
  })()
  return ready
}

/** SVG to PNG, in the SVG's own size. */
export async function pngOf(svg: string): Promise<Buffer> {
  const font = await prepare()
  const image = new Resvg(svg, { font: { fontBuffers: [font], defaultFontFamily: 'Sarabun' } })
  const png = Buffer.from(image.render().asPng())
  image.free()
  return png
}
