import { type Attack, tally } from './attack'
import type { Reply } from './ground'

type Kind = 'page of the admin' | 'data' | 'page of the site'

/** What Next serves and nothing of ours uses. */
const CLOSED = ['/_next/image', '/_next/image?url=%2Fassets%2Fx.png&w=640&q=75', '/_next/image/x']

const ADDRESSES: [Kind, string][] = [
  ['page of the admin', '/admin'],
  ['page of the admin', '/admin/login'],
  ['page of the admin', '/admin/overview'],
  ['page of the admin', '/admin/account'],
  ['page of the admin', '/admin/collections/users'],
  ['page of the admin', '/admin/nowhere'],
  // Names that nothing stored can have.
  ['page of the admin', '/admin/version/%00'],
  ['page of the admin', `/admin/version/${'x'.repeat(3_000)}`],
  ['data', '/api/health'],
  ['data', '/api/users/me'],
  ['data', '/api/variants'],
  ['data', '/api/nowhere'],
  ['data', '/api/users?where[rev]=abc'],
  ['data', '/api/media/file/nothing.png'],
  ['page of the site', '/'],
  ['page of the site', '/ie/en/special-needs'],
  ['page of the site', '/common/en/special-needs/v/2.0/changes/1.0'],
  ['page of the site', '/nowhere'],
  // Next has pages of its own at these.
  ['page of the site', '/404'],
  ['page of the site', '/500'],
  ['page of the site', '/_error'],
  ['page of the site', '/_not-found'],
  ['page of the site', '/_global-error'],
  ...CLOSED.map((path): [Kind, string] => ['page of the site', path]),
]

/** Checks the headers of every kind of answer, for everybody, and that what is closed answers like an unknown address. */
export const headers: Attack = async (ground, { short }) => {
  const { note, result } = tally()
  const numbers = new Set<string>()
  for (const visitor of ground.visitors.slice(0, short ? 4 : undefined)) {
    for (const path of CLOSED) {
      const { status } = await ground.ask(visitor, 'GET', path)
      note(status === 404, `${visitor.name}: ${path} answers ${status}`)
    }
    for (const [kind, path] of ADDRESSES) {
      const reply = await ground.ask(visitor, 'GET', path)
      for (const [what, holds] of rulesOf(kind, reply)) note(holds, `${visitor.name}: ${path}: ${what}`)
      const number = /'nonce-([^']+)'/.exec(policyOf(reply))?.[1]
      if (kind !== 'page of the admin' || !number) continue
      note(!numbers.has(number), `${path}: the number of its scripts was used before`)
      numbers.add(number)
      const inline = [...reply.text.matchAll(/<script\b([^>]*)>/g)].filter(
        ([, attributes = '']) => !/\bsrc=/.test(attributes),
      )
      note(
        inline.every(([, attributes = '']) => attributes.includes(`nonce="${number}"`)),
        `${path}: a script in the page has no number`,
      )
    }
  }
  return result()
}

function rulesOf(kind: Kind, reply: Reply): [what: string, holds: boolean][] {
  const policy = policyOf(reply)
  const cached = reply.headers.get('cache-control') ?? ''
  const rules: [string, boolean][] = [
    ['the kind of the answer may be guessed', reply.headers.get('x-content-type-options') === 'nosniff'],
    [
      'other sites learn where readers come from',
      /no-referrer|same-origin/.test(reply.headers.get('referrer-policy') ?? ''),
    ],
    ['it has no content security policy', policy.includes("default-src 'none'")],
    ['other sites may show it in a frame', policy.includes("frame-ancestors 'none'")],
    ['it says what made it', reply.headers.get('x-powered-by') === null],
    ['an error of the server', reply.status < 500],
  ]
  if (kind === 'page of the admin' || kind === 'data') rules.push(['it may be kept', cached.includes('no-store')])
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
  if (kind === 'page of the admin')
    rules.push(['scripts in it may run', scripts.includes("'nonce-") && !/unsafe-(inline|eval)|\*/.test(scripts)])
  if (kind === 'page of the site') rules.push(['it is kept unasked', !/s-maxage|max-age=[1-9]/.test(cached)])
  if (kind !== 'page of the admin') rules.push(['it allows scripts', scripts === '' || scripts === "'none'"])
  return rules
}

const policyOf = ({ headers: given }: Reply) => given.get('content-security-policy') ?? ''
