import type { PdfKit } from './pdfkit.ts'

/**
 * The signature's place, written together with the document (ISO 32000-1, 12.8): the byte range and the signature
 * itself are filled in later without moving a byte. No appearance: the strip on the page is what people read.
 */

/** Enough for a chain of four certificates and a time stamp. */
const RESERVED_BYTES = 12_288
const UNKNOWN = 9_999_999_999
/** What stands before the byte range, exactly once in a document that is ready to be signed. */
export const SLOT_MARK = '/SubFilter /ETSI.CAdES.detached\n/ByteRange ['
export const EMPTY_BYTE_RANGE = `0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}`

const PRINT = 4
const LOCKED = 128
const SIGNATURES_EXIST = 1
const APPEND_ONLY = 2

/** Call while the page that carries the field is open. */
export function reserveSignature(pdf: PdfKit, by: { name: string; at: Date; label: string }): void {
  const value = pdf.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    Contents: Buffer.alloc(RESERVED_BYTES),
    // the claimed time stands here alone: the baseline profile has no signing-time attribute (EN 319 142-1)
    M: by.at,
    Name: text(by.name),
  })
  const field = pdf.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: text('Signature'),
    TU: text(by.label),
    F: PRINT | LOCKED,
    Rect: [0, 0, 0, 0],
    V: value,
    P: pdf.page.dictionary,
  })
  const form = pdf.ref({ Fields: [field], SigFlags: SIGNATURES_EXIST | APPEND_ONLY })
  pdf.page.annotations.push(field)
  pdf._root.data.AcroForm = form
  // pdfkit would look for the fonts of its own forms here
  pdf.endAcroForm = () => {}
  for (const part of [value, field, form]) part.end()
}

/** NOTE: pdfkit writes a primitive string as a name and a String object as a text. */
const text = (value: string): object => new String(value)
