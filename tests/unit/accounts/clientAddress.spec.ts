import { expect, it } from 'vitest'
import { clientAddress } from '@/accounts/clientAddress'

const from = (forwarded?: string) =>
  clientAddress(new Headers(forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }))

it.each([
  ['one address', '198.51.100.7', '198.51.100.7'],
  [
    'only the address that the proxy added counts, not one that the client sent',
    '203.0.113.9, 198.51.100.7',
    '198.51.100.7',
  ],
  ['an IPv4 address written as IPv6', '::ffff:198.51.100.7', '198.51.100.7'],
  ['an IPv6 address counts as its network of 64 bits', '2001:db8:1:2:a:b:c:d', '2001:db8:1:2'],
  ['a shortened IPv6 address', '2001:db8::1', '2001:db8:0:0'],
  ['this machine', '::1', '0:0:0:0'],
  ['nothing', undefined, 'unknown'],
  ['an empty header', ' ', 'unknown'],
])('the address that attempts are counted by: %s', (_, forwarded, expected) => {
  expect(from(forwarded)).toBe(expected)
})
