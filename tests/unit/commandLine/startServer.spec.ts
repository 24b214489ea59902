import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '@/database/freePort'
import { startServer } from '@/scripts/production'

const others: Server[] = []

afterEach(() => {
  for (const other of others.splice(0)) other.close()
})

/** Another program's server, which answers as healthy. */
async function startOther(port: number): Promise<number> {
  const other = createServer((_, response) => response.end('{"ok":true}')).listen(port, '127.0.0.1')
  others.push(other)
  await once(other, 'listening')
  const { port: taken } = other.address() as AddressInfo
  return taken
}

/** Behaves as Next does: says where it listens, and exits if it cannot listen. */
const serverOn = (port: number) => ({
  command: process.execPath,
  args: [
    '-e',
    `setTimeout(() => require('http').createServer((_, response) => response.end('ours')).listen(${port}, '127.0.0.1', () => console.log(' ✓ Ready in 0ms')), 300)`,
  ],
})

test('a server starts if the port is free, and answers itself', async () => {
  const port = await freePort()
  const server = await startServer({ port, env: process.env, server: serverOn(port) })
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('ours')
  await server.stop()
})

test("a port that another program uses is named, and the other program's answers do not count", async () => {
  const port = await startOther(0)
  await expect(startServer({ port, env: process.env, server: serverOn(port) })).rejects.toThrow(
    `Port ${port} is taken by another program`,
  )
})

test('the same is true if the other program takes the port while the server starts', async () => {
  const port = await freePort()
  const started = startServer({
    port,
    env: process.env,
    server: serverOn(port),
    onProgress: () => void startOther(port),
  })
  await expect(started).rejects.toThrow(/did not start: it ended with 1.*EADDRINUSE/s)
})
