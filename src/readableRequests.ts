import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { areTooMany, isTooLong, TOO_LONG, TOO_MANY_COOKIES } from './endpoints/addressLimit'

/**
 * Next answers some requests with a server error before any code of ours sees them: an address with an incomplete
 * escape (`/%ff`), one that is not a path (`*`), and TRACE, which the web's Request does not know. After this call the
 * first two are unknown addresses, and the third is a method that nothing answers. A request with a query so long that
 * Next would be busy with it for seconds, and with nothing else, reaches the address that refuses it; so does a request
 * with too many cookies, without them. A page that says in an unreadable way which parts of a screen it shows already gets
 * all of it. Call it once.
 */
export function makeRequestsReadable(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = Object(message)
    if (!(request instanceof IncomingMessage)) return
    if (request.method === 'TRACE') request.method = 'PROPFIND'
    const hasTooMany = areTooMany(request.headers.cookie ?? '')
    request.url = hasTooMany ? TOO_MANY_COOKIES : readable(request.url ?? '/')
    if (hasTooMany) delete request.headers.cookie
    if (!isReadableState(request.headers[SHOWN_ALREADY])) delete request.headers[SHOWN_ALREADY]
  })
}

/** Next does not show this header to `src/proxy.ts`. */
const SHOWN_ALREADY = 'next-router-state-tree'

/** By the rule of Next, which has it in a module of its own (16.4.6). */
function isReadableState(state: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state)
    return true
  } catch {
    return false
  }
}

function readable(address: string): string {
  if (isTooLong(address)) return TOO_LONG
  if (address === '*') return '/*'
  return isReadable(address) ? address : asWritten(address)
}

function isReadable(address: string): boolean {
  try {
    decodeURIComponent(pathOf(address))
    return true
  } catch {
    return false
  }
}

/** Each character that begins an escape is encoded; the query is read elsewhere. */
function asWritten(address: string): string {
  const path = pathOf(address)
  return path.replaceAll('%', '%25') + address.slice(path.length)
}

function pathOf(address: string): string {
  return address.split('?', 1)[0] ?? ''
}
