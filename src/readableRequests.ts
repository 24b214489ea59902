import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

/**
 * Next answers two kinds of requests with an error of the server before any code of ours sees them: an address with half
 * a sign in it (`/%ff`), and TRACE, which the web's Request does not know. From now on the first is read as it is written,
 * so that it is an address where nothing is, and the second is a method that nothing answers to. Call it once.
 */
export function makeRequestsReadable(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = Object(message)
    if (!(request instanceof IncomingMessage)) return
    if (request.method === 'TRACE') request.method = 'PROPFIND'
    if (request.url && !isReadable(request.url)) request.url = asWritten(request.url)
  })
}

function isReadable(address: string): boolean {
  try {
    decodeURIComponent(pathOf(address))
    return true
  } catch {
    return false
  }
}

/** Each sign that begins an escape stands for itself; what is asked behind the question mark is read elsewhere. */
function asWritten(address: string): string {
  const path = pathOf(address)
  return path.replaceAll('%', '%25') + address.slice(path.length)
}

function pathOf(address: string): string {
  return address.split('?', 1)[0] ?? ''
}
