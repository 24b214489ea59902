import ipaddr from 'ipaddr.js'

/**
 * Is this an address of the public network? Everything else is refused: this machine, private networks, addresses in which another one is
 * hidden (mapped, translated or tunnelled IPv4), and what is not an address. Of IPv6 only what is given out today counts (2000::/3).
 */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip) || ip.includes('%')) return false
  const address = ipaddr.parse(ip)
  if (address.range() !== 'unicast') return false
  return !(address instanceof ipaddr.IPv6) || address.match(GIVEN_OUT)
}

const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3')
