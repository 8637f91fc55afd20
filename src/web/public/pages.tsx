export const PUBLIC_PAGES = {}
