/** What a telephone dials: "053-000-111 ต่อ 24" → "053000111" */
export const dialled = (phone: string): string => (phone.split(/[^\d+\s-]/)[0] ?? '').replace(/[\s-]/g, '')
