/** The account's picture: a pavilion, which no agency in particular owns. */
export function BotAvatar({ size = 34 }: { size?: number }) {
  return (
    <svg class="bot-avatar" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="23" fill="#12305c" />
      <circle cx="24" cy="24" r="19.5" fill="none" stroke="#dcc180" stroke-width="1.2" />
      <path
        d="M24 9.5 27 15h-6zM18 34V22l6-5 6 5v12M13.5 34h21M15.5 34v-8l-2 1.2M32.5 34v-8l2 1.2M24 34v-7"
        fill="none"
        stroke="#f3e3b5"
        stroke-width="1.7"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <path d="M13 37.5h22" stroke="#dcc180" stroke-width="1.6" stroke-linecap="round" />
    </svg>
  )
}
