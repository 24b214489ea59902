import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { Ground } from '@/scripts/attack/ground'
import { poisonedPages } from '@/scripts/attack/poisonedPages'
import { randomFrom } from '@/scripts/random'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A site of two pages that adds something to its answers. */
async function site(says: (request: IncomingMessage) => string): Promise<string> {
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    response.statusCode = path === '/' || path === '/a' ? 200 : 404
    response.end(`<a href="/a">A page</a> ${path}${says(request)}`)
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

const plain = () => ''

async function attack(says: (request: IncomingMessage) => string) {
  const ground = {
    url: await site(says),
    forgetfulUrl: await site(plain),
    visitor: () => ({ name: 'Coordinator', email: '', cookie: 'toolkit-token=c' }),
  } as unknown as Ground
  return poisonedPages(ground, { short: true, random: randomFrom(1) })
}

describe('the attack on cached pages', () => {
  test('finds nothing if every request for an address gets the same page', async () => {
    const { tried, broken } = await attack(plain)
    expect(tried).toBeGreaterThan(400)
    expect(broken).toEqual([])
  })

  test('reports that the content of a request appears on its page', async () => {
    const { broken } = await attack((request) => String(request.headers['x-forwarded-host'] ?? ''))
    expect(broken).toContain('/a with another host, as a proxy says it says what was sent')
  })

  test('reports that one request changes the page that the next one gets', async () => {
    let kept = ''
    const { broken } = await attack((request) => {
      const before = kept
      if (request.url?.includes('c=1&c=2')) kept = 'ticked'
      return before
    })
    expect(broken.some((one) => one.endsWith('is another page after it was asked for with ticks'))).toBe(true)
  })

  test('reports that requests for missing addresses change a page', async () => {
    let asked = 0
    const { broken } = await attack((request) => {
      if (request.url?.startsWith('/no-')) asked += 1
      return asked > 90 ? ' pushed out' : ''
    })
    expect(broken.some((one) => one.startsWith('After addresses at which nothing is, /'))).toBe(true)
  })
})
