import { LOOK_COOKIE } from '@/accounts/cookieNames'

/** Light or dark. */
export type Look = 'light' | 'dark'

/** Is this a look? Everything else, also a missing value, stands for that of the browser. */
export function isLook(value: string | undefined): value is Look {
  return value === 'light' || value === 'dark'
}

/**
 * Keeps in this browser the look that somebody chose, and shows it; `auto` is that of the browser. Pages are made with
 * it (`PageDocument`).
 */
export function keepLook(value: Look | 'auto'): void {
  showLook(value)
  const seconds = isLook(value) ? A_YEAR_SECONDS : 0
  // biome-ignore lint/suspicious/noDocumentCookie: the alternative exists in few browsers.
  document.cookie = `${LOOK_COOKIE}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax`
}

/** Shows a look; `auto` is that of the browser. */
export function showLook(value: Look | 'auto'): void {
  const isDark = isLook(value) ? value === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

const A_YEAR_SECONDS = 365 * 24 * 60 * 60
