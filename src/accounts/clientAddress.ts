import { isIPv6 } from 'node:net'

/**
 * The address that requests are counted by: the last entry of `X-Forwarded-For`, which the proxy before us has written
 * (those before it are whatever the client sent). Next writes the header if nobody did. For IPv6 the first 64 bits,
 * because one connection has all the others.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  const address = last.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(address) ? network(address) : address || 'unknown'
}

function network(address: string): string {
  const [before = '', after] = (address.split('%')[0] ?? '').split('::')
  const head = before ? before.split(':') : []
  const tail = after ? after.split(':') : []
  const missing = after === undefined ? 0 : Math.max(8 - head.length - tail.length, 0)
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
