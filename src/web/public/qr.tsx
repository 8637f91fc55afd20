/** A QR code as one path; its squares are computed on the server. */
export type QrDrawing = { size: number; path: string }

const QUIET_ZONE = 2

export function Qr({ drawing, label }: { drawing: QrDrawing; label: string }) {
  const side = drawing.size + QUIET_ZONE * 2
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <path d={drawing.path} fill="#0d2446" />
    </svg>
  )
}
