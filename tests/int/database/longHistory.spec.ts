import { BSON } from 'mongodb'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { omitSection } from '@/actions/omitSection'
import { loadVariantSectionRevisions } from '@/stored/revisions'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Variant, words } from '../setup/factories'
import { addRevisions, type More, readOfRevisions } from './longHistory'

const TITLES = ['Named', 'Known', 'Stored anew', 'Shown']

let application: Application
let acting: Acting
let variant: Variant
let people: Record<'wrote' | 'french' | 'emptied' | 'stored-anew' | 'last' | 'halfway', Person>

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  const toolkit = await given.toolkit({
    sections: TITLES.map((title) => ({ source: 'x', depth: 1, title, body: words('Common.') })),
  })
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el'] })
  const editor = () => given.person({ roles: [{ role: 'national-editor', country: 'cy' }] })
  people = {
    wrote: await editor(),
    french: await editor(),
    emptied: await editor(),
    'stored-anew': await editor(),
    last: await editor(),
    halfway: await editor(),
  }
})

afterAll(() => application.stop())

describe('a write that publishes the words of a long history', () => {
  test('finds everyone who changed those words and nobody else, and reads only as many of sixty texts as it needs', async () => {
    const { last, ...others } = people
    const place = placeOf(0)
    const seen = await historyOf(place, [
      { by: others.wrote, set: { 'body.en': bodyOf(1) } },
      { by: others.emptied, set: { 'body.en': null } },
      { by: last, set: { 'body.en': bodyOf(2) } },
      { by: others['stored-anew'], set: { 'body.en': inAnotherForm(bodyOf(2)) } },
      // A step inside one action that ends with the state at its start.
      { by: others.halfway, partial: true, set: { 'body.en': bodyOf(3) } },
      { by: others.halfway, set: { 'body.en': inAnotherForm(bodyOf(2)) } },
      ...Array.from({ length: 56 }, (_, nth): More => ({ by: others.french, set: { 'body.fr': bodyOf(nth) } })),
    ])
    const { result, answers } = await readOfRevisions(application.payload, () =>
      acting.succeed(variant.lead, adaptSection, { ...place, seen, reason: 'national-law' }),
    )
    expect(result.rev).toBe(seen + 1)
    expect(await contributors()).toEqual(
      new Set([variant.lead, others.wrote, others.emptied, last].map(({ id }) => id)),
    )
    // One pair for each of the four; there was nothing before three of them, or after.
    expect(answers.filter((bytes) => bytes > BODY_BYTES / 2)).toHaveLength(5)
    expect(Math.max(...answers)).toBeLessThan(BODY_BYTES * 1.5)
  })

  test('reads no text if everyone who wrote takes part anyway', async () => {
    const place = placeOf(1)
    const more = Array.from({ length: 10 }, (_, nth): More => ({ by: variant.lead, set: { 'body.en': bodyOf(nth) } }))
    const seen = await historyOf(place, more)
    const { answers } = await readOfRevisions(application.payload, () =>
      acting.succeed(variant.lead, adaptSection, { ...place, seen, reason: 'national-law' }),
    )
    expect(answers).not.toEqual([])
    expect(Math.max(...answers)).toBeLessThan(BODY_BYTES / 2)
  })

  test('includes a person who stored the same words again more often than is read for one author', async () => {
    const place = placeOf(2)
    const { french, last } = people
    const small = (nth: number) => ({ root: { ...typed('The same.').root, nth } })
    const again = Array.from({ length: 60 }, (_, nth): More => ({ by: french, set: { 'body.en': small(nth) } }))
    const seen = await historyOf(place, [{ by: last, set: { 'body.en': small(-1) } }, ...again])
    await acting.succeed(variant.lead, adaptSection, { ...place, seen, reason: 'national-law' })
    expect(await contributors()).toContain(french.id)
  })
})

test('a page of a history loads one revision from the database at a time', async () => {
  const place = placeOf(3)
  const more = Array.from({ length: 8 }, (_, nth): More => ({ by: variant.lead, set: { 'body.en': bodyOf(nth) } }))
  await historyOf(place, more)
  const own = await acting.ownSectionOf(variant.id, place.key)
  const lead = await application.payload.findByID({ collection: 'users', id: variant.lead.id, overrideAccess: true })
  const req = await createLocalReq({ user: { ...lead, collection: 'users' } }, application.payload)
  const { result, answers } = await readOfRevisions(application.payload, () =>
    loadVariantSectionRevisions({ req, id: String(own.id), limit: 9 }),
  )
  expect(result.map(({ rev }) => rev)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2])
  expect(answers.filter((bytes) => bytes > BODY_BYTES / 2)).toHaveLength(9)
  expect(Math.max(...answers)).toBeLessThan(BODY_BYTES * 1.5)
})

/** A section with this history, left out by the lead; returns its revision. */
async function historyOf(place: ReturnType<typeof placeOf>, more: More[]): Promise<number> {
  await acting.succeed(variant.lead, adaptSection, { ...place, seen: 0, title: 'Ours', reason: 'other' })
  const own = await acting.ownSectionOf(variant.id, place.key)
  const seen = await addRevisions(application.payload, String(own.id), more)
  const leftOut = { ...place, seen, reason: 'other', explanation: 'Not here.' }
  return (await acting.succeed(variant.lead, omitSection, leftOut)).rev
}

function placeOf(nth: number) {
  return { variant: variant.id, key: String(variant.toolkit.sections[nth]?.key), language: 'en' }
}

async function contributors(): Promise<Set<unknown>> {
  const [edition] = await acting.stored('editions', { variant: { equals: variant.id } })
  return new Set(Array.isArray(edition?.contributors) ? edition.contributors : [])
}

const PARAGRAPHS = 4_000

/** A text of half a megabyte with this number in one paragraph. */
function bodyOf(nth: number): Fields {
  const paragraph = (at: number) => ({
    type: 'paragraph',
    id: `p${at}`,
    children: [{ type: 'text', text: at === nth ? `Number ${nth}` : `Words of paragraph ${at}.` }],
  })
  return { root: { type: 'root', children: Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(at)) } }
}

const BODY_BYTES = BSON.calculateObjectSize(bodyOf(0))

/** The same words with other ids. */
function inAnotherForm(body: Fields): Fields {
  const children: Fields[] = Object(body.root).children
  return { root: { type: 'root', children: children.map((one, at) => ({ ...one, id: `q${at}` })) } }
}
