import { NextRequest } from 'next/server'
import { afterEach, expect, test, vi } from 'vitest'
import { proxy } from '@/proxy'

afterEach(() => vi.unstubAllEnvs())

const answer = () => proxy(new NextRequest('http://localhost/admin')).headers
const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''

test('each page of the admin has a number of its own for its scripts, and runs no others', () => {
  const policies = Array.from({ length: 50 }, () => policyOf(answer()))
  expect(new Set(policies).size).toBe(50)
  for (const policy of policies) {
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
    expect(scripts).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic'$/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  }
})

test('the page gets the same policy that the browser gets, so that Next writes the number on its scripts', () => {
  const headers = answer()
  expect(headers.get('x-middleware-request-content-security-policy')).toBe(policyOf(headers))
})

test.each(['POST', 'PUT', 'DELETE'])('a page of the admin takes no %s but a call of its function', (method) => {
  const ask = (headers = {}) => proxy(new NextRequest('http://localhost/admin', { method, headers })).status
  expect(ask()).toBe(405)
  expect(ask({ 'Next-Action': 'x' })).toBe(200)
})

test('nobody keeps a page of the admin, and a browser holds to https: where the site has it', () => {
  const plain = answer()
  expect(plain.get('cache-control')).toBe('private, no-store')
  expect(plain.get('x-content-type-options')).toBe('nosniff')
  expect(plain.get('strict-transport-security')).toBeNull()
  vi.stubEnv('SERVER_URL', 'https://toolkit.example')
  expect(answer().get('strict-transport-security')).toMatch(/max-age=\d{8}/)
})
