import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRequestsReadable } from '@/readableRequests'

let server: Server

beforeAll(async () => {
  makeRequestsReadable()
  server = createServer(({ method, url }, response) => response.end(`${method} ${url}`))
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
])('%s comes to the server as %s, which can be read', async (sent, read) => {
  expect(await answerTo(sent)).toBe(read)
})

async function answerTo(line: string): Promise<string> {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.end(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  let answer = ''
  for await (const part of socket) answer += part
  return answer.split('\r\n\r\n')[1]?.replace(/^[0-9a-f]+\r\n|\r\n.*$/gs, '') ?? ''
}
