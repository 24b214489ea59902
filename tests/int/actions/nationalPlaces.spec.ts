import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSection } from '@/actions/addSection'
import { approveEdition } from '@/actions/approveEdition'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { moveSection } from '@/actions/moveSection'
import { omitSection } from '@/actions/omitSection'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { removeSection, returnSection } from '@/actions/removeSection'
import { submitEdition } from '@/actions/submitEdition'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { inReadingOrder } from '@/domain/release'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { toRelease } from '../setup/toRelease'
import { type Acting, actingOn, typed } from './acting'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let variant: Variant
let editor: Person

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  const section = (title: string, depth: number) => ({ source: '', depth, title, body: words(`About ${title}.`) })
  toolkit = await given.toolkit({
    sections: [section('First', 1), section('Within', 2), section('Retired', 1), section('Last', 1)],
  })
  variant = await given.variant({ toolkit, country: 'ie', languages: ['en'] })
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] })
})

afterAll(() => application.stop())

const WHY = { reason: 'other', explanation: 'No longer needed.' } as const

describe('a section of the country’s own', () => {
  test('is added at any place: first of all, first under a common section, and last', async () => {
    await add('Very first', { parent: null, after: null })
    await add('Under first', { parent: keyOf('First'), after: null })
    await add('Very last', { parent: null, after: keyOf('Last') })
    expect(await outline()).toEqual([
      '1 Very first',
      '2 First',
      '2.1 Under first',
      '2.2 Within',
      '3 Retired',
      '4 Last',
      '5 Very last',
    ])
  })

  test('is not added at a place that is not there', async () => {
    const input = { variant: variant.id, language: 'en', title: 'Lost', body: typed('x') }
    for (const spot of [
      { parent: 'nowhere', after: null },
      { parent: keyOf('First'), after: keyOf('Last') },
    ])
      expect((await acting.refuse(editor, addSection, { ...input, ...spot })).keys).toEqual(['refusal.place-unknown'])
  })

  test('moves to another parent with all that is under it, and is recorded', async () => {
    const key = await add('Child', { parent: await keyNow('Very last'), after: null })
    await move('Very last', { parent: keyOf('First'), after: keyOf('Within') })
    expect(await outline()).toEqual([
      '1 Very first',
      '2 First',
      '2.1 Under first',
      '2.2 Within',
      '2.3 Very last',
      '2.3.1 Child',
      '3 Retired',
      '4 Last',
    ])
    expect((await acting.auditOf('ie')).at(-1)).toMatchObject({ action: 'section.move', actor: editor.id })
    expect(await acting.ownSectionOf(variant.id, key)).toMatchObject({ rev: 1 })
  })

  test('is not moved under itself, to a place that is not there, or to where it stands, nor on an old revision', async () => {
    const key = await keyNow('Very last')
    const now = { ...(await at('Very last')), language: 'en' }
    const keysOf = async (spot: object, more = {}) =>
      (await acting.refuse(editor, moveSection, { ...now, ...spot, ...more })).keys
    expect(await keysOf({ parent: key, after: null })).toEqual(['refusal.place-under-itself'])
    expect(await keysOf({ parent: await keyNow('Child'), after: null })).toEqual(['refusal.place-under-itself'])
    expect(await keysOf({ parent: 'nowhere', after: null })).toEqual(['refusal.place-unknown'])
    expect(await keysOf({ parent: keyOf('First'), after: keyOf('Within') })).toEqual(['refusal.place-same'])
    expect(await keysOf({ parent: null, after: null }, { seen: 1 })).toEqual(['refusal.stale'])
  })

  test('is not moved or removed if it belongs to the common framework', async () => {
    const common = { variant: variant.id, key: keyOf('Last'), seen: 0, language: 'en' }
    const moved = await acting.refuse(editor, moveSection, { ...common, parent: null, after: null })
    expect(moved.keys).toEqual(['refusal.move-common'])
    expect((await acting.refuse(editor, removeSection, { ...common, ...WHY })).keys).toEqual(['refusal.remove-common'])
    expect((await acting.refuse(editor, returnSection, common)).keys).toEqual(['refusal.not-removed'])
  })

  test('is not removed while others stand under it, and the refusal names them', async () => {
    for (const action of [removeSection, omitSection]) {
      const { keys, params } = await acting.refuse(editor, action, { ...(await at('Very last')), ...WHY })
      expect(keys).toEqual(['refusal.remove-has-sections'])
      expect(params).toEqual({ count: 1, sections: '2.3.1 Child' })
    }
  })

  test('is removed without a reason if readers do not know it, keeps its words, and returns to its place', async () => {
    const before = await outline()
    const place = await at('Child')
    await acting.succeed(editor, removeSection, place)
    expect(await outline()).toEqual(before.filter((line) => !line.endsWith('Child')))
    expect((await acting.auditOf('ie')).at(-1)).toMatchObject({ action: 'section.remove' })
    expect(await acting.ownSectionOf(variant.id, place.key)).toMatchObject({ mode: 'omit', title: { en: 'Child' } })
    const gone = { ...place, seen: place.seen + 1 }
    expect((await acting.refuse(editor, removeSection, gone)).keys).toEqual(['refusal.section-removed'])
    const spot = { parent: null, after: null }
    expect((await acting.refuse(editor, moveSection, { ...gone, ...spot })).keys).toEqual(['refusal.section-removed'])
    await acting.succeed(editor, returnSection, gone)
    expect(await outline()).toEqual(before)
    expect((await acting.refuse(editor, returnSection, { ...gone, seen: gone.seen + 1 })).keys).toEqual([
      'refusal.not-removed',
    ])
  })

  test('is removed only with a reason once it was published', async () => {
    const coordinator = await given.coordinator()
    const { rev } = await acting.editionOf(variant.edition)
    await acting.succeed(variant.lead, submitEdition, { edition: variant.edition, seen: rev })
    await acting.succeed(coordinator, approveEdition, await acting.seenNow(variant.edition))
    const publish = { ...(await acting.seenNow(variant.edition)), version: '1.0', notes: 'First.' }
    await acting.succeed(coordinator, publishEdition, publish)
    const place = await at('Child')
    const key = 'refusal.remove-reason-missing'
    const lacking = [
      { field: 'reason', written: {} },
      { field: 'explanation', written: { reason: 'other', explanation: ' ' } },
    ]
    for (const { field, written } of lacking)
      expect(await acting.perform(editor, removeSection, { ...place, ...written })).toMatchObject({
        because: [{ key, field }],
      })
    await acting.succeed(editor, removeSection, { ...place, ...WHY })
    expect(await acting.ownSectionOf(variant.id, place.key)).toMatchObject({ mode: 'omit', reason: 'other' })
  })
})

test('own sections under a common section that is gone stand at its place, and under it again if that is taken back', async () => {
  await add('Ours one', { parent: keyOf('Retired'), after: null })
  await add('Ours two', { parent: keyOf('Retired'), after: await keyNow('Ours one') })
  const before = await outline()
  expect(before).toEqual(expect.arrayContaining(['3 Retired', '3.1 Ours one', '3.2 Ours two', '4 Last']))
  const id = String((await acting.storedOne('sections', { key: { equals: keyOf('Retired') } })).id)
  await application.payload.db.updateOne({ collection: 'sections', id, data: { retired: true } })
  const input = await toRelease(application.payload, { toolkit: toolkit.id, version: '2.0' })
  const { id: release } = await acting.succeed(await given.coordinator(), releaseMaster, input)
  expect(await outline()).toEqual(before)
  const update = { variant: variant.id, release, key: keyOf('Retired'), seen: 0, language: 'en', choice: 'accept' }
  await acting.succeed(variant.lead, decideOnUpdate, update)
  const after = await outline()
  expect(after.filter((line) => /Ours|Last$/.test(line))).toEqual(['3 Ours one', '4 Ours two', '5 Last'])
  await move('Ours two', { parent: null, after: await keyNow('Very first') })
  expect((await outline()).slice(0, 2)).toEqual(['1 Very first', '2 Ours two'])
  const decision = String((await acting.storedOne('update-decisions', {})).id)
  await acting.succeed(variant.lead, takeBackUpdate, { decision, language: 'en', seen: 1 })
  expect(await outline()).toEqual(expect.arrayContaining(['4 Retired', '4.1 Ours one']))
})

async function add(title: string, spot: { parent: string | null; after: string | null }): Promise<string> {
  const input = { variant: variant.id, language: 'en', title, body: typed(`About ${title}.`), ...spot }
  return (await acting.succeed(editor, addSection, input)).key
}

async function move(title: string, spot: { parent: string | null; after: string | null }): Promise<void> {
  await acting.succeed(editor, moveSection, { ...(await at(title)), ...spot })
}

/** The section with this title and its stored revision. */
async function at(title: string) {
  const key = await keyNow(title)
  const { rev } = await acting.ownSectionOf(variant.id, key)
  return { variant: variant.id, key, seen: Number(rev), language: 'en' }
}

async function keyNow(title: string): Promise<string> {
  const { sections } = await acting.resolvedFor(editor, variant.id)
  const found = sections.find(({ content }) => content.title.en === title)
  if (!found) throw new Error(`There is no section ${title}`)
  return found.entry.key
}

function keyOf(title: string): string {
  const found = toolkit.sections.find((one) => one.title === title)
  if (!found) throw new Error(`There is no section ${title}`)
  return found.key
}

async function outline(): Promise<string[]> {
  const { sections } = await acting.resolvedFor(editor, variant.id)
  const titles = new Map(sections.map(({ content }) => [content.key, content.title.en ?? '']))
  return inReadingOrder(sections.map(({ entry }) => entry)).map(
    ({ entry, number }) => `${number} ${titles.get(entry.key) ?? ''}`,
  )
}
