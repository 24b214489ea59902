import { type Attack, tally } from './attack'
import { hasSentence } from './hasSentence'

/** One of each kind that Next knows, whether or not it exists. */
const PATHS = ['/', '/ie/en/special-needs', '/assets/x', '/files/x', '/api/users', '/api/health', '/admin/login']
const OF_NEXT = ['/_next/static/x', '/_next/image', '/404', '/nowhere']

const QUERIES: [what: string, query: string][] = [
  ['one name, 7,800 times', 'c&'.repeat(7_800)],
  ['one name and value, 3,900 times', 'c=1&'.repeat(3_900)],
  ['2,500 names', Array.from({ length: 2_500 }, (_, at) => `k${at}`).join('&')],
]

/**
 * Sends queries that are too long, and too many cookies, as a person who is not signed in: they are refused at once, so
 * that nobody waits for them.
 */
export const longAddresses: Attack = async (ground) => {
  const { note, result } = tally()
  const nobody = ground.visitor('nobody')
  for (const path of [...PATHS, ...OF_NEXT])
    for (const [what, query] of QUERIES)
      for (const method of ['GET', 'POST']) {
        const { status, text } = await ground.ask(nobody, method, `${path}?${query}`)
        note(status === 414 && hasSentence(text), `${method} ${path} with ${what} answers ${status}`)
      }
  for (const path of [...PATHS, ...OF_NEXT])
    for (const count of [151, 1_500]) {
      const Cookie = Array.from({ length: count }, (_, at) => `${at.toString(36)}=`).join('; ')
      const { status, text } = await ground.ask(nobody, 'GET', path, { headers: { Cookie } })
      note(status === 431 && hasSentence(text), `GET ${path} with ${count} cookies answers ${status}`)
    }
  return result()
}
