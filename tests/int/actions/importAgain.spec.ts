import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPicture } from '@/actions/addPicture'
import { importToolkit } from '@/actions/importToolkit'
import { saveSection } from '@/actions/saveSection'
import type { ImportedSection } from '@/domain/importing'
import { type Block, block, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { factoriesFor, onePixel } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, wordsIn } from './acting'

let application: Application
let acting: Acting
let coordinator: Person
let count = 0

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  coordinator = await factoriesFor(application).coordinator()
})

afterAll(() => application.stop())

const LINES = [
  'The assessment must be finished within a reasonable period after the application.',
  'Tell the person why you ask.',
  'Write down what you hear, in the words of the person.',
]

describe('a document that is imported again', () => {
  test('changes nothing if it is the same, whatever was edited here since', async () => {
    const document = [
      section('Assess', LINES),
      section('Refer', ['Name who helps.']),
      section('Close', ['Say goodbye.']),
    ]
    const toolkit = await bring('identical', document)
    await edit(toolkit, 'Assess', { title: 'Assess special needs', lines: LINES.with(1, 'Explain why you ask.') })
    await edit(toolkit, 'Refer', {
      title: 'Whom to turn to',
      lines: ['Something else altogether, about other things.'],
    })
    const before = await snapshotOf(application.payload)
    const { counts } = await again('identical', document)
    expect(counts).toEqual({ new: 0, changed: 0, moved: 0, both: 0, same: 3, gone: 0 })
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({ 'audit-events': 1 })
  })

  test('imports its changes, and keeps what was edited here', async () => {
    const toolkit = await bring('both', [section('Assess', LINES), section('Refer', ['Name who helps.'])])
    await edit(toolkit, 'Assess', { lines: LINES.with(1, 'Tell the person why you ask and who reads it.') })
    const result = await again('both', [
      section('Assess', [...LINES.with(0, 'The assessment must be finished within 30 days.'), 'Give a copy.']),
      section('Refer', ['Name who helps.']),
    ])
    expect(result.counts).toMatchObject({ changed: 1, same: 1 })
    expect(await linesOf(toolkit, 'Assess')).toEqual([
      'The assessment must be finished within 30 days.',
      'Tell the person why you ask and who reads it.',
      'Write down what you hear, in the words of the person.',
      'Give a copy.',
    ])
  })

  const ONE = 'The assessment must be finished soon after the application.'
  const OTHER = 'The assessment must be finished within 30 days of the application.'
  test.each<[string, unknown, string]>([
    ['ours', 'ours', ONE],
    ['theirs', 'theirs', OTHER],
    [
      'own words',
      { text: 'within one month of' },
      'The assessment must be finished within one month of the application.',
    ],
  ])('asks about a place that both changed, and writes nothing before the answer: %s', async (_, answer, expected) => {
    const slug = `asks-${++count}`
    const toolkit = await bring(slug, [section('Assess', LINES)])
    await edit(toolkit, 'Assess', { lines: LINES.with(0, ONE) })
    const newer = [section('Assess', LINES.with(0, OTHER))]
    const refused = await acting.refuse(coordinator, importToolkit, await input(slug, newer))
    expect(refused).toMatchObject({ keys: ['refusal.import-undecided'], params: { count: 1, sections: 'Assess' } })
    await again(slug, newer, { choices: await answering(answer, { slug, sections: newer }) })
    expect((await linesOf(toolkit, 'Assess'))[0]).toBe(expected)
    expect((await again(slug, newer)).counts).toMatchObject({ changed: 0, same: 1 })
    expect((await linesOf(toolkit, 'Assess'))[0]).toBe(expected)
  })

  test('keeps a title, a summary and guidance that were edited here, and takes those that it changed', async () => {
    const first = section('Title', ['Text.'], { summary: 'Summary', guidance: 'Guidance', policy: 'free' })
    const toolkit = await bring('fields', [first])
    await edit(toolkit, 'Title', { title: 'Better title', guidance: 'Better guidance' })
    await again('fields', [{ ...first, summary: 'Newer summary', policy: 'national' }])
    expect(await stored(toolkit, 'Better title')).toMatchObject({
      summary: { en: 'Newer summary' },
      guidance: { en: 'Better guidance' },
      policy: 'national',
    })
  })

  test('does not remove what it omits: a summary that was written here stays', async () => {
    const toolkit = await bring('unsaid', [section('Title', ['Text.'])])
    await edit(toolkit, 'Title', { summary: 'Written here' })
    await again('unsaid', [section('Title', ['Text, changed.'])])
    expect(await stored(toolkit, 'Title')).toMatchObject({ summary: { en: 'Written here' } })
  })

  test('takes a picture that it replaced, and stores no other revision for the same picture', async () => {
    const images = (seed: string) => [{ name: 'a.png', bytes: onePixel(seed), mimeType: 'image/png', alt: 'A' }]
    const shown = [{ ...section('Shown', []), body: [pictureBlock('a.png')] }]
    const toolkit = await bring('pictures', shown, { images: images('one') })
    const { body } = await stored(toolkit, 'Shown')
    expect((await again('pictures', shown, { images: images('one') })).counts).toMatchObject({ same: 1 })
    expect((await stored(toolkit, 'Shown')).body).toEqual(body)
    expect((await again('pictures', shown, { images: images('two') })).counts).toMatchObject({ changed: 1 })
    const [before, after] = [body, (await stored(toolkit, 'Shown')).body].map((one) => fromLexical(Object(one).en)[0])
    expect(after?.attrs.media).not.toEqual(before?.attrs.media)
  })

  test('keeps a picture that was added here if it changes the text beside it', async () => {
    const toolkit = await bring('own-picture', [section('Shown', LINES)])
    const bytes = onePixel('put in here')
    const put = await acting.succeed(coordinator, addPicture, { country: 'master', name: 'own.png', bytes })
    const { key, rev, body } = await stored(toolkit, 'Shown')
    const mine = [...fromLexical(Object(body).en), pictureBlock(put.id)]
    await acting.succeed(coordinator, saveSection, { toolkit, key, seen: rev, language: 'en', body: toLexical(mine) })
    const newer = [section('Shown', LINES.with(0, 'The assessment must be finished within 30 days.'))]
    expect((await again('own-picture', newer)).counts).toMatchObject({ changed: 1 })
    const after = fromLexical(Object((await stored(toolkit, 'Shown')).body).en)
    expect(after.filter(({ kind }) => kind === 'image').map(({ attrs }) => attrs.media)).toEqual([put.id])
    expect(textOf(after)).toContain('within 30 days')
  })

  test('asks about every section that differs if the earlier import is unknown', async () => {
    const toolkit = await bring('unknown', [section('Same', ['Same.']), section('Other', ['Other.'])])
    await application.payload.db.connection.collection('imports').deleteMany({})
    const newer = [section('Same', ['Same.']), section('Other', ['Newer.'])]
    const refused = await acting.refuse(coordinator, importToolkit, await input('unknown', newer))
    expect(refused).toMatchObject({ keys: ['refusal.import-undecided'], params: { count: 1, sections: 'Other' } })
    await again('unknown', newer, { choices: await answering('theirs', { slug: 'unknown', sections: newer }) })
    expect(await linesOf(toolkit, 'Other')).toEqual(['Newer.'])
  })
})

describe('a section that the document no longer contains', () => {
  const ten = Array.from({ length: 10 }, (_, n) => section(`Section ${n}`, [`Words of section ${n}.`]))

  test('is removed if it is one of ten and nobody edited it', async () => {
    const toolkit = await bring('one-goes', ten)
    expect((await again('one-goes', ten.slice(1))).counts).toMatchObject({ gone: 1, same: 9 })
    expect(await stored(toolkit, 'Section 0')).toMatchObject({ retired: true })
  })

  test('is asked about, with the others, if more than a tenth would be removed', async () => {
    await bring('two-go', ten)
    const fewer = ten.slice(2)
    const refused = await acting.refuse(coordinator, importToolkit, await input('two-go', fewer))
    expect(refused.keys).toEqual(['refusal.import-gone'])
    expect(refused.params).toEqual({ count: 2, all: 10, sections: 'Section 0, Section 1' })
    const tooFew = await acting.refuse(coordinator, importToolkit, { ...(await input('two-go', fewer)), allowGone: 1 })
    expect(tooFew.keys).toEqual(['refusal.import-gone'])
    expect((await again('two-go', fewer, { allowGone: 2 })).counts).toMatchObject({ gone: 2 })
  })

  test('is asked about if it was edited here, and stays if that is chosen, the next time too', async () => {
    const toolkit = await bring('edited-gone', ten)
    await edit(toolkit, 'Section 0', { lines: ['Written here.'] })
    const fewer = ten.slice(1)
    const refused = await acting.refuse(coordinator, importToolkit, await input('edited-gone', fewer))
    expect(refused).toMatchObject({ keys: ['refusal.import-undecided'], params: { sections: 'Section 0' } })
    const stays = { choices: await answering('ours', { slug: 'edited-gone', sections: fewer }) }
    expect((await again('edited-gone', fewer, stays)).counts).toMatchObject({ gone: 0 })
    const before = await snapshotOf(application.payload)
    expect((await again('edited-gone', fewer)).counts).toMatchObject({ gone: 0, same: 9 })
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({ 'audit-events': 1 })
    expect(await stored(toolkit, 'Section 0')).toMatchObject({ retired: false })
  })
})

describe('a text that nobody could save afterwards', () => {
  const contacts = (count: number): ImportedSection =>
    section('Long', [], { body: Array.from({ length: count }, () => block('contact')) })
  const nestedLists = Array.from({ length: 20 }).reduce<Block[]>(
    (children) => [block('list', { children: [block('item', { runs: [text('One.')], children })] })],
    [],
  )
  const other = (words: string) => section('Other', [words])

  test('is refused with the title of its section, whether it is new or changed', async () => {
    const tooLarge = { keys: ['import.section-too-large'], params: { title: 'Long', percent: 101 } }
    const refusedImport = async (slug: string, sections: ImportedSection[]) =>
      acting.refuse(coordinator, importToolkit, await input(slug, sections))
    expect(await refusedImport('too-large', [contacts(1_001)])).toMatchObject(tooLarge)
    expect(await refusedImport('too-deep', [section('Deep', [], { body: nestedLists })])).toMatchObject({
      keys: ['import.section-too-deep'],
      params: { title: 'Deep' },
    })
    await bring('grows', [contacts(2)])
    expect(await refusedImport('grows', [contacts(1_001)])).toMatchObject(tooLarge)
  })

  test.each([
    ['stays as it is', false],
    ['stays left out', true],
  ])('is no obstacle if it is stored already and %s', async (_, retired) => {
    const slug = `stored-${++count}`
    const toolkit = await bring(slug, [contacts(2), other('Words.')])
    // Stored before there was a limit.
    const body = { en: toLexical(contacts(1_001).body) }
    const sections = application.payload.db.collections.sections
    await sections?.updateOne({ toolkit, 'title.en': 'Long' }, { $set: { body, retired } })
    const before = await stored(toolkit, 'Long')
    expect(before).toMatchObject({ body, retired })
    expect((await again(slug, [contacts(2), other('Newer words.')])).counts).toMatchObject({ changed: 1 })
    expect(await stored(toolkit, 'Long')).toEqual(before)
  })
})

describe('the pairing that a person chose', () => {
  test('is used and remembered: importing the same document again changes nothing', async () => {
    const toolkit = await bring('by-hand', [section('Alpha', ['First.']), section('Beta', ['Second.'])])
    const { key } = await stored(toolkit, 'Alpha')
    const newer = [section('Quite another name', ['Quite other words.']), section('Beta', ['Third.'])]
    const pairs = { 0: String(key), 1: null }
    const { gone } = await acting.planOfImport(coordinator, { slug: 'by-hand', sections: newer, pairs })
    const { counts } = await again('by-hand', newer, {
      choices: { pairs, resolutions: Object.fromEntries(gone.map(({ id }) => [id, 'ours'])) },
    })
    expect(counts).toMatchObject({ new: 1, changed: 1, gone: 0 })
    expect(await stored(toolkit, 'Quite another name')).toMatchObject({ key, slug: 'alpha' })
    expect((await again('by-hand', newer)).counts).toEqual({ new: 0, changed: 0, moved: 0, both: 0, same: 2, gone: 0 })
  })
})

test('the level at which a document was cut is remembered with its texts', async () => {
  const toolkit = await bring('cut', [section('One', ['Words.'])], { level: 2, file: 'guide.docx' })
  const [first] = await acting.stored('imports', { toolkit: { equals: toolkit } })
  expect(first).toMatchObject({ seq: 1, language: 'en', level: 2, file: 'guide.docx', actor: coordinator.id })
})

function section(title: string, lines: string[], more: Partial<ImportedSection> = {}): ImportedSection {
  return { source: 'document', depth: 1, title, body: paragraphs(lines), ...more }
}

function paragraphs(lines: string[]) {
  return lines.map((line) => ({
    id: '',
    kind: 'paragraph' as const,
    attrs: {},
    runs: [{ type: 'text' as const, text: line, marks: [] }],
    children: [],
  }))
}

function pictureBlock(media: string) {
  return { id: '', kind: 'image' as const, attrs: { media }, runs: [], children: [] }
}

async function input(slug: string, sections: ImportedSection[], more: Fields = {}): Promise<Fields> {
  const seen = await acting.seenForImport(coordinator, slug)
  return { slug, title: slug, language: 'en', sections, images: [], seen, ...more }
}

/** The first import; returns the id of the toolkit. */
async function bring(slug: string, sections: ImportedSection[], more: Fields = {}): Promise<string> {
  return (await again(slug, sections, more)).toolkit
}

async function again(slug: string, sections: ImportedSection[], more: Fields = {}) {
  return acting.succeed(coordinator, importToolkit, await input(slug, sections, more))
}

/** This answer to all open questions. */
async function answering(answer: unknown, document: { slug: string; sections: ImportedSection[] }): Promise<Fields> {
  const { open } = await acting.planOfImport(coordinator, document)
  return { pairs: {}, resolutions: Object.fromEntries(open.map(({ id }) => [id, answer])) }
}

/** The stored section with this title. */
async function stored(toolkit: string, title: string): Promise<Fields> {
  const sections = await acting.stored('sections', { toolkit: { equals: toolkit } })
  const found = sections.find((one) => Object(one.title).en === title)
  if (!found) throw new Error(`There is no section "${title}"`)
  return found
}

async function edit(toolkit: string, title: string, { lines, ...more }: Fields & { lines?: string[] }): Promise<void> {
  const { key, rev, body } = await stored(toolkit, title)
  const before = fromLexical(Object(body).en)
  const written = lines?.map((line, place) => ({ ...paragraphs([line])[0], id: before[place]?.id ?? '' }))
  await acting.succeed(coordinator, saveSection, {
    toolkit,
    key,
    seen: rev,
    language: 'en',
    ...more,
    ...(written ? { body: toLexical(written as never) } : {}),
  })
}

async function linesOf(toolkit: string, title: string): Promise<string[]> {
  const { body } = await stored(toolkit, title)
  expect(wordsIn(body)).toBe(textOf(fromLexical(Object(body).en)))
  return wordsIn(body).split('\n')
}
