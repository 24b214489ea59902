import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from './publicAddress'

/** How names become addresses, and which of them may be asked. */
export type Network = {
  addressesOf: (host: string) => Promise<string[]>
  mayAsk: (place: { ip: string; port: number }) => boolean
}

/**
 * The public network: the only one that the application asks. No port below 1024 but those of the web, behind which other services listen
 * that take a request for something else.
 */
export const publicNetwork: Network = {
  addressesOf,
  mayAsk: ({ ip, port }) => isPublicAddress(ip) && (port === 80 || port === 443 || port > 1023),
}

/** Asks the name servers themselves: names that only this machine knows (its file of hosts) do not count. */
async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host)) return [host]
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}
