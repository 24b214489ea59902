import { type Attack, tally } from './attack'
import type { Ground } from './ground'
import { hasSentence } from './hasSentence'

/** One of each kind that Next knows, whatever is there. */
const PATHS = ['/', '/ie/en/special-needs', '/assets/x', '/files/x', '/api/users', '/api/health', '/admin/login']
const OF_NEXT = ['/_next/static/x', '/_next/image', '/404', '/nowhere']

const QUERIES: [what: string, query: string][] = [
  ['one name, 7,800 times', 'c&'.repeat(7_800)],
  ['one name and value, 3,900 times', 'c=1&'.repeat(3_900)],
  ['2,500 names', Array.from({ length: 2_500 }, (_, at) => `k${at}`).join('&')],
]

/** Asks for more than an address may, as somebody who is not signed in: it is refused at once, so that nobody waits for it. */
export const longAddresses: Attack = async (ground, { short }) => {
  const { note, result } = tally()
  const nobody = ground.visitor('nobody')
  for (const path of [...PATHS, ...OF_NEXT])
    for (const [what, query] of QUERIES)
      for (const method of ['GET', 'POST']) {
        const { status, text } = await ground.ask(nobody, method, `${path}?${query}`)
        note(status === 414 && hasSentence(text), `${method} ${path} with ${what} answers ${status}`)
      }
  if (short) return result()
  // Against what as long an address costs that asks one thing: then it does not matter how fast the machine is.
  const [plain, wide] = [await longestWait(ground, 'c'.repeat(11_000)), await longestWait(ground, 'c&'.repeat(7_800))]
  note(
    wide < 3 * plain + 200,
    `others wait ${wide} ms for an answer while ten ask much, ${plain} ms while ten ask little`,
  )
  return result()
}

/** How long an ordinary answer takes at most while ten others ask this of the home page, in milliseconds. */
async function longestWait(ground: Ground, query: string): Promise<number> {
  const nobody = ground.visitor('nobody')
  let isOver = false
  let longest = 0
  const others = async () => {
    while (!isOver) {
      const start = performance.now()
      await ground.ask(nobody, 'GET', '/api/health')
      longest = Math.max(longest, performance.now() - start)
    }
  }
  const waiting = others()
  await Promise.all(Array.from({ length: 10 }, () => ground.ask(nobody, 'GET', `/?${query}`)))
  isOver = true
  await waiting
  return Math.round(longest)
}
