import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRequestsReadable } from '@/readableRequests'

let server: Server

beforeAll(async () => {
  makeRequestsReadable()
  server = createServer({ maxHeaderSize: 64 * 1024 }, ({ method, url, headers }, response) =>
    response.end(`${method} ${url} ${headers.cookie ?? headers['next-router-state-tree'] ?? ''}`.trim()),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
})

afterAll(() => server.close())

test.each([
  ['GET /a%20b?c=%ff', 'GET /a%20b?c=%ff'],
  ['GET /%C3%A9', 'GET /%C3%A9'],
  ['GET /%ff', 'GET /%25ff'],
  ['GET /a%20b/%?c=%20', 'GET /a%2520b/%25?c=%20'],
  ['POST /api/%E0%A4%A', 'POST /api/%25E0%25A4%25A'],
  ['TRACE /api/users', 'PROPFIND /api/users'],
  ['GET *', 'GET /*'],
  ['OPTIONS *', 'OPTIONS /*'],
])('%s reaches the server as %s, which can be read', async (sent, read) => {
  expect(await answerTo(sent)).toBe(read)
})

test.each(['/', '/api/users', '/admin/login', '/assets/x', '/_next/static/x', '/%ff', 'http://localhost/'])(
  'an address with a query that is too long reaches the address that refuses it, whatever is at %s',
  async (path) => {
    const refused = 'GET /api/address-too-long'
    expect(await answerTo(`GET ${path}?${'c&'.repeat(7_800)}`)).toBe(refused)
    expect(await answerTo(`GET ${path}?${parameters(301)}`)).toBe(refused)
    expect(await answerTo(`GET ${path}?c=${'x'.repeat(13_000)}`)).toBe(refused)
  },
)

test('a checklist with every box ticked and a list with every possible filter are accepted', async () => {
  const ticks = `/ie/en/special-needs/section?${Array.from({ length: 300 }, (_, at) => `c=${at + 1}`).join('&')}`
  expect(await answerTo(`GET ${ticks}`)).toBe(`GET ${ticks}`)
  const conditions = Array.from(
    { length: 100 },
    (_, at) =>
      `where%5Bor%5D%5B0%5D%5Band%5D%5B${at}%5D%5BcreatedAt%5D%5Bgreater_than_equal%5D=2026-01-01T00%3A00%3A00.000Z`,
  )
  const list = `/admin/collections/users?limit=100&page=1&sort=-updatedAt&${conditions.join('&')}`
  expect(await answerTo(`GET ${list}`)).toBe(`GET ${list}`)
})

test('a request with too many cookies is refused, and one with some dozens is forwarded unchanged', async () => {
  expect(await answerTo('GET /ie', `Cookie: ${cookies(151)}\r\n`)).toBe('GET /api/too-many-cookies')
  expect(await answerTo('GET /ie', `Cookie: ${';'.repeat(8_000)}\r\n`)).toBe('GET /api/too-many-cookies')
  expect(await answerTo('GET /ie', `Cookie: ${cookies(150)}\r\n`)).toBe(`GET /ie ${cookies(150)}`)
})

const SCREEN =
  '["",{"children":["(screens)",{"children":["admin",{"children":["version",{"children":[["variant","6b0e6c36b1e213fe614a2b0b","d",null],{"children":["__PAGE__",{}]}]}]}]}]},null,"refetch"]'

test.each([encodeURIComponent(SCREEN), SCREEN])(
  'what a page says that it shows already is forwarded unchanged: %s',
  async (shown) => {
    expect(await answerTo('GET /admin', `Next-Router-State-Tree: ${shown}\r\n`)).toBe(`GET /admin ${shown}`)
  },
)

test.each([
  'x',
  '%',
  '{}',
  '[]',
  '["",{"children":["admin"]}]',
  '["",{},null,"everything"]',
  '['.repeat(10_000),
  `["",{},null,null,0,"${'x'.repeat(40_000)}"]`,
  `${encodeURIComponent(SCREEN)}\r\nNext-Router-State-Tree: ${encodeURIComponent(SCREEN)}`,
])('a page that says it in a way that Next cannot read gets all of the next one (%#)', async (shown) => {
  expect(await answerTo('GET /admin', `Next-Router-State-Tree: ${shown}\r\n`)).toBe('GET /admin')
})

const cookies = (count: number) => Array.from({ length: count }, (_, at) => `c${at}=`).join('; ')

const parameters = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`).join('&')

async function answerTo(line: string, headers = ''): Promise<string> {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.end(`${line} HTTP/1.1\r\nHost: localhost\r\n${headers}Connection: close\r\n\r\n`)
  let answer = ''
  for await (const part of socket) answer += part
  return answer.split('\r\n\r\n')[1]?.replace(/^[0-9a-f]+\r\n|\r\n.*$/gs, '') ?? ''
}
