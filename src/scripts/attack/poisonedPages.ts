import { createHash, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { type Attack, inParallel, someOf, tally } from './attack'
import { crawl, differencesBetween } from './crawl'
import type { Ground } from './ground'

/**
 * Requests pages of the site in ways that must leave nothing behind: as another host, with words and cookies of its
 * own, with ticks, for unlimited unknown addresses. Afterwards everybody gets, byte for byte, the pages of a server
 * without a cache.
 */
export const poisonedPages: Attack = async (ground, { short, random }) => {
  const { note, result } = tally()
  const pages = short ? { atMost: 120 } : {}
  const made = await crawl((address) => openAt(ground.forgetfulUrl, address), pages)
  const addresses = [...made.keys()].filter((address) => !/^\/(assets|files)\//.test(address))
  // Each page is cached at the second request.
  for (const time of ['first', 'second'])
    for (const difference of differencesBetween(made, await crawl((address) => openAt(ground.url, address), pages)))
      note(false, `The ${time} time ${difference}`)

  // Decompressed, as a browser does: the server compresses what it sends.
  for (const address of someOf(addresses, 10, random)) {
    const response = await fetch(`${ground.url}${address}`)
    note(seen(response.status, await response.bytes()) === made.get(address), `${address} is another page to a browser`)
  }

  for (const address of someOf(addresses, short ? 12 : 100, random)) {
    const marker = `poison-${randomUUID()}`
    for (const { what, ...poison } of poisons({ ground, marker })) {
      const poisoned = await openAt(ground.url, withQuery(address, poison.query), poison)
      const text = new TextDecoder().decode(poisoned.bytes)
      note(!text.includes(marker), `${address} with ${what} says what was sent`)
      const { status, bytes } = await openAt(ground.url, address)
      note(seen(status, bytes) === made.get(address), `${address} is another page after it was asked for with ${what}`)
    }
  }

  // Far more than the cache has space for, if each of them used some.
  const nowhere = Array.from({ length: short ? 400 : 5_000 }, (_, at) => nowhereAt(at))
  await inParallel(nowhere, 10, async (address) => {
    const { status } = await openAt(ground.url, address)
    note(status === 404 || status === 410, `${address} answers ${status}`)
  })
  for (const difference of differencesBetween(made, await crawl((address) => openAt(ground.url, address), pages)))
    note(false, `After addresses at which nothing is, ${difference}`)
  return result()
}

/** In the form of a crawl. */
function seen(status: number, bytes: Uint8Array): string {
  return `${status} ${createHash('sha256').update(bytes).digest('hex')}`
}

type Poison = { what: string; headers?: Record<string, string>; query?: string; method?: string }

function poisons({ ground, marker }: { ground: Ground; marker: string }): Poison[] {
  const host = `${marker}.example`
  return [
    { what: 'another host', headers: { Host: host } },
    { what: 'another host, as a proxy says it', headers: { 'X-Forwarded-Host': host, 'X-Forwarded-Proto': marker } },
    { what: 'another host, as RFC 7239 has it', headers: { Forwarded: `host=${host};proto=https` } },
    { what: 'another address', headers: { 'X-Original-URL': `/${marker}`, 'X-Rewrite-URL': `/${marker}` } },
    {
      what: 'the cookie of a coordinator',
      headers: { Cookie: `${ground.visitor('Coordinator').cookie}; a=${marker}` },
    },
    { what: 'another language', headers: { 'Accept-Language': `el, ${marker}` } },
    {
      what: 'the headers of Next',
      headers: { RSC: '1', 'Next-Router-Prefetch': '1', 'X-Middleware-Subrequest': marker },
    },
    { what: 'a tag that is not its own', headers: { 'If-None-Match': `"${marker}", *` } },
    { what: 'a part of it', headers: { Range: 'bytes=0-9' } },
    { what: 'a coding that is none', headers: { 'Accept-Encoding': `${marker}, gzip;q=0` } },
    { what: 'a question of its own', query: `x=${marker}&${marker}=1` },
    { what: 'ticks', query: `c=1&c=2&c=${marker}` },
    { what: 'a view', query: `view=${marker}` },
    { what: 'its headers alone', method: 'HEAD', query: `x=${marker}` },
  ]
}

function withQuery(address: string, query: string | undefined): string {
  return query ? `${address}${address.includes('?') ? '&' : '?'}${query}` : address
}

function nowhereAt(at: number): string {
  const of = [`/no-${at}`, `/ie/en/no-${at}`, `/ie/en/special-needs/no-${at}`, `/ie/en/special-needs/v/${at}.7`]
  return of[at % of.length] ?? '/'
}

type Opened = { status: number; bytes: Uint8Array }

/** With Node's own client, because `fetch` only sends the host of the address. */
function openAt(url: string, address: string, { headers = {}, method = 'GET' }: Omit<Poison, 'what'> = {}) {
  return new Promise<Opened>((resolve, reject) => {
    const { hostname, port } = new URL(url)
    request({ hostname, port, path: address, method, headers }, (response) => {
      const parts: Uint8Array[] = []
      response.on('data', (part: Uint8Array) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(parts) }))
      response.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}
