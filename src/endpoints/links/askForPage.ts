import { type IncomingMessage, request as requestOf } from 'node:http'
import { request as secureRequestOf } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { LinkAnswer } from '@/domain/check/answers'
import type { Network } from './network'

/** How many times a site may send on, and how long all of it may take, in milliseconds. */
const BOUNDS = { redirects: 5, time: 10_000 }

/**
 * Asks for a page as a visitor without a session would, and reads no more than the beginning of the answer. Each address to which a site
 * sends on is checked like the first one. A name is resolved once, and the connection goes to the addresses that were checked: a name
 * server that says something else a moment later changes nothing. What may not be asked is `silent` too, so that nobody learns by it
 * which names a private network has.
 */
export async function askForPage({
  page,
  network,
  time = BOUNDS.time,
}: {
  page: string
  network: Network
  time?: number
}): Promise<LinkAnswer> {
  const signal = AbortSignal.timeout(time)
  let at = new URL(page)
  for (let sent = 0; sent <= BOUNDS.redirects; sent++) {
    const reply = await replyFrom({ at, network, signal })
    if (typeof reply === 'string') return reply
    if (reply.status < 300 || reply.status > 399 || reply.location === undefined) return answerOf(reply.status)
    if (!URL.canParse(reply.location, at)) return 'silent'
    at = new URL(reply.location, at)
  }
  return 'silent'
}

type Reply = { status: number; location: string | undefined }
type Asked = { at: URL; network: Network; signal: AbortSignal }

async function replyFrom({ at, network, signal }: Asked): Promise<Reply | 'silent' | 'unproven'> {
  if (!isOfWeb(at)) return 'silent'
  const ips = await Promise.race([network.addressesOf(hostOf(at)), emptyAfter(signal)])
  const port = at.port === '' ? (at.protocol === 'https:' ? 443 : 80) : Number(at.port)
  if (ips.length === 0 || !ips.every((ip) => network.mayAsk({ ip, port }))) return 'silent'
  return new Promise((resolve) => {
    const request = (at.protocol === 'https:' ? secureRequestOf : requestOf)(at, {
      // A connection of its own, which nothing else uses: only for a new one is `lookup` asked.
      agent: false,
      headers: { accept: 'text/html,*/*;q=0.8', 'user-agent': 'Mozilla/5.0 (compatible; Toolkit link check)' },
      lookup: alwaysTo(ips),
      signal,
    })
    request.on('response', (response) => resolve(beginningOf(response)))
    request.on('error', (error) => resolve(isOfCertificate(error) ? 'unproven' : 'silent'))
    request.on('close', () => resolve('silent'))
    request.end()
  })
}

/** The name and password in an address are never sent. */
function isOfWeb({ password, protocol, username }: URL): boolean {
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function emptyAfter(signal: AbortSignal): Promise<string[]> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve([])
    else signal.addEventListener('abort', () => resolve([]), { once: true })
  })
}

/** Gives the addresses that were checked, whatever name is asked. */
function alwaysTo(ips: readonly string[]): LookupFunction {
  const known = ips.map((address) => ({ address, family: isIP(address) }))
  return (_host, { all }, done) => {
    const [first] = known
    if (all || !first) done(null, known)
    else done(null, first.address, first.family)
  }
}

function beginningOf(response: IncomingMessage): Reply {
  const { headers, statusCode } = response
  response.destroy()
  return { status: statusCode ?? 0, location: headers.location }
}

/** A site that lets nobody in, or only browsers, has answered. */
function answerOf(status: number): LinkAnswer {
  if (status === 404 || status === 410) return 'gone'
  return status >= 500 ? 'silent' : 'there'
}

/** The codes of OpenSSL and of Node for certificates that are out of date, of another site, or of an unknown authority. */
function isOfCertificate(error: Error): boolean {
  return 'code' in error && /^(?:CERT_|DEPTH_ZERO_|ERR_TLS_CERT_|SELF_SIGNED_|UNABLE_TO_)/.test(String(error.code))
}
