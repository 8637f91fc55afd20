/** A plain civic mark that stands in until an agency puts its own emblem here; no state arms are imitated. */
export function Emblem({ size = 44 }: { size?: number }) {
  return (
    <svg class="emblem" aria-hidden="true" width={size} height={size} viewBox="0 0 44 44">
      <circle cx="22" cy="22" r="22" fill="#0d2446" />
      <circle cx="22" cy="22" r="19.5" fill="none" stroke="#dcc180" />
      <g fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
        <path d="M22 9v3l-2.5 4h5L22 12" />
        <path d="M15 22l7-6 7 6M16.5 21v9M27.5 21v9" />
        <path d="M20 30v-4.5a2 2 0 0 1 4 0V30" />
      </g>
      <path d="M11.5 31.5h21M13 34h18" stroke="#dcc180" stroke-width="1.4" stroke-linecap="round" />
    </svg>
  )
}
