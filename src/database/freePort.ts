import { once } from 'node:events'
import { createServer } from 'node:net'

/** A free port on this machine: the wanted one if possible, else any. */
export async function freePort({ wanted, host }: { wanted?: number; host?: string } = {}): Promise<number> {
  const port = (wanted && (await tryPort({ port: wanted, host }))) || (await tryPort({ port: 0, host }))
  if (!port) throw new Error('No port is free')
  return port
}

async function tryPort({ port, host }: { port: number; host: string | undefined }): Promise<number | undefined> {
  const server = createServer()
  try {
    await once(server.listen({ port, host }), 'listening')
    const address = server.address()
    return address && typeof address === 'object' ? address.port : undefined
  } catch {
    return undefined
  } finally {
    server.close()
  }
}
