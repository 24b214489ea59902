import { request } from 'node:http'
import { type Attack, inParallel, pick, tally } from './attack'
import type { Ground } from './ground'
import type { Visitor } from './visitor'

const ADDRESSES = [
  '/api/users',
  '/api/users/login',
  '/api/users/forgot-password',
  '/api/users/reset-password',
  '/api/users/unlock',
  '/api/account/choose-password',
  '/api/account/send-link',
  '/api/memberships',
  '/api/countries',
  '/api/toolkits',
  '/api/media',
  '/api/sections/versions',
  '/api/variant-sections',
  '/api/releases',
  '/api/payload-preferences/x',
  '/api/import',
  '/api/act/adapt-section',
  '/api/act/save-national-section',
  '/api/act/save-release-notes',
  '/api/act/save-section',
  '/api/act/submit-edition',
  '/api/act/publish-edition',
  '/api/act/release-master',
  '/api/act/start-variant',
  '/',
  '/ie/en/special-needs',
  '/common/en/special-needs/v/2.0/changes/1.0',
  '/files/x',
  '/admin/version/x',
]
const NAMES = [
  'where',
  'sort',
  'limit',
  'page',
  'depth',
  'select',
  'locale',
  'data',
  'draft',
  'fallback-locale',
  'lang',
  'id',
  'from',
  'to',
]
const KEYS = [
  'id',
  'rev',
  'seen',
  'name',
  'email',
  'password',
  'edition',
  'variant',
  'toolkit',
  'body',
  'version',
  'token',
  'value',
  'user',
]
const METHODS = ['GET', 'GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS', 'HEAD']
const TYPES = [
  'application/json',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="',
  'multipart/mixed; boundary=x',
  'text/plain',
  'application/x-www-form-urlencoded',
  '',
]

/** Sends random input that no screen would send to every address: nothing may be a server error. */
export const fuzzedInputs: Attack = async (ground, { short, random }) => {
  const { note, result } = tally()
  const visitors = [
    ground.visitor('nobody'),
    ground.visitor('Observer'),
    ground.visitor('Outsider'),
    ground.visitor('Translator Cyprus'),
  ]
  const made = Array.from({ length: short ? 800 : 10_000 }, () => {
    const method = pick(METHODS, random)
    const query = Array.from(
      { length: Math.floor(random() * 3) },
      () => `${pick(NAMES, random)}${pick(INDEXES, random)}=${pick(TEXTS, random)}`,
    )
    const carries = !['GET', 'HEAD', 'OPTIONS'].includes(method)
    return {
      visitor: pick(visitors, random),
      method,
      path: `${pick(ADDRESSES, random)}${pick(ENDS, random)}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      body: carries
        ? pick([() => JSON.stringify(valueByChance(random, 4)), () => pick(BODIES, random)], random)()
        : undefined,
      type: pick(TYPES, random),
    }
  })
  await inParallel(made, 8, async (one) => {
    const { visitor, method, path, body, type } = one
    const reply = await sendRaw(ground, { visitor, method, path, body, type })
    note(
      reply.status > 0 && reply.status < 500,
      `${visitor.name}: ${JSON.stringify({ method, path, body, type }).slice(0, 250)} answers ${reply.status}`,
    )
  })
  for (const path of BAD_PATHS)
    for (const method of ['GET', 'POST', 'TRACE', 'OPTIONS']) {
      const { status } = await sendRaw(ground, {
        visitor: ground.visitor('nobody'),
        method,
        path,
        body: undefined,
        type: '',
      })
      note(status > 0 && status < 500, `${method} ${path} answers ${status}`)
    }
  const { status } = await ground.ask(ground.visitor('nobody'), 'GET', '/api/health')
  note(status === 200, `afterwards the server is not healthy: ${status}`)
  return result()
}

const INDEXES = [
  '',
  '[]',
  '[a]',
  '[a][b][c]',
  '[$ne]',
  '[0]',
  '[rev]',
  '[rev][near]',
  '[id][equals]',
  '[id][in]',
  '[__proto__]',
  '[or][0][and]',
  '[',
]
const TEXTS = [
  '',
  'abc',
  '1',
  '-1',
  '1e999',
  'null',
  '%00',
  '%ff',
  '$hash',
  '-hash.',
  '{}',
  '[]',
  'true',
  '%F0%9F%92%A9',
  "'%22%3E",
  '../..',
  '*',
  '%5B(*%2B'.repeat(20),
]
const ENDS = [
  '',
  '',
  '',
  '/',
  '/x',
  '/%00',
  '/0123456789abcdef01234567',
  '/%24ne',
  '/..%2f..',
  '/count',
  '/versions',
  '//',
  '/constructor',
]
const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '""',
  '{"a":',
  '\u0000',
  '{"__proto__":{"a":1}}',
  '['.repeat(5_000),
  '--x\r\n\r\n--x--',
  '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{\r\n--x--\r\n',
]
const BAD_PATHS = [
  '/%ff',
  '/%',
  '/api/%ff',
  '/api/users/%',
  '/admin/%E0%A4%A',
  '/files/%ff',
  '/assets/%ff',
  '/ie/%c0%ae',
  '/api/users/%00',
  '/api/__proto__',
  '/api/constructor/x',
  '/api/toString/versions',
  '*',
]

function valueByChance(random: () => number, depth: number): unknown {
  if (depth > 0 && random() < 0.5)
    return Object.fromEntries(
      Array.from({ length: Math.floor(random() * 4) }, () => [
        pick([...KEYS, '$set', '$where', 'constructor'], random),
        valueByChance(random, depth - 1),
      ]),
    )
  if (depth > 0 && random() < 0.2)
    return Array.from({ length: Math.floor(random() * 4) }, () => valueByChance(random, depth - 1))
  return pick(
    [
      null,
      true,
      0,
      -1,
      1e308,
      '',
      'a',
      '0123456789abcdef01234567',
      '\u0000',
      '\ud800',
      'x'.repeat(10_000),
      { $ne: null },
      { root: { children: [] } },
    ],
    random,
  )
}

type Raw = { visitor: Visitor; method: string; path: string; body: string | undefined; type: string }

/**
 * Sent unchanged, because `fetch` would correct the address and refuse some methods. The status is 0 if the connection
 * broke.
 */
function sendRaw({ url }: Ground, { visitor, method, path, body, type }: Raw): Promise<{ status: number }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const headers = {
      origin: url,
      ...(visitor.cookie ? { cookie: visitor.cookie } : {}),
      ...(type ? { 'content-type': type } : {}),
    }
    const sent = request({ hostname, port, method, path, headers }, (answer) => {
      answer.resume()
      answer.once('close', () => resolve({ status: answer.statusCode ?? 0 }))
    })
    sent.once('error', () => resolve({ status: 0 }))
    sent.end(body)
  })
}
