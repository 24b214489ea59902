import { expect, test } from 'vitest'
import { publicNetwork } from '@/endpoints/links/network'
import { isPublicAddress } from '@/endpoints/links/publicAddress'

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '147.67.34.30',
  '172.15.255.255',
  '172.32.0.1',
  '2606:4700:4700::1111',
  '2a01:111::1',
])('%s is an address of the public network', (ip) => {
  expect(isPublicAddress(ip)).toBe(true)
})

test.each([
  ['this machine', ['127.0.0.1', '127.8.9.10', '0.0.0.0', '0.1.2.3', '::1', '::', '::127.0.0.1', '::7f00:1']],
  [
    'a private network',
    ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', 'fd00::1', 'fec0::1'],
  ],
  ['a link', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
  ['many at once', ['224.0.0.1', '255.255.255.255', 'ff02::1']],
  [
    'an IPv4 address inside an IPv6 one',
    [
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:0:8.8.8.8',
      '64:ff9b::a00:1',
      '64:ff9b:1::1',
      '2002:a00:1::1',
      '2001::1',
    ],
  ],
  ['documentation or tests', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '2001:db8::1', '240.0.0.1']],
  ['an address given out later', ['4000::1', '1::1', '100::1', '5f00::1']],
  ['no address', ['', 'localhost', 'example.org', '1.1.1.1.example.org', '1.2.3.4/8']],
])('%s is not asked', (_, ips) => {
  expect(ips.filter(isPublicAddress)).toEqual([])
})

test('a port of the web and one above 1023 are asked, and none of another service', () => {
  const asked = [21, 22, 25, 80, 110, 443, 465, 1023, 1024, 8080, 8443]
  expect(asked.filter((port) => publicNetwork.mayAsk({ ip: '1.1.1.1', port }))).toEqual([80, 443, 1024, 8080, 8443])
  expect(asked.filter((port) => publicNetwork.mayAsk({ ip: '10.0.0.1', port }))).toEqual([])
})
