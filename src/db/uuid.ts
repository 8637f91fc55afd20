const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Ids come from addresses that people may change: what is no UUID is simply not found. */
export const isUuid = (text: string): boolean => UUID.test(text)
