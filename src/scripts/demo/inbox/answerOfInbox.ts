import type { IncomingMessage } from 'node:http'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { languageAsked } from '@/access/languageOf'
import { isLanguage } from '@/domain/language'
import { InboxPage } from './InboxPage'
import type { InboxMail } from './inboxMail'

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>
type Answer = { status: number; headers: Record<string, string>; body: string }

/**
 * The list of mails at `/`, one of them at `/mail/NUMBER`; with `?lang=` in that language, otherwise in the browser's. Only for the
 * names of this machine: a foreign name that leads here (DNS rebinding) could read the links in the mails.
 */
export function answerOfInbox({
  request: { method, url = '/', headers },
  port,
  mails,
}: {
  request: Asked
  port: number
  mails: readonly InboxMail[]
}): Answer {
  if (![`localhost:${port}`, `127.0.0.1:${port}`].includes(headers.host ?? '')) return plain(403)
  if (method !== 'GET' && method !== 'HEAD') return plain(405)
  if (!URL.canParse(url, 'http://localhost')) return plain(404)
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const wanted = searchParams.get('lang')
  const accepted = languageAsked(new Headers({ 'accept-language': headers['accept-language'] ?? '' }))
  const language = isLanguage(wanted) ? wanted : (accepted ?? 'en')
  const number = /^\/mail\/(\d{1,9})$/.exec(pathname)?.[1]
  if (pathname !== '/' && number === undefined) return plain(404)
  const shown = number === undefined ? null : (mails.find((mail) => mail.number === Number(number)) ?? 'gone')
  const page = renderToStaticMarkup(createElement(InboxPage, { mails, shown, language, pathname }))
  return {
    status: shown === 'gone' ? 404 : 200,
    headers: { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!doctype html>\n${page}\n`,
  }
}

/** Nothing in a mail is run or loaded, whatever it contains. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

function plain(status: number): Answer {
  return { status, headers: { ...HEADERS, 'Content-Type': 'text/plain' }, body: `${status}\n` }
}
