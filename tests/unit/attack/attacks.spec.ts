import { describe, expect, test } from 'vitest'
import type { Attack } from '@/scripts/attack/attack'
import type { Ground, Reply } from '@/scripts/attack/ground'
import { hasSentence } from '@/scripts/attack/hasSentence'
import { headers } from '@/scripts/attack/headers'
import { hiddenQueries } from '@/scripts/attack/hiddenQueries'
import { longAddresses } from '@/scripts/attack/longAddresses'
import { reads } from '@/scripts/attack/reads'
import { uploads } from '@/scripts/attack/uploads'
import type { Visitor } from '@/scripts/attack/visitor'
import { writes } from '@/scripts/attack/writes'
import { wrongActions } from '@/scripts/attack/wrongActions'
import { randomFrom } from '@/scripts/random'

const visitors: Visitor[] = [
  { name: 'nobody', email: '', cookie: '' },
  { name: 'Coordinator', email: 'c@example.org', cookie: 'c', role: 'coordinator', country: 'all' },
  { name: 'Lead Ireland', email: 'l@example.org', cookie: 'l', role: 'national-lead', country: 'ie' },
]
const SECRET = 'a word of Cyprus'
const SAID = JSON.stringify({ ok: false, because: [{ key: 'refusal.stale', text: 'Somebody saved before.' }] })

/** An application that gives every request the same answer; if it is open, its content changes with each request. */
function groundThat(answers: { status: number; text: string; changes?: boolean }): Ground {
  let state = 0
  const visitor = (name: string) => {
    const found = visitors.find((one) => one.name === name)
    if (!found) throw new Error(`Nobody is called ${name}`)
    return found
  }
  const ask = async (): Promise<Reply> => {
    if (answers.changes) state += 1
    return { status: answers.status, text: answers.text, headers: new Headers() }
  }
  const all = ['variants', 'sections', 'editions', 'media', 'memberships', 'toolkits', 'blobs']
  return {
    url: 'http://localhost',
    visitors,
    visitor,
    ask,
    secrets: [{ word: SECRET, where: 'a draft of Cyprus', mayRead: () => false }],
    database: undefined as never,
    stored: async () => [
      { id: '0123456789abcdef01234567', country: 'ie', languages: ['en'], key: 'a', rev: 1, seq: 1 },
    ],
    fingerprint: async () => Object.fromEntries(all.map((name) => [name, String(state)])),
  } as unknown as Ground
}

const attacks: [string, Attack][] = Object.entries({
  reads,
  hiddenQueries,
  headers,
  longAddresses,
  writes,
  wrongActions,
  uploads,
})
const runOn = (attack: Attack, ground: Ground) => attack(ground, { short: true, random: randomFrom(1) })

describe('an attack reports what got through', () => {
  test.each(attacks)('%s, when the server fails', async (_, attack) => {
    const { tried, broken } = await runOn(attack, groundThat({ status: 500, text: 'Something went wrong.' }))
    expect(tried).toBeGreaterThan(0)
    expect(broken.length).toBeGreaterThan(0)
  })

  test.each(attacks.filter(([name]) => name !== 'headers' && name !== 'uploads'))(
    '%s, when everybody may do and read everything',
    async (_, attack) => {
      const { broken } = await runOn(attack, groundThat({ status: 200, text: SECRET, changes: true }))
      expect(broken.length).toBeGreaterThan(0)
    },
  )

  test.each(attacks.filter(([name]) => name === 'writes' || name === 'wrongActions'))(
    '%s, when a refused request changes something anyway',
    async (_, attack) => {
      const { broken } = await runOn(attack, groundThat({ status: 403, text: SAID, changes: true }))
      expect(broken.length).toBeGreaterThan(0)
      expect(broken.every((line) => line.includes('changed something'))).toBe(true)
    },
  )
})

test.each(attacks.filter(([name]) => name === 'writes' || name === 'wrongActions' || name === 'hiddenQueries'))(
  '%s finds nothing if everything is refused with a sentence',
  async (_, attack) => {
    expect((await runOn(attack, groundThat({ status: 403, text: SAID }))).broken).toEqual([])
  },
)

test('hiddenQueries does not query fields that are read with their document, but does query the same name elsewhere', async () => {
  const asked: string[] = []
  const ground = groundThat({ status: 403, text: SAID })
  const visitor = ground.visitors.slice(0, 1)
  const ask: Ground['ask'] = async (...given) => {
    asked.push(given[2])
    return ground.ask(...given)
  }
  await hiddenQueries({ ...ground, visitors: visitor, ask }, { short: false, random: randomFrom(1) })
  expect(asked.filter((path) => /audit-events.*[=[]-?hash(?:]|$)/.test(path))).toEqual([])
  for (const path of ['/api/users?sort=hash', '/api/audit-events?sort=hash.', '/api/audit-events?sort=salt'])
    expect(asked).toContain(path)
})

test("a refusal is a sentence in our format or in Payload's; a key or a page is not a refusal", () => {
  expect(hasSentence(SAID)).toBe(true)
  expect(hasSentence(JSON.stringify({ errors: [{ message: 'You may not do this.' }] }))).toBe(true)
  const none = ['', '<html>', '{}', '{"because":[]}', '{"because":[{"key":"refusal.stale"}]}', '{"errors":[{}]}']
  expect(none.filter(hasSentence)).toEqual([])
  // Payload's message for an error that has no name.
  expect(hasSentence('{"errors":[{"message":"An unknown error occurred."}]}')).toBe(false)
  expect(hasSentence(JSON.stringify({ because: [{ text: 'refusal.stale is not said' }] }))).toBe(false)
})
