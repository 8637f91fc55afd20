/** Every icon we draw, from Lucide (ISC). The build keeps only what stands inside each `<svg>`. */
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import badgeCheck from 'lucide-static/icons/badge-check.svg?raw'
import ban from 'lucide-static/icons/ban.svg?raw'
import banknote from 'lucide-static/icons/banknote.svg?raw'
import bell from 'lucide-static/icons/bell.svg?raw'
import bookOpen from 'lucide-static/icons/book-open.svg?raw'
import building2 from 'lucide-static/icons/building-2.svg?raw'
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import circle from 'lucide-static/icons/circle.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import circleDot from 'lucide-static/icons/circle-dot.svg?raw'
import circleMinus from 'lucide-static/icons/circle-minus.svg?raw'
import circlePause from 'lucide-static/icons/circle-pause.svg?raw'
import circleX from 'lucide-static/icons/circle-x.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import copy from 'lucide-static/icons/copy.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import externalLink from 'lucide-static/icons/external-link.svg?raw'
import eyeOff from 'lucide-static/icons/eye-off.svg?raw'
import fileBadge from 'lucide-static/icons/file-badge.svg?raw'
import fileCheck from 'lucide-static/icons/file-check.svg?raw'
import filePen from 'lucide-static/icons/file-pen.svg?raw'
import filePlus from 'lucide-static/icons/file-plus.svg?raw'
import fileSearch from 'lucide-static/icons/file-search.svg?raw'
import files from 'lucide-static/icons/files.svg?raw'
import headset from 'lucide-static/icons/headset.svg?raw'
import history from 'lucide-static/icons/history.svg?raw'
import image from 'lucide-static/icons/image.svg?raw'
import inbox from 'lucide-static/icons/inbox.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import languages from 'lucide-static/icons/languages.svg?raw'
import logIn from 'lucide-static/icons/log-in.svg?raw'
import mapPin from 'lucide-static/icons/map-pin.svg?raw'
import messagesSquare from 'lucide-static/icons/messages-square.svg?raw'
import pause from 'lucide-static/icons/pause.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import qrCode from 'lucide-static/icons/qr-code.svg?raw'
import receiptText from 'lucide-static/icons/receipt-text.svg?raw'
import scale from 'lucide-static/icons/scale.svg?raw'
import scanLine from 'lucide-static/icons/scan-line.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import send from 'lucide-static/icons/send.svg?raw'
import shieldCheck from 'lucide-static/icons/shield-check.svg?raw'
import timerReset from 'lucide-static/icons/timer-reset.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import undo2 from 'lucide-static/icons/undo-2.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import userCheck from 'lucide-static/icons/user-check.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import wallet from 'lucide-static/icons/wallet.svg?raw'
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw'
import x from 'lucide-static/icons/x.svg?raw'
import { LIVE_ICONS } from './live-icons.ts'

export const ICONS = {
  ...LIVE_ICONS,
  'arrow-left': arrowLeft,
  'badge-check': badgeCheck,
  ban,
  banknote,
  bell,
  'book-open': bookOpen,
  'building-2': building2,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  circle,
  'circle-check': circleCheck,
  'circle-dot': circleDot,
  'circle-minus': circleMinus,
  'circle-pause': circlePause,
  'circle-x': circleX,
  clock,
  copy,
  download,
  'external-link': externalLink,
  'eye-off': eyeOff,
  'file-badge': fileBadge,
  'file-check': fileCheck,
  'file-pen': filePen,
  'file-plus': filePlus,
  'file-search': fileSearch,
  files,
  headset,
  history,
  image,
  inbox,
  landmark,
  languages,
  'log-in': logIn,
  'map-pin': mapPin,
  'messages-square': messagesSquare,
  pause,
  pencil,
  phone,
  printer,
  'qr-code': qrCode,
  'receipt-text': receiptText,
  scale,
  'scan-line': scanLine,
  search,
  send,
  'shield-check': shieldCheck,
  'timer-reset': timerReset,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  'user-check': userCheck,
  user,
  users,
  wallet,
  'wifi-off': wifiOff,
  x,
} as const
export type IconName = keyof typeof ICONS
