import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importToolkit } from '@/actions/importToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import type { ImportedSection } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { block, type RichText, text } from '@/domain/richText/richText'
import { fromLexical } from '@/lexical/fromLexical'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { factoriesFor, onePixel } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, manifestOf, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let coordinator: Person
const toolkits: string[] = []

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  coordinator = await factoriesFor(application).coordinator()
})

afterAll(() => application.stop())

describe('importing a document as a new toolkit', () => {
  test('stores its sections in order, each with an address, a key and its author', async () => {
    const result = await bring('first', [
      section('Understand', { text: 'What it is about.' }),
      section('Who decides', {
        depth: 2,
        text: 'The office decides.',
        summary: 'In short.',
        guidance: 'Name your office.',
        policy: 'national',
        audiences: ['lawyer', 'police'],
        stages: ['registration'],
      }),
      section('Referral', { slug: 'where-to-turn' }),
    ])
    expect(result).toMatchObject({ slug: 'first', created: true, counts: { new: 3, changed: 0, same: 0, gone: 0 } })
    const [understand, decides, referral] = await sectionsOf('first')
    expect([understand, decides, referral].map((one) => one?.slug)).toEqual([
      'understand',
      'who-decides',
      'where-to-turn',
    ])
    expect(new Set([understand?.key, decides?.key, referral?.key]).size).toBe(3)
    expect(understand).toMatchObject({ parent: null, policy: 'free', title: { en: 'Understand' }, rev: 1 })
    expect(decides).toMatchObject({
      parent: understand?.key,
      summary: { en: 'In short.' },
      guidance: { en: 'Name your office.' },
      policy: 'national',
      audiences: ['lawyer', 'police'],
      stages: ['registration'],
      retired: false,
      updatedBy: coordinator.id,
    })
    expect(String(understand?.rank) < String(referral?.rank)).toBe(true)
    expect(wordsIn(decides?.body)).toBe('The office decides.')
    expect(blockIdsOf(decides?.body)).toEqual([expect.stringMatching(/.+/)])
    const revisions = await acting.revisionsOf('sections', decides?.id)
    expect(revisions).toMatchObject([{ rev: 1, updatedBy: coordinator.id, title: { en: 'Who decides' } }])
  })

  test('stores the toolkit with its language, and records the import', async () => {
    const result = await bring('named', [section('One')], {
      title: 'The whole',
      description: 'For all.',
      sample: true,
      language: 'fr',
    })
    expect((await acting.stored('toolkits', { slug: { equals: 'named' } }))[0]).toMatchObject({
      title: { fr: 'The whole' },
      description: { fr: 'For all.' },
      sourceLanguage: 'fr',
      sample: true,
      updatedBy: coordinator.id,
    })
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({
      action: 'toolkit.import',
      actor: coordinator.id,
      subject: `toolkits/${result.toolkit}`,
      details: { language: 'fr', new: 1, gone: 0 },
    })
  })

  test('stores each picture once, under the hash of its bytes, and omits a picture that the document lacks', async () => {
    const bytes = onePixel('in a document')
    const shown = [picture('a.png'), picture('lost.png')]
    const images = [{ name: 'a.png', bytes, mimeType: 'image/png', alt: 'Two circles' }]
    await bring('pictures', [section('Shown', { body: shown })], { images })
    await bring('pictures-too', [section('Shown again', { body: shown })], { images })
    const media = await acting.stored('media')
    expect(media).toMatchObject([{ country: 'master', updatedBy: coordinator.id }])
    const stored = await readFile(join(process.env.MEDIA_DIR ?? '', String(media[0]?.filename)))
    expect(media[0]?.filename).toBe(`master-${createHash('sha256').update(stored).digest('hex')}.png`)
    for (const slug of ['pictures', 'pictures-too']) {
      const body = fromLexical(Object((await sectionsOf(slug))[0]?.body).en)
      expect(body.map(({ attrs }) => attrs.media)).toEqual([media[0]?.id])
    }
  })
})

describe('importing a newer text', () => {
  const long = (topic: string) =>
    `The ${topic} is written down on the first day by whoever speaks with the person, who keeps a copy of it.`

  test('keeps keys, addresses and block ids, and says what is new, changed, moved, unchanged and removed', async () => {
    await bring('newer', [
      section('Start', { body: paragraphs(long('name'), long('language')) }),
      section('Talk', { text: long('talk') }),
      section('Renamed before', { text: long('letter') }),
      section('Old', { text: long('stamp') }),
      section('End', { text: long('farewell') }),
    ])
    const before = await byTitle('newer')
    const grown = await snapshotOf(application.payload)
    const result = await bring('newer', [
      section('End', { text: long('farewell') }),
      section('Start', { body: paragraphs(long('name'), 'A new line in between.', `${long('language')} Always.`) }),
      section('Talk', { text: long('talk') }),
      section('Renamed after', { text: long('letter') }),
      section('New', { text: 'Nobody has written about this yet.' }),
    ])
    expect(result.counts).toEqual({ new: 1, changed: 2, moved: 1, both: 0, same: 1, gone: 1 })
    const after = await byTitle('newer')
    for (const [was, is] of [
      ['Start', 'Start'],
      ['Talk', 'Talk'],
      ['Renamed before', 'Renamed after'],
      ['End', 'End'],
      ['Old', 'Old'],
    ] as const) {
      expect(after.get(is)).toMatchObject({ key: before.get(was)?.key, slug: before.get(was)?.slug })
    }
    const [first, last] = blockIdsOf(before.get('Start')?.body)
    const ids = blockIdsOf(after.get('Start')?.body)
    expect(ids).toEqual([first, expect.stringMatching(/.+/), last])
    expect(new Set(ids).size).toBe(3)
    expect(after.get('Talk')).toEqual(before.get('Talk'))
    expect(after.get('Old')).toMatchObject({ retired: true, rev: 2 })
    expect(wordsIn(after.get('Old')?.body)).toBe(long('stamp'))
    const order = [...after.values()].filter(({ retired }) => !retired).sort(byRank)
    expect(order.map(({ title }) => Object(title).en)).toEqual(['End', 'Start', 'Talk', 'Renamed after', 'New'])
    expect(grownBetween(grown, await snapshotOf(application.payload))).toEqual({
      sections: 1,
      // The unchanged section has none: another revision would say that somebody changed it.
      _sections_versions: 5,
      // The import: two sections have other words, and one is new.
      blobs: 3,
      imports: 1,
      'audit-events': 1,
    })
  })

  test('stores only the record of the import if the text is the same', async () => {
    const same = [section('Same', { text: long('same') }), section('Too', { depth: 2, text: long('too') })]
    await bring('same', same)
    const before = await snapshotOf(application.payload)
    expect((await bring('same', same)).counts).toEqual({ new: 0, changed: 0, moved: 0, both: 0, same: 2, gone: 0 })
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({ 'audit-events': 1 })
  })

  test.each([
    ['with the words it had', long('return')],
    ['with other words', 'Something else altogether.'],
  ])('restores a removed section, %s, under its key and address', async (_, words) => {
    const slug = words === long('return') ? 'returns' : 'returns-changed'
    await bring(slug, [section('Stays'), section('Comes back', { text: long('return') }), section('Last')])
    const before = (await byTitle(slug)).get('Comes back')
    await bring(slug, [section('Stays'), section('Last')])
    expect((await byTitle(slug)).get('Comes back')).toMatchObject({ retired: true })
    const released = await acting.succeed(
      coordinator,
      releaseMaster,
      await acting.toRelease({ toolkit: String(toolkits.at(-1)), version: '1.0' }),
    )
    const result = await bring(slug, [section('Stays'), section('Comes back', { text: words }), section('Last')])
    expect(result.counts).toMatchObject({ new: 1, gone: 0, same: 2 })
    const after = await byTitle(slug)
    expect(after.size).toBe(3)
    expect(after.get('Comes back')).toMatchObject({ key: before?.key, slug: before?.slug, retired: false, rev: 3 })
    expect(wordsIn(after.get('Comes back')?.body)).toBe(words)
    const order = [...after.values()].sort(byRank).map(({ title }) => Object(title).en)
    expect(order).toEqual(['Stays', 'Comes back', 'Last'])
    expect(await acting.revisionsOf('sections', before?.id)).toHaveLength(3)
    const again = await acting.succeed(
      coordinator,
      releaseMaster,
      await acting.toRelease({ toolkit: String(toolkits.at(-1)), version: '1.1' }),
    )
    const [first, second] = await acting.releasesOf(String(toolkits.at(-1)), 'master')
    expect([first?.id, second?.id]).toEqual([released.id, again.id])
    expect(manifestOf(first).has(String(before?.key))).toBe(false)
    expect(manifestOf(second).get(String(before?.key))).toMatchObject({ slug: before?.slug })
  })

  test('with a new section that has the title of a removed one restores that one, without a second address', async () => {
    await bring('twice', [section('Help', { text: long('help') }), section('Rest', { text: long('rest') })])
    await bring('twice', [section('Rest', { text: long('rest') })])
    await bring('twice', [section('Rest', { text: long('rest') }), section('Help', { text: 'Call.' })])
    await bring('twice', [section('Rest', { text: long('rest') })])
    await bring('twice', [section('Help', { text: 'Call us.' }), section('Rest', { text: long('rest') })])
    expect((await sectionsOf('twice')).map(({ slug }) => slug)).toEqual(['help', 'rest'])
  })

  test('prefers an existing section to a removed one of the same title', async () => {
    await bring('prefer', [section('Part'), section('Words', { text: 'The old words.' })])
    await bring('prefer', [section('Part')])
    const gone = (await byTitle('prefer')).get('Words')
    await bring('prefer', [section('Part'), section('Other', { text: long('other') })])
    const other = (await byTitle('prefer')).get('Other')
    await acting.succeed(coordinator, saveSection, {
      toolkit: toolkits.at(-1),
      key: other?.key,
      seen: other?.rev,
      language: 'en',
      title: 'Words',
    })
    await bring('prefer', [section('Part'), section('Words', { text: 'Words of today.' })])
    const words = (await sectionsOf('prefer')).filter(({ title }) => Object(title).en === 'Words')
    expect(words.map(({ key, retired }) => ({ key, retired }))).toEqual(
      expect.arrayContaining([
        { key: gone?.key, retired: true },
        { key: other?.key, retired: false },
      ]),
    )
  })
})

describe('importing a second language', () => {
  const english = [
    section('One', { text: 'First words.' }),
    section('Two', { depth: 2, text: 'Second words.' }),
    section('Three', { text: 'Third words.' }),
  ]
  const french = [
    section('Un', { text: 'Premiers mots.', summary: 'En bref.' }),
    section('Deux', { depth: 2, text: 'Deuxièmes mots.' }),
    section('Trois', { text: 'Troisièmes mots.' }),
  ]

  test('puts each text beside its counterpart, and does not change the words of the first language', async () => {
    await bring('bilingual', english)
    const before = await sectionsOf('bilingual')
    const { counts } = await bring('bilingual', french, { language: 'fr' })
    expect(counts).toEqual({ new: 0, changed: 3, moved: 0, both: 0, same: 0, gone: 0 })
    const after = await sectionsOf('bilingual')
    expect(after.map(({ title }) => title)).toEqual([
      { en: 'One', fr: 'Un' },
      { en: 'Two', fr: 'Deux' },
      { en: 'Three', fr: 'Trois' },
    ])
    expect(after.map(({ body }) => wordsIn(body, 'fr'))).toEqual([
      'Premiers mots.',
      'Deuxièmes mots.',
      'Troisièmes mots.',
    ])
    for (const [index, one] of after.entries()) {
      const { key, slug, parent, rank, body } = before[index] ?? {}
      expect(one).toMatchObject({ key, slug, parent, rank })
      expect(Object(one.body).en).toEqual(Object(body).en)
    }
  })

  test('is refused if the two documents do not have the same structure', async () => {
    await bring('shapes', english)
    const { keys } = await acting.refuse(
      coordinator,
      importToolkit,
      await input('shapes', french.slice(0, 2), { language: 'fr' }),
    )
    expect(keys).toEqual(['import.not-in-document'])
    const more = [...french, section('Quatre')]
    const refused = await acting.refuse(coordinator, importToolkit, await input('shapes', more, { language: 'fr' }))
    expect(refused.keys).toEqual(['import.no-counterpart'])
  })
})

describe('an import', () => {
  test('is refused if the toolkit has changed since its preview', async () => {
    await bring('previewed', [section('One', { text: 'As seen.' })])
    const [one] = await sectionsOf('previewed')
    const newer = await input('previewed', [section('One', { text: 'Newer.' })])
    await acting.succeed(coordinator, saveSection, {
      toolkit: toolkits.at(-1),
      key: one?.key,
      seen: 1,
      language: 'en',
      body: typed('Somebody else was faster.'),
    })
    expect((await acting.refuse(coordinator, importToolkit, newer)).keys).toEqual(['refusal.import-moved-on'])
    expect(wordsIn((await sectionsOf('previewed'))[0]?.body)).toBe('Somebody else was faster.')
    const fresh = { ...newer, seen: await acting.seenForImport(coordinator, 'previewed') }
    expect((await acting.refuse(coordinator, importToolkit, fresh)).keys).toEqual(['refusal.import-undecided'])
  })

  test('is refused if the toolkit was created after a preview that saw none', async () => {
    const given = await input('made-since', [section('One')])
    await acting.succeed(coordinator, importToolkit, given)
    expect((await acting.refuse(coordinator, importToolkit, given)).keys).toEqual(['refusal.import-moved-on'])
  })

  test('stores nothing if its twentieth section cannot be stored, not even a new toolkit and its pictures', async () => {
    const bad = Array.from({ length: 25 }, (_, n) => section(`Section ${n}`, n === 19 ? unstorable : {}))
    const images = [{ name: 'b.png', bytes: onePixel('never stored'), mimeType: 'image/png', alt: 'b' }]
    const refused = await acting.refuse(coordinator, importToolkit, await input('half', bad, { images }))
    expect(new Set(refused.keys)).toEqual(new Set(['refusal.bad-input']))
    expect(refused.params.where).toMatch(/body/i)
  })

  test('does not change an existing toolkit if one of its sections cannot be stored', async () => {
    await bring('kept', [section('Here', { text: 'As it was.' }), section('There')])
    const bad = [section('Here', { text: 'Changed.' }), section('New'), section('There', unstorable)]
    const refused = await acting.refuse(coordinator, importToolkit, await input('kept', bad))
    expect(new Set(refused.keys)).toEqual(new Set(['refusal.bad-input']))
  })

  test('is refused with the title of each section whose title or summary is too long, and says how long it is', async () => {
    const long = section('Long', { summary: 'x'.repeat(2001) })
    const refusal = async (...sections: ImportedSection[]) =>
      acting.refuse(coordinator, importToolkit, await input('long-lines', sections))
    expect(await refusal(section('Fits'), long)).toMatchObject({
      keys: ['import.section-line-too-long'],
      params: { title: 'Long', field: 'summary', count: 2001, limit: 2000 },
    })
    expect(await refusal(long, section('y'.repeat(301)))).toMatchObject({
      keys: ['import.section-line-too-long', 'import.section-line-too-long'],
      params: { title: 'y'.repeat(301), field: 'title', count: 301, limit: 300 },
    })
  })

  test('keeps the stored data consistent', async () => {
    for (const toolkit of toolkits) expect(await acting.problemsOf(toolkit)).toEqual([])
  })
})

/** Only Payload's field finds it, when the section is written. */
const unstorable = {
  body: [
    block('contact', {
      children: [block('field', { attrs: { name: 'email' }, runs: [text('ask at the desk')] })],
    }),
  ],
}

function section(
  title: string,
  { text: words = `Words of ${title}.`, ...given }: Partial<ImportedSection> & { text?: string } = {},
): ImportedSection {
  return { source: 'document', depth: 1, title, body: paragraphs(words), ...given }
}

function paragraphs(...lines: string[]): RichText {
  return lines.map((line) => block('paragraph', { runs: [text(line)] }))
}

function picture(name: string) {
  return block('image', { attrs: { media: name } })
}

async function input(slug: string, sections: ImportedSection[], more: Fields & { language?: Language } = {}) {
  const seen = await acting.seenForImport(coordinator, slug, more.language)
  // Other tests check the questions about removed sections.
  return { slug, title: `Toolkit ${slug}`, language: 'en', sections, images: [], seen, allowGone: 99, ...more }
}

/** Imports after a last preview of the toolkit. */
async function bring(slug: string, sections: ImportedSection[], more: Fields & { language?: Language } = {}) {
  const result = await acting.succeed(coordinator, importToolkit, await input(slug, sections, more))
  toolkits.push(result.toolkit)
  return result
}

/** The stored sections of a toolkit, in the order of their creation. */
async function sectionsOf(slug: string): Promise<Fields[]> {
  const [toolkit] = await acting.stored('toolkits', { slug: { equals: slug } })
  return acting.stored('sections', { toolkit: { equals: toolkit?.id } })
}

async function byTitle(slug: string): Promise<Map<string, Fields>> {
  return new Map((await sectionsOf(slug)).map((one) => [String(Object(one.title).en), one]))
}

function byRank(a: Fields, b: Fields): number {
  return String(a.rank) < String(b.rank) ? -1 : 1
}

function blockIdsOf(body: unknown): string[] {
  return fromLexical(Object(body).en).map(({ id }) => id)
}
