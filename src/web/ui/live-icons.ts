/** The icons of hydrated pages: a browser downloads every one of these, so only what is used there. */
import calendarClock from 'lucide-static/icons/calendar-clock.svg?raw'
import camera from 'lucide-static/icons/camera.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw'
import cloud from 'lucide-static/icons/cloud.svg?raw'
import cloudCheck from 'lucide-static/icons/cloud-check.svg?raw'
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw'
import cloudUpload from 'lucide-static/icons/cloud-upload.svg?raw'
import fileText from 'lucide-static/icons/file-text.svg?raw'
import fileX from 'lucide-static/icons/file-x.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import messageCircle from 'lucide-static/icons/message-circle.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw'
import trash2 from 'lucide-static/icons/trash-2.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'

export const LIVE_ICONS = {
  'calendar-clock': calendarClock,
  camera,
  check,
  'circle-alert': circleAlert,
  cloud,
  'cloud-check': cloudCheck,
  'cloud-off': cloudOff,
  'cloud-upload': cloudUpload,
  'file-text': fileText,
  'file-x': fileX,
  info,
  'message-circle': messageCircle,
  plus,
  'refresh-cw': refreshCw,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  upload,
} as const
export type LiveIconName = keyof typeof LIVE_ICONS
