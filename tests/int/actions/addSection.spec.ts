import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { omitSection } from '@/actions/omitSection'
import { removeSection } from '@/actions/removeSection'
import { restoreSection } from '@/actions/restoreSection'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import { inReadingOrder } from '@/domain/release'
import { textOf } from '@/domain/richText/walk'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let editor: Person
let toolkit: Toolkit
let variant: Variant

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  const section = (title: string, depth: number) => ({ source: '', depth, title, body: words(`About ${title}.`) })
  toolkit = await given.toolkit({
    sections: [section('First', 1), section('Within', 2), section('Deep', 2), section('Last', 1)],
  })
  variant = await given.variant({ toolkit, country: 'ch', languages: ['de', 'fr'] })
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'ch' }] })
})

afterAll(() => application.stop())

describe('a section of the country’s own', () => {
  test('is read in the language in which it has words, also after a text in another language was emptied', async () => {
    const empty = { title: 'Ohne Text', summary: '', body: typed('') }
    const { key, rev } = await acting.succeed(editor, addSection, { ...following('Within'), ...empty })
    const place = { variant: variant.id, key, language: 'fr' }
    const words = { title: 'Sans texte', summary: 'En bref.', body: typed('Le texte.') }
    const french = await acting.succeed(editor, adaptSection, { ...place, seen: rev, ...words })
    const german = { ...place, language: 'de', seen: french.rev }
    const written = await acting.succeed(editor, adaptSection, { ...german, body: typed('Der Text.') })
    const emptied = { ...german, seen: written.rev, body: typed('') }
    await acting.succeed(editor, adaptSection, emptied)
    const { entry } = await acting.resolvedSection(editor, { variant: variant.id, key })
    expect(entry.provenance).toMatchObject({ summary: { de: 'missing' }, body: { de: 'missing', fr: 'national' } })
    await acting.succeed(editor, removeSection, { variant: variant.id, key, language: 'de', seen: written.rev + 1 })
  })

  test('follows the chosen section, with a key, an address and an author of its own', async () => {
    const before = await snapshotOf(application.payload)
    const result = await acting.succeed(editor, addSection, {
      ...following('Within'),
      title: 'Opferhilfe',
      summary: 'Kurz.',
      body: typed('Nur in der Schweiz.'),
      reason: 'national-service',
    })
    expect(result).toMatchObject({ slug: 'opferhilfe', rev: 1 })
    expect(toolkit.sections.map(({ key }) => key)).not.toContain(result.key)
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({
      'variant-sections': 1,
      '_variant-sections_versions': 1,
      'audit-events': 1,
    })
    expect(await acting.ownSectionOf(variant.id, result.key)).toMatchObject({
      mode: 'local',
      country: 'ch',
      slug: 'opferhilfe',
      after: keyOf('Within'),
      parent: keyOf('First'),
      title: { de: 'Opferhilfe' },
      reason: 'national-service',
      updatedBy: editor.id,
    })
    expect(await titlesInOrder()).toEqual(['First', 'Within', 'Opferhilfe', 'Deep', 'Last'])
    const { entry, content } = await acting.resolvedSection(editor, { variant: variant.id, key: result.key })
    expect(entry).toMatchObject({
      mode: 'local',
      slug: 'opferhilfe',
      provenance: { title: { de: 'national', fr: 'missing' } },
    })
    expect(entry).not.toHaveProperty('baseBlob')
    expect(textOf(content.body.de ?? [])).toBe('Nur in der Schweiz.')
    expect((await acting.auditOf('ch')).at(-1)).toMatchObject({
      action: 'section.add',
      actor: editor.id,
      details: { key: result.key, language: 'de', rev: 1 },
    })
    expect(await acting.editionOf(variant.edition)).toMatchObject({ contributors: [editor.id] })
  })

  test('is stored once if it is sent again because the answer was lost, and other words only if they are another section', async () => {
    const newKey = '7b0c8f0e-3f1c-4c39-9d0a-5a0f6a0c1b2d'
    const sent = { ...following('Last'), newKey, title: 'Doppelt gesendet', body: typed('Gesendet.') }
    const first = await acting.succeed(editor, addSection, sent)
    expect(first.key).toBe(newKey)
    const before = await snapshotOf(application.payload)
    expect(await acting.succeed(editor, addSection, sent)).toEqual(first)
    expect(await snapshotOf(application.payload)).toEqual(before)
    const otherWords = { ...sent, body: typed('Etwas anderes.') }
    expect((await acting.refuse(editor, addSection, otherWords)).keys).toEqual(['refusal.section-added'])
    expect(await snapshotOf(application.payload)).toEqual(before)
    const other = await acting.succeed(editor, addSection, { ...otherWords, isAnother: true })
    const explained = await acting.succeed(editor, addSection, { ...sent, explanation: 'Warum.', isAnother: true })
    expect(new Set([newKey, other.key, explained.key]).size).toBe(3)
    const common = { ...sent, newKey: keyOf('First'), title: 'Wie der gemeinsame' }
    const beside = await acting.succeed(editor, addSection, common)
    expect(beside.key).not.toBe(keyOf('First'))
    for (const { key } of [first, other, explained, beside]) {
      const { rev } = await acting.ownSectionOf(variant.id, key)
      const gone = { reason: 'other' as const, explanation: 'Nur ein Versuch.' }
      await acting.succeed(editor, omitSection, { ...following('Last'), key, seen: Number(rev), ...gone })
    }
  })

  test('keeps its place and its address when it is edited, whatever is added beside it', async () => {
    const second = await acting.succeed(editor, addSection, {
      ...following('Within'),
      title: 'Zweite',
      body: typed('2'),
    })
    const last = await acting.succeed(editor, addSection, {
      ...following('Last'),
      title: 'Schluss',
      body: typed('Ende'),
    })
    await acting.succeed(editor, addSection, { ...following('Zweite', second.key), title: 'Dritte', body: typed('3') })
    const edited = { ...place(second.key), seen: 1, title: 'Zweite, neu', body: typed('Zwei') }
    expect(await acting.succeed(editor, adaptSection, edited)).toEqual({ key: second.key, rev: 2 })
    const french = { ...place(last.key), seen: 1, language: 'fr', title: 'Fin', body: typed('Fin.') }
    await acting.succeed(editor, adaptSection, french)
    const order = ['First', 'Within', 'Zweite, neu', 'Dritte', 'Opferhilfe', 'Deep', 'Last', 'Schluss']
    expect(await titlesInOrder()).toEqual(order)
    const own = await acting.ownSectionOf(variant.id, second.key)
    expect(own).toMatchObject({ mode: 'local', slug: 'zweite' })
    expect((await acting.revisionsOf('variant-sections', own.id)).map(({ body }) => wordsIn(body, 'de'))).toEqual([
      '2',
      'Zwei',
    ])
    expect((await acting.ownSectionOf(variant.id, last.key)).title).toEqual({ de: 'Schluss', fr: 'Fin' })
  })

  test('has an address that no other section of the version has, including unused ones', async () => {
    const common = await acting.succeed(editor, addSection, { ...following('Last'), title: 'Within', body: typed('x') })
    expect(common.slug).toBe('within-2')
    const reserved = await acting.succeed(editor, addSection, {
      ...following('Last'),
      title: 'Compare',
      body: typed('x'),
    })
    expect(reserved.slug).toBe('compare-2')
    const left = await acting.succeed(editor, addSection, { ...following('Last'), title: 'Zweimal', body: typed('x') })
    await acting.succeed(editor, omitSection, { ...place(left.key), seen: 1, ...WHY })
    const again = await acting.succeed(editor, addSection, { ...following('Last'), title: 'Zweimal', body: typed('y') })
    await acting.succeed(editor, adaptSection, { ...place(left.key), seen: 2, body: typed('Wieder da.') })
    expect([left.slug, again.slug]).toEqual(['zweimal', 'zweimal-2'])
    const slugs = (await acting.resolvedFor(editor, variant.id)).sections.map(({ entry }) => entry.slug)
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  test('can be left out and used again, in its old place', async () => {
    const { key } = await acting.succeed(editor, addSection, {
      ...following('First'),
      title: 'Kurz',
      body: typed('Da.'),
    })
    const there = await titlesInOrder()
    await acting.succeed(editor, omitSection, { ...place(key), seen: 1, ...WHY })
    expect(await titlesInOrder()).toEqual(there.filter((title) => title !== 'Kurz'))
    await acting.succeed(editor, adaptSection, { ...place(key), seen: 2, body: typed('Wieder da.') })
    expect(await titlesInOrder()).toEqual(there)
  })

  test('has no common text to restore, to supplement or to translate', async () => {
    const { key } = await acting.succeed(editor, addSection, {
      ...following('Last'),
      title: 'Eigenes',
      body: typed('x'),
    })
    const own = { ...place(key), seen: 1 }
    const keysOf = async (refusal: Promise<{ keys: string[] }>) => (await refusal).keys
    expect(await keysOf(acting.refuse(editor, restoreSection, own))).toEqual(['refusal.own-section-restore'])
    const addition = { ...own, addition: typed('More') }
    expect(await keysOf(acting.refuse(editor, supplementSection, addition))).toEqual(['refusal.own-section-supplement'])
    const french = { ...own, language: 'fr', title: 'À nous', body: typed('x') }
    expect(await keysOf(acting.refuse(editor, translateSection, french))).toEqual(['refusal.own-section-translate'])
  })

  test('cannot be added after a section that does not exist', async () => {
    const nowhere = { ...following('Last', 'not-a-key'), title: 'Verloren', body: typed('x') }
    expect((await acting.refuse(editor, addSection, nowhere)).keys).toEqual(['refusal.section-unknown'])
  })

  test('is stored once for each person if several add one after the same section at the same time', async () => {
    const before = await titlesInOrder()
    const titles = ['Eins', 'Zwei', 'Drei']
    const added = titles.map((title) =>
      acting.succeed(editor, addSection, { ...following('Deep'), title, body: typed('x') }),
    )
    const results = await Promise.all(added)
    expect(new Set(results.map(({ slug }) => slug)).size).toBe(3)
    const order = await titlesInOrder()
    const at = order.indexOf('Deep')
    expect(order.slice(at + 1, at + 4).sort()).toEqual([...titles].sort())
    expect(order).toHaveLength(before.length + 3)
    const ranks = await Promise.all(results.map(({ key }) => acting.ownSectionOf(variant.id, key)))
    expect(new Set(ranks.map(({ rank }) => rank)).size).toBe(3)
  })

  test('is part of what is sent', async () => {
    const { rev } = await acting.editionOf(variant.edition)
    await acting.succeed(variant.lead, submitEdition, { edition: variant.edition, seen: rev })
    const { sections } = await acting.resolvedFor(editor, variant.id)
    const { pinnedManifest } = await acting.editionOf(variant.edition)
    expect(pinnedManifest).toEqual(sections.map(({ entry }) => entry))
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })
})

const WHY = { reason: 'other', explanation: 'Nicht mehr nötig.' }

function keyOf(title: string): string {
  const found = toolkit.sections.find((one) => one.title === title)
  if (!found) throw new Error(`There is no section ${title}`)
  return found.key
}

function following(title: string, key = keyOf(title)) {
  return { variant: variant.id, after: key, language: 'de' }
}

function place(key: string) {
  return { variant: variant.id, key, language: 'de' }
}

async function titlesInOrder(): Promise<string[]> {
  const { sections } = await acting.resolvedFor(editor, variant.id)
  const titles = new Map(sections.map(({ content }) => [content.key, content.title.de ?? content.title.en ?? '']))
  return inReadingOrder(sections.map(({ entry }) => entry)).map(({ entry }) => titles.get(entry.key) ?? '')
}
