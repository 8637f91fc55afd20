/** Who signs, as printed on the document. `test`: the certificate proves nothing in law, and the document says so. */
export type SignerIdentity = { commonName: string; serial: string; issuer: string; test: boolean }
