import { afterAll, beforeAll, expect, test } from 'vitest'
import { askableFields, type Comparable } from '@/access/askableFields'
import { OPERATORS, questionProblem } from '@/access/questionProblem'
import { type Answer, type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor } from '../setup/factories'

let application: Application
let admin: Person

beforeAll(async () => {
  application = await startApplication()
  const given = factoriesFor(application)
  admin = await given.person({ roles: [{ role: 'admin' }] })
  await given.variant({ country: 'ie' })
})

afterAll(() => application.stop())

type Condition = { field: string; operator: string; value: string }

const VALUES: Record<Comparable, string[]> = {
  text: ['2026'],
  id: ['2026', '0123456789abcdef01234567'],
  reference: ['2026', '0123456789abcdef01234567'],
  number: ['2026'],
  date: ['2026-01-01'],
  'yes or no': ['true'],
}

test('each list answers every query by every field, or refuses it with a sentence', async () => {
  const failed: string[] = []
  for (const { path, fields, ask } of lists()) {
    const pairs = fields.flatMap((field) =>
      EVERY_WAY.flatMap((operator) =>
        VALUES[ask.get(field) ?? 'text'].map((value): Condition => ({ field, operator, value })),
      ),
    )
    // Queries that must be refused are sent before the others of the same kind.
    for (const some of inParts(pairs.filter((one) => isTaken(one, ask)))) {
      if ((await asked(path, some)).status === 200) continue
      for (const one of some) {
        const { status, text } = await asked(path, [one])
        if (status >= 500) failed.push(`${status} ${path} ${JSON.stringify(one)} ${text.slice(0, 100)}`)
      }
    }
  }
  expect(failed).toEqual([])
})

test.each([
  '/releases?where[publishedAt][contains]=2026',
  '/memberships?where[user][not_like]=2026',
  '/memberships?where[everywhere][contains]=true',
  '/countries/versions?where[parent][contains]=0123456789abcdef01234567',
  '/users?where[rev][like]=1',
])('%s is refused, and the message names the possible operators', async (path) => {
  const { status, text } = await application.request(admin, 'GET', `/api${path}`)
  expect(status, text).toBe(400)
  expect(text).toMatch(/is not a known way to search. Use one of these: equals, .*less_than_equal\./)
})

const EVERY_WAY = [...new Set(Object.values(OPERATORS).flat())]

type List = { path: string; fields: string[]; ask: ReturnType<typeof askableFields> }

function lists(): List[] {
  const { collections, localization } = application.config
  return collections.flatMap((collection) => {
    if (collection.slug.startsWith('payload-')) return []
    const ask = askableFields(collection, localization ? localization.localeCodes : [])
    const ofVersions = (field: string) => field.startsWith('version.') || ['parent', 'latest'].includes(field)
    const fields = [...ask.keys()]
    const path = `/api/${collection.slug}`
    const documents = { path, fields: fields.filter((field) => !ofVersions(field)), ask }
    return collection.versions
      ? [documents, { path: `${path}/versions`, fields: fields.filter(ofVersions), ask }]
      : [documents]
  })
}

function isTaken({ field, operator, value }: Condition, ask: List['ask']): boolean {
  return questionProblem({ where: { [field]: { [operator]: value } } }, ask) === null
}

/** As many together as one request may have. */
function inParts(all: Condition[]): Condition[][] {
  const byWords = all.filter(({ operator }) => operator.endsWith('like'))
  const others = all.filter(({ operator }) => !operator.endsWith('like'))
  return [...partsOf(byWords, 20), ...partsOf(others, 90)]
}

function partsOf(all: Condition[], most: number): Condition[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))
}

function asked(path: string, all: Condition[]): Promise<Answer> {
  const query = all.map(
    ({ field, operator, value }, at) => `where[or][${at}][${field}][${operator}]=${encodeURIComponent(value)}`,
  )
  return application.request(admin, 'GET', `${path}?limit=1&depth=0&${query.join('&')}`)
}
