import { NextRequest } from 'next/server'
import { afterEach, expect, test, vi } from 'vitest'
import { config, proxy } from '@/proxy'
import nextConfig from '../../../next.config'

afterEach(() => vi.unstubAllEnvs())

const answer = async () => (await proxy(new NextRequest('http://localhost/admin'))).headers
const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''

test('each page of the admin has its own nonce and runs no other scripts', async () => {
  const policies = await Promise.all(Array.from({ length: 50 }, async () => policyOf(await answer())))
  expect(new Set(policies).size).toBe(50)
  for (const policy of policies) {
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
    expect(scripts).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic'$/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  }
})

test('Next gets the same policy as the browser, so that it puts the nonce on its scripts', async () => {
  const headers = await answer()
  expect(headers.get('x-middleware-request-content-security-policy')).toBe(policyOf(headers))
})

test.each(['POST', 'PUT', 'DELETE'])(
  'a page of the admin accepts %s only as a call of a server function',
  async (method) => {
    const ask = async (headers = {}) =>
      (await proxy(new NextRequest('http://localhost/admin', { method, headers }))).status
    expect(await ask()).toBe(405)
    expect(await ask({ 'Next-Action': 'x' })).toBe(method === 'POST' ? 411 : 405)
    expect(await ask({ 'Next-Action': 'x', 'Content-Length': '0' })).toBe(method === 'POST' ? 404 : 405)
  },
)

/** As Next writes the id of a function: its first byte says which arguments the function reads. */
const ID = '401d7b0dfb00c9f55545c6475a374714f808247654'
const CALL = [{ name: 'form-state', args: { collectionSlug: 'users' } }]
const called = async (body: string, headers = {}) => {
  const length = String(Buffer.byteLength(body))
  const kind = { 'Content-Type': 'text/plain;charset=UTF-8', 'Content-Length': length }
  const sent = { 'Next-Action': ID, Host: 'localhost', ...kind, ...headers }
  const { status } = await proxy(new NextRequest('http://localhost/admin', { method: 'POST', headers: sent, body }))
  return status
}

test.each([
  JSON.stringify(CALL),
  JSON.stringify([
    { name: 'form-state', args: { price: '$$5', none: '$undefined', from: '$D2026-01-01T00:00:00.000Z' } },
  ]),
  JSON.stringify([
    { name: 'form-state', args: { a: '$NaN', b: '$-Infinity', c: '$-0', d: '$n12345678901234567890', e: '$T' } },
  ]),
  JSON.stringify([{ name: 'render-list', args: { query: { limit: 10 }, again: '$0:0:args:query' } }]),
  `[{"name":"form-state","args":{"a":${'['.repeat(250)}${']'.repeat(250)}}}]`,
])('a call that a screen could send is forwarded: %s', async (body) => {
  expect(await called(body)).toBe(200)
})

test.each([
  '',
  '[',
  'null',
  '[]',
  '{}',
  '["fr"]',
  '["$F1"]',
  '["$W1"]',
  '[{"then":"$1"}]',
  JSON.stringify([...CALL, ...CALL]),
  ...[
    '$1',
    '$F1',
    '$@1',
    '$Q1',
    '$B1',
    '$nx',
    `$n${'9'.repeat(301)}`,
    '$0:0:args:nothing',
    '$0:__proto__:then',
    '$0:constructor',
    '$',
  ].map((a) => JSON.stringify([{ name: 'form-state', args: { a } }])),
  `[{"name":"form-state","args":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}]`,
])('a call that Next could not read is answered like an unknown address (%#)', async (body) => {
  expect(await called(body)).toBe(404)
})

test.each([
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json',
  'application/x-www-form-urlencoded',
  '',
])('a call with another content type (%s) is answered like an unknown address', async (type) => {
  expect(await called(JSON.stringify(CALL), { 'Content-Type': type })).toBe(404)
})

test('a call is forwarded only to a function that takes what our screens send, which Payload’s for the language does not', async () => {
  const to = (first: string) => called(JSON.stringify(CALL), { 'Next-Action': first + ID.slice(2) })
  expect(await to('40')).toBe(200)
  for (const first of ['60', '41', '00', '7e', 'c0', '', 'zz']) expect(await to(first)).toBe(404)
})

test('a call that comes from another site or is too large is refused before it is read', async () => {
  const from = (headers: Record<string, string>) => called(JSON.stringify(CALL), headers)
  expect(await from({ Origin: 'http://localhost' })).toBe(200)
  expect(await from({ Origin: 'https://toolkit.example', 'X-Forwarded-Host': 'toolkit.example' })).toBe(200)
  expect(await from({ Origin: 'https://evil.example' })).toBe(403)
  expect(await from({ Origin: 'http://localhost', 'X-Forwarded-Host': 'evil.example' })).toBe(403)
  expect(await from({ Origin: 'null' })).toBe(403)
  expect(await from({ 'Content-Length': String(3 * 1024 * 1024) })).toBe(413)
})

test('what Next serves and nothing of ours uses answers like an unknown address of the site', async () => {
  for (const path of ['/_next/image', '/404', '/_not-found']) {
    expect(config.matcher.some((address) => address.replace('/:path*', '') === path)).toBe(true)
    const { headers } = await proxy(new NextRequest(`http://localhost${path}?url=%2Fassets%2Fx.png&w=640&q=75`))
    expect(headers.get('x-middleware-rewrite')).toBe('http://localhost/nothing/is/here')
  }
  expect(nextConfig).toMatchObject({ images: { unoptimized: true } })
})

test('pages of the admin are never cached, and browsers must use https: if the site does', async () => {
  const plain = await answer()
  expect(plain.get('cache-control')).toBe('private, no-store')
  expect(plain.get('x-content-type-options')).toBe('nosniff')
  expect(plain.get('strict-transport-security')).toBeNull()
  vi.stubEnv('SERVER_URL', 'https://toolkit.example')
  expect((await answer()).get('strict-transport-security')).toMatch(/max-age=\d{8}/)
})
