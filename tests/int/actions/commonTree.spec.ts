import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addCommonSection } from '@/actions/addCommonSection'
import { divideCommonSection } from '@/actions/divideCommonSection'
import { joinCommonSection } from '@/actions/joinCommonSection'
import { moveCommonSection } from '@/actions/moveCommonSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { retireCommonSection, returnCommonSection } from '@/actions/retireCommonSection'
import { saveSection } from '@/actions/saveSection'
import { inReadingOrder } from '@/domain/release'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, words } from '../setup/factories'
import { type Acting, actingOn, manifestOf, refusalsOf, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let other: Person
let toolkit: Toolkit

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  other = await given.person({ roles: [{ role: 'coordinator' }] })
})

beforeEach(async () => {
  const section = (title: string, depth: number) => ({ source: '', depth, title, body: words(`About ${title}.`) })
  toolkit = await given.toolkit({
    sections: [section('First', 1), section('Within', 2), section('Deep', 3), section('Second', 1), section('Last', 1)],
  })
})

afterAll(() => application.stop())

/** The sections of the toolkit as readers of the next release would number them. */
async function outline(): Promise<string[]> {
  const docs = await acting.stored('sections', { toolkit: { equals: toolkit.id } })
  const living = docs.filter(({ retired }) => retired !== true)
  const places = living.map((doc) => ({
    ...{ key: String(doc.key), rank: String(doc.rank), title: String(Object(doc.title).en) },
    parent: doc.parent ? String(doc.parent) : null,
  }))
  return inReadingOrder(places).map(({ entry, number }) => `${number} ${entry.title}`)
}

async function at(title: string): Promise<Fields & { key: string; seen: number }> {
  const docs = await acting.stored('sections', { toolkit: { equals: toolkit.id } })
  const doc = docs.find((one) => Object(one.title).en === title)
  if (!doc) throw new Error(`There is no section ${title}`)
  return { toolkit: toolkit.id, key: String(doc.key), seen: Number(doc.rev), language: 'en' }
}

const seenOf = async (...titles: string[]) =>
  Promise.all(titles.map(async (title) => ((one) => ({ key: one.key, seen: one.seen }))(await at(title))))

const keyOf = async (title: string) => (await at(title)).key

const BEGINNING = ['1 First', '1.1 Within', '1.1.1 Deep', '2 Second', '3 Last']

describe('a section of the common framework', () => {
  test('is added with a title at any place, once, and is recorded', async () => {
    const newKey = crypto.randomUUID()
    const input = {
      ...{ toolkit: toolkit.id, language: 'en', title: 'New', newKey },
      ...{ parent: await keyOf('First'), after: await keyOf('Within') },
    }
    expect(await acting.succeed(coordinator, addCommonSection, input)).toMatchObject({ key: newKey, rev: 1 })
    // The answer was lost, and the screen sends it again.
    expect(await acting.succeed(coordinator, addCommonSection, input)).toMatchObject({ key: newKey, rev: 1 })
    expect(await outline()).toEqual(['1 First', '1.1 Within', '1.1.1 Deep', '1.2 New', '2 Second', '3 Last'])
    expect(await acting.sectionOf(toolkit.id, newKey)).toMatchObject({ slug: 'new', policy: 'free', retired: false })
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({ action: 'section.add', actor: coordinator.id })
    const more = await acting.succeed(coordinator, addCommonSection, { ...input, title: 'Last', newKey })
    expect(more.key).not.toBe(newKey)
    expect(await acting.sectionOf(toolkit.id, more.key)).toMatchObject({ slug: 'last-2' })
  })

  test('moves with all that stands under it by one write, and the next release says so', async () => {
    const before = await acting.stored('sections', { toolkit: { equals: toolkit.id } })
    const key = await keyOf('Within')
    const spot = { parent: await keyOf('Last'), after: null }
    await acting.succeed(coordinator, moveCommonSection, { ...(await at('Within')), ...spot })
    expect(await outline()).toEqual(['1 First', '2 Second', '3 Last', '3.1 Within', '3.1.1 Deep'])
    const after = await acting.stored('sections', { toolkit: { equals: toolkit.id } })
    expect(after.filter((doc) => !before.some((one) => one.id === doc.id && one.rev === doc.rev))).toMatchObject([
      { key, rev: 2, title: { en: 'Within' } },
    ])
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({ action: 'section.move', details: { key, rev: 2 } })
    const [first] = await acting.releasesOf(toolkit.id, 'master')
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    expect(Object(input).changes).toMatchObject([{ key }])
    await acting.succeed(coordinator, releaseMaster, input)
    const [, second] = await acting.releasesOf(toolkit.id, 'master')
    expect(manifestOf(second).get(key)).toMatchObject({ parent: spot.parent })
    expect(manifestOf(second).get(key)?.blob).toBe(manifestOf(first).get(key)?.blob)
  })

  test('is not moved under itself, to where it stands, beside one that is not there, or on an old revision', async () => {
    const section = await at('First')
    const spots: [string, Fields][] = [
      ['refusal.place-under-itself', { parent: await keyOf('Deep'), after: null }],
      ['refusal.place-same', { parent: null, after: null }],
      ['refusal.place-unknown', { parent: null, after: await keyOf('Deep') }],
      ['refusal.stale', { parent: null, after: await keyOf('Last'), seen: 7 }],
    ]
    for (const [key, spot] of spots)
      expect((await acting.refuse(coordinator, moveCommonSection, { ...section, ...spot })).keys).toEqual([key])
    await acting.succeed(coordinator, retireCommonSection, await at('Second'))
    const removed = { parent: null, after: await keyOf('Second') }
    expect((await acting.refuse(coordinator, moveCommonSection, { ...section, ...removed })).keys).toEqual([
      'refusal.place-unknown',
    ])
    expect((await acting.refuse(coordinator, moveCommonSection, { ...(await at('Second')), ...removed })).keys).toEqual(
      ['refusal.common-section-retired'],
    )
  })

  test('is removed from the next release with those under it, and all of them return to their places', async () => {
    const removed = { ...(await at('First')), below: 'retire', others: await seenOf('Within', 'Deep') }
    await acting.succeed(coordinator, retireCommonSection, removed)
    expect(await outline()).toEqual(['1 Second', '2 Last'])
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({ action: 'section.retire' })
    expect((await acting.refuse(coordinator, retireCommonSection, { ...removed, seen: 2 })).keys).toEqual([
      'refusal.common-section-retired',
    ])
    const back = { ...(await at('First')), withBelow: true, others: await seenOf('Within', 'Deep') }
    await acting.succeed(coordinator, returnCommonSection, back)
    expect(await outline()).toEqual(BEGINNING)
    expect((await acting.refuse(coordinator, returnCommonSection, { ...back, seen: 3 })).keys).toEqual([
      'refusal.common-section-not-retired',
    ])
  })

  test('is removed alone, those under it come to its place, and it returns without them', async () => {
    const removed = { ...(await at('First')), below: 'lift', others: await seenOf('Within') }
    await acting.succeed(coordinator, retireCommonSection, removed)
    expect(await outline()).toEqual(['1 Within', '1.1 Deep', '2 Second', '3 Last'])
    await acting.succeed(coordinator, returnCommonSection, await at('First'))
    expect(await outline()).toEqual(['1 First', '2 Within', '2.1 Deep', '3 Second', '4 Last'])
  })

  test('is not removed with one that the person did not see, or that somebody wrote in since', async () => {
    const input = { ...(await at('First')), below: 'retire' }
    const others = await seenOf('Within', 'Deep')
    expect((await acting.refuse(coordinator, retireCommonSection, { ...input, others: [others[0]] })).keys).toEqual([
      'refusal.stale',
    ])
    await acting.succeed(other, saveSection, { ...(await at('Deep')), body: typed('Written meanwhile.') })
    const { keys, saved } = await acting.refuse(coordinator, retireCommonSection, { ...input, others })
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({ rev: 2, updatedBy: other.id })
    expect(await outline()).toEqual(BEGINNING)
  })
})

describe('a section is divided', () => {
  const heading = (id: string, title: string) => block('heading', { id, attrs: { level: 2 }, runs: [text(title)] })
  const paragraph = (id: string, value: string) => block('paragraph', { id, runs: [text(value)] })

  /** The second section gets two paragraphs with a heading between them, in English and in French. */
  async function givenText(): Promise<void> {
    const english = [
      paragraph('e1', 'Who you are.'),
      heading('e2', 'Interpreters'),
      paragraph('e3', 'Ask in good time.'),
    ]
    const french = [paragraph('f1', 'Qui vous êtes.'), heading('f2', 'Interprètes'), paragraph('f3', 'À temps.')]
    await acting.succeed(coordinator, saveSection, { ...(await at('Second')), body: toLexical(english) })
    const place = { ...(await at('Second')), language: 'fr' }
    await acting.succeed(coordinator, saveSection, { ...place, title: 'Deuxième', body: toLexical(french) })
  }

  test('at a heading in each language, its key stays, and the new one stands behind it', async () => {
    await givenText()
    const section = await at('Second')
    const divided = await acting.succeed(coordinator, divideCommonSection, { ...section, at: { en: 'e2', fr: 'f2' } })
    expect(await outline()).toEqual(['1 First', '1.1 Within', '1.1.1 Deep', '2 Second', '3 Interpreters', '4 Last'])
    const first = await acting.sectionOf(toolkit.id, section.key)
    expect(wordsIn(first.body)).toBe('Who you are.')
    expect(wordsIn(first.body, 'fr')).toBe('Qui vous êtes.')
    const second = await acting.sectionOf(toolkit.id, divided.added)
    expect(second).toMatchObject({ title: { en: 'Interpreters', fr: 'Interprètes' }, slug: 'interpreters' })
    expect(wordsIn(second.body)).toBe('Ask in good time.')
    expect(wordsIn(second.body, 'fr')).toBe('À temps.')
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({
      ...{ action: 'section.divide', details: { key: section.key, added: divided.added } },
    })
  })

  test('with one language left whole, or the new one under it', async () => {
    await givenText()
    const input = { ...(await at('Second')), at: { en: 'e2' }, place: 'below' }
    const { added } = await acting.succeed(coordinator, divideCommonSection, input)
    expect(await outline()).toContain('2.1 Interpreters')
    expect(wordsIn((await acting.sectionOf(toolkit.id, input.key)).body, 'fr')).toContain('Interprètes')
    expect((await acting.sectionOf(toolkit.id, added)).title).toEqual({ en: 'Interpreters' })
  })

  test('never where there is no heading, on an old revision, or once it was removed', async () => {
    await givenText()
    const section = await at('Second')
    const keysOf = async (more: Fields) =>
      (await acting.refuse(coordinator, divideCommonSection, { ...section, at: { en: 'e2' }, ...more })).keys
    expect(await keysOf({ at: {} })).toEqual(['refusal.divide-nowhere'])
    expect(await keysOf({ at: { en: 'e3' } })).toEqual(['refusal.divide-heading-gone'])
    expect(await keysOf({ seen: 1 })).toEqual(['refusal.stale'])
    await acting.succeed(coordinator, retireCommonSection, section)
    expect(await keysOf({ seen: section.seen + 1 })).toEqual(['refusal.common-section-retired'])
  })

  test('and joined again, without a word lost and with the sections below', async () => {
    await givenText()
    const { added } = await acting.succeed(coordinator, divideCommonSection, {
      ...{ ...(await at('Second')), at: { en: 'e2', fr: 'f2' } },
    })
    await acting.succeed(coordinator, moveCommonSection, { ...(await at('Last')), parent: added, after: null })
    const [interpreters, second, last] = [await at('Interpreters'), await at('Second'), await at('Last')]
    const others = [second, last].map(({ key, seen }) => ({ key, seen }))
    const input = { ...interpreters, into: second.key, others }
    expect((await acting.refuse(coordinator, joinCommonSection, { ...input, others: [] })).keys).toEqual([
      'refusal.stale',
    ])
    expect((await acting.refuse(coordinator, joinCommonSection, { ...input, into: last.key })).keys).toEqual([
      'refusal.join-not-beside',
    ])
    await acting.succeed(coordinator, joinCommonSection, input)
    expect(await outline()).toEqual(['1 First', '1.1 Within', '1.1.1 Deep', '2 Second', '2.1 Last'])
    const joined = await acting.sectionOf(toolkit.id, second.key)
    expect(wordsIn(joined.body)).toBe('Who you are.\nInterpreters\nAsk in good time.')
    expect(wordsIn(joined.body, 'fr')).toBe('Qui vous êtes.\nInterprètes\nÀ temps.')
    // What was joined keeps its text, and can come back.
    expect(await acting.sectionOf(toolkit.id, added)).toMatchObject({ retired: true, title: { en: 'Interpreters' } })
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({ action: 'section.join' })
    await acting.succeed(coordinator, returnCommonSection, await at('Interpreters'))
    expect(await outline()).toContain('3 Interpreters')
  })
})

describe('two people who change the tree at the same moment', () => {
  test('never put two sections under each other', async () => {
    for (let n = 0; n < 10; n++) {
      const [second, last] = [await at('Second'), await at('Last')]
      const outcomes = await Promise.all([
        acting.perform(coordinator, moveCommonSection, { ...second, parent: last.key, after: null }),
        acting.perform(other, moveCommonSection, { ...last, parent: second.key, after: null }),
      ])
      const done = outcomes.filter(({ ok }) => ok)
      const refused = outcomes.filter(({ ok }) => !ok).flatMap((one) => refusalsOf(one).keys)
      expect(done).toHaveLength(1)
      expect(refused).toEqual(['refusal.place-under-itself'])
      expect(await outline()).toHaveLength(5)
      const inner = outcomes[0]?.ok ? 'Second' : 'Last'
      const spot = { parent: null, after: await keyOf(inner === 'Second' ? 'Last' : 'Second') }
      await acting.succeed(coordinator, moveCommonSection, { ...(await at(inner)), ...spot })
    }
  })

  test('lose no section when one removes what the other moves something under', async () => {
    for (let n = 0; n < 5; n++) {
      const [second, last] = [await at('Second'), await at('Last')]
      await Promise.all([
        acting.perform(coordinator, retireCommonSection, second),
        acting.perform(other, moveCommonSection, { ...last, parent: second.key, after: null }),
      ])
      const docs = await acting.stored('sections', { toolkit: { equals: toolkit.id } })
      const living = new Set(docs.filter(({ retired }) => !retired).map(({ key }) => key))
      // A section that is read never stands under one that is not.
      for (const { parent, retired } of docs) expect(retired || !parent || living.has(parent)).toBe(true)
      if ((await at('Second')).seen > second.seen && !living.has(second.key))
        await acting.succeed(coordinator, returnCommonSection, await at('Second'))
      if (Object(await acting.sectionOf(toolkit.id, last.key)).parent)
        await acting.succeed(coordinator, moveCommonSection, {
          ...(await at('Last')),
          ...{ parent: null, after: second.key },
        })
    }
    expect(await outline()).toEqual(BEGINNING)
  })
})
