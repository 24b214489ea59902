import { expect, it } from 'vitest'
import { clientAddress } from '@/accounts/clientAddress'

const from = (forwarded?: string) =>
  clientAddress(new Headers(forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }))

it.each([
  ['one address', '198.51.100.7', '198.51.100.7'],
  ['what the client claims is not counted, what the proxy writes is', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
  ['IPv4 written as IPv6', '::ffff:198.51.100.7', '198.51.100.7'],
  ['IPv6: one connection', '2001:db8:1:2:a:b:c:d', '2001:db8:1:2'],
  ['IPv6 in short', '2001:db8::1', '2001:db8:0:0'],
  ['this machine', '::1', '0:0:0:0'],
  ['nothing', undefined, 'unknown'],
  ['an empty header', ' ', 'unknown'],
])('an address for counting: %s', (_, forwarded, expected) => {
  expect(from(forwarded)).toBe(expected)
})
