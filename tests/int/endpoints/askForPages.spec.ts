import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { askForPage } from '@/endpoints/links/askForPage'
import { askForPages } from '@/endpoints/links/askForPages'
import { type Network, publicNetwork } from '@/endpoints/links/network'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A site of this machine, and the requests that it gets. */
async function site(answer: RequestListener, host = '127.0.0.1') {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return { asked, port, url: `http://${host}:${port}` }
}

const status = (code: number) => site((_, response) => response.writeHead(code).end('x'))
const to = (location: string, headers: Record<string, string> = {}) =>
  site((_, response) => response.writeHead(302, { ...headers, location }).end())

/** In tests alone: this machine may be asked. */
const here: Network = { addressesOf: async (host) => [host], mayAsk: ({ ip }) => ip.startsWith('127.') }
const ask = (page: string, network = here, time?: number) =>
  askForPage({ page, network, ...(time === undefined ? {} : { time }) })

describe('a page that is asked for', () => {
  test.each([
    [200, 'there'],
    [204, 'there'],
    [401, 'there'],
    [403, 'there'],
    [429, 'there'],
    [404, 'gone'],
    [410, 'gone'],
    [500, 'silent'],
    [503, 'silent'],
  ])('with the status %i is %s', async (code, is) => {
    expect(await ask((await status(code)).url)).toBe(is)
  })

  test('is asked for without anything that tells who asks, and without cookies after it is sent on', async () => {
    const end = await status(200)
    const start = await to(`${end.url}/new?a=1#b`, { 'set-cookie': 'a=1' })
    expect(await ask(`${start.url}/old`)).toBe('there')
    expect(start.asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /old'])
    expect(end.asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /new?a=1'])
    for (const { headers } of [...start.asked, ...end.asked])
      expect(Object.keys(headers).toSorted()).toEqual(['accept', 'connection', 'host', 'user-agent'])
  })

  test('is silent if its site sends on without end', async () => {
    const { asked, url } = await site((request, response) =>
      response.writeHead(301, { location: `${request.url}a` }).end(),
    )
    expect(await ask(`${url}/`)).toBe('silent')
    expect(asked).toHaveLength(6)
  })

  test('is silent if nobody listens, if the name is unknown, and if nothing comes in time', async () => {
    const { port } = await status(200)
    await new Promise((resolve) => servers.pop()?.close(resolve))
    expect(await ask(`http://127.0.0.1:${port}`)).toBe('silent')
    expect(await ask('http://nowhere.invalid', { ...here, addressesOf: async () => [] })).toBe('silent')
    const { url } = await site(() => {})
    expect(await ask(url, here, 200)).toBe('silent')
    expect(await ask(url, { ...here, addressesOf: () => new Promise(() => {}) }, 200)).toBe('silent')
  })

  test('is not read further than its beginning', async () => {
    let close = () => {}
    const isClosed = new Promise<void>((resolve) => {
      close = resolve
    })
    const { url } = await site((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(65_536)), 1)
      response.on('close', () => {
        clearInterval(timer)
        close()
      })
    })
    expect(await ask(url)).toBe('there')
    await isClosed
  })

  test('is silent if its headers are larger than those of any page', async () => {
    const { url } = await site((_, response) => response.writeHead(200, { a: 'x'.repeat(40_000) }).end())
    expect(await ask(url)).toBe('silent')
  })

  test('is unproven if its certificate is of an unknown authority', async () => {
    // Any server with a certificate of its own will do. That nobody says a word after it is an error to this one.
    const server = new SMTPServer({ secure: true }).on('error', () => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    expect(await ask(`https://127.0.0.1:${port}`)).toBe('unproven')
    await new Promise<void>((resolve) => server.close(resolve))
  })
})

describe('an address that may not be asked', () => {
  test.each([
    'http://127.0.0.1:PORT',
    'http://127.1:PORT',
    'http://0x7f.0.0.1:PORT',
    'http://2130706433:PORT',
    'http://0.0.0.0:PORT',
    'http://localhost:PORT',
    'http://localhost.:PORT',
    'http://[::1]:PORT',
    'http://[::]:PORT',
    'http://[::ffff:127.0.0.1]:PORT',
    'http://[::ffff:7f00:1]:PORT',
  ])('%s gets no request', async (address) => {
    const four = await status(200)
    expect(await ask(address.replace('PORT', String(four.port)), publicNetwork)).toBe('silent')
    expect(four.asked).toEqual([])
  })

  test('gets no request from a site that sends on to it', async () => {
    const hidden = await status(200)
    const network: Network = { ...here, mayAsk: ({ ip, port }) => ip === '127.0.0.1' && port !== hidden.port }
    for (const location of [
      hidden.url,
      `//127.0.0.1:${hidden.port}/a`,
      'file:///etc/passwd',
      'ftp://127.0.0.1/',
      'http://',
    ])
      expect(await ask((await to(location)).url, network)).toBe('silent')
    expect(hidden.asked).toEqual([])
  })

  test('gets no request if it is one of several addresses of a name', async () => {
    const { asked, port } = await status(200)
    const network: Network = { ...here, addressesOf: async () => ['127.0.0.1', '10.0.0.1'] }
    expect(await ask(`http://two.example:${port}`, network)).toBe('silent')
    expect(asked).toEqual([])
  })

  test('gets no request if a name is another one a moment later: it is resolved once', async () => {
    const open = await status(200)
    const said: string[] = []
    const network: Network = {
      addressesOf: async (host) => [said.push(host) === 1 ? '127.0.0.1' : '10.0.0.1'],
      mayAsk: ({ ip }) => ip === '127.0.0.1',
    }
    expect(await ask(`http://changes.example:${open.port}/`, network)).toBe('there')
    expect(said).toEqual(['changes.example'])
    expect(open.asked.map(({ headers }) => headers.host)).toEqual([`changes.example:${open.port}`])
    expect(await ask(`http://changes.example:${open.port}/`, network)).toBe('silent')
    expect(open.asked).toHaveLength(1)
  })

  test('gets no request with a name and a password', async () => {
    const { asked, port } = await status(200)
    expect(await ask(`http://a:b@127.0.0.1:${port}`)).toBe('silent')
    expect(asked).toEqual([])
  })
})

describe('many pages', () => {
  test('are asked for one at a time of each site, and several sites at once', async () => {
    const now = { first: 0, second: 0 }
    const most = { first: 0, second: 0, both: 0 }
    const counting = (name: 'first' | 'second', host: string) =>
      site((_, response) => {
        now[name] += 1
        most[name] = Math.max(most[name], now[name])
        most.both = Math.max(most.both, now.first + now.second)
        setTimeout(() => {
          now[name] -= 1
          response.writeHead(200).end()
        }, 30)
      }, host)
    const [first, second] = [await counting('first', '127.0.0.1'), await counting('second', '127.0.0.2')]
    const pages = [0, 1, 2, 3].flatMap((n) => [`${first.url}/${n}`, `${second.url}/${n}`])
    const told = new Map<string, string>()
    await askForPages({ pages, network: here, tell: (page, answer) => told.set(page, answer) })
    expect([...told.keys()].toSorted()).toEqual(pages.toSorted())
    expect(most).toEqual({ first: 1, second: 1, both: 2 })
  })

  test('are asked for up to the bounds of number and time', async () => {
    const { asked, url } = await status(200)
    const pages = Array.from({ length: 10 }, (_, n) => `${url}/${n}`)
    const told: string[] = []
    const tell = (page: string) => told.push(page)
    await askForPages({ pages, network: here, tell, bounds: { pages: 3, sites: 2, time: 20_000 } })
    expect(told).toEqual(pages.slice(0, 3))
    await askForPages({ pages, network: here, tell, bounds: { pages: 3, sites: 2, time: -1 } })
    expect(asked).toHaveLength(3)
  })
})
