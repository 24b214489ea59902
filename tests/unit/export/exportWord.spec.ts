import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { diffRichText } from '@/domain/diff/diff'
import type { ImportedDocument, ImportedSection } from '@/domain/importing'
import { canonicalRichText } from '@/domain/richText/canonical'
import { type Block, block, type RichText, type Run, text } from '@/domain/richText/richText'
import { toolkitAsWord } from '@/export/word/toolkitAsWord'
import type { WordPicture, WordSection } from '@/export/word/wordSection'
import { filesAt } from '@/import/filesAt'
import { readDocument } from '@/import/readDocument'
import type { SourceFile } from '@/import/sourceFile'
import { translatorFor } from '@/messages/translate'
import { wordLabels } from '@/messages/wordLabels'
import { file, PNG } from '../import/readText'
import { FLOW_KINDS, textsWith } from '../richText/randomOfKind'
import { runs } from '../runs'
import { CORPUS, historyTexts } from './corpusTexts'

const KEY = '0b5ce0c1-52a1-4f0e-9c30-6fb0a6a2d001'

function keyOf(index: number): string {
  return `0b5ce0c1-52a1-4f0e-9c30-${String(index).padStart(12, '0')}`
}

function section(given: Partial<WordSection> = {}): WordSection {
  return {
    ...{ depth: 1, number: [1], title: 'T', about: 'Adopted', summary: '', body: [] },
    mark: { key: KEY, language: 'en', rev: 3 },
    ...given,
  }
}

async function written(sections: readonly WordSection[], pictures: readonly WordPicture[] = []) {
  return toolkitAsWord({
    ...{ title: 'Guide', front: ['Ireland'], header: 'Guide · Ireland', language: 'en' as const },
    ...{ sections, pictures, properties: { 'toolkit-country': 'ie' } },
    labels: wordLabels(translatorFor('en')),
  })
}

async function readBack(sections: readonly WordSection[], pictures: readonly WordPicture[] = []) {
  return readDocument({ files: [{ path: 'guide.docx', bytes: await written(sections, pictures) }] })
}

/** Pictures are different files, so that each is known by its bytes. */
function picture(media: string | number, index: number): WordPicture {
  return { media, type: 'png', bytes: new Uint8Array([...PNG, index]), width: 8, height: 8 }
}

/** The text with the names that pictures had before. */
function withMedia(blocks: RichText, { images }: ImportedDocument, pictures: readonly WordPicture[]): RichText {
  const mediaOf = (name: unknown) => {
    const bytes = images.find((image) => image.name === name)?.bytes
    return pictures.find((one) => bytes && Buffer.from(one.bytes).equals(bytes))?.media
  }
  return blocks.map((one) => {
    const media = one.kind === 'image' ? mediaOf(one.attrs.media) : undefined
    const children = withMedia(one.children, { images } as ImportedDocument, pictures)
    return { ...one, children, attrs: media === undefined ? one.attrs : { ...one.attrs, media } }
  })
}

/** In Word a cell reaches no further than its table. */
function withinTable(one: Block): Block {
  const rows = one.children.map((row, index) => {
    const cells = row.children.map((cell) => {
      const rowSpan = Math.min(Number(cell.attrs.rowSpan ?? 1), one.children.length - index)
      const reaches = one.kind === 'table' && cell.attrs.rowSpan !== undefined
      return reaches ? { ...cell, attrs: { ...cell.attrs, rowSpan } } : cell
    })
    return withinTable({ ...row, children: cells })
  })
  return { ...one, children: rows }
}

function expectNoChange(before: RichText, after: RichText): void {
  const change = diffRichText({ before: canonicalRichText(before), after: canonicalRichText(after) })
  if (change.status !== 'same') expect(after).toEqual(canonicalRichText(before))
  expect(change.status).toBe('same')
}

describe('a section as a Word file', () => {
  it.each(FLOW_KINDS)('is read back unchanged with blocks of kind %s', async (kind) => {
    const pictures = [picture('64f000000000000000000001', 1)]
    const law = fc.asyncProperty(textsWith(kind), fc.integer({ min: 1, max: 3 }), async ({ base }, depth) => {
      const read = await readBack([section({ body: base, depth })], pictures)
      expect(read.notes.filter(({ kind: one }) => one === 'problem')).toEqual([])
      expect(read.sections).toHaveLength(1)
      expectNoChange(base.map(withinTable), withMedia(read.sections[0]?.body ?? [], read, pictures))
    })
    await fc.assert(law, { numRuns: runs(12), seed: 7, endOnFailure: true })
  })

  it('says which section and which revision it is, and keeps its title, summary and addition', async () => {
    const words = (value: string): Block => block('paragraph', { runs: [text(value)] })
    const given = section({
      ...{ title: 'Who decides?', summary: 'In short.', about: 'Supplemented', body: [words('One'), words('Two')] },
      addition: { blocks: [words('Ours')], at: 1 },
    })
    const { sections, title } = await readBack([given])
    expect(title).toBe('Guide')
    expect(sections).toMatchObject([
      {
        ...{ title: 'Who decides?', summary: 'In short.', mark: { key: KEY, language: 'en', rev: 3 } },
        ...{ body: [words('One'), words('Two')], added: { blocks: [words('Ours')], at: 1 } },
      },
    ])
  })

  it('keeps footnotes, links, breaks and formatting', async () => {
    const line: Run[] = [
      text('a', ['bold']),
      text(' b', ['italic', 'underline']),
      { type: 'footnote', text: 'Note & <more>' },
      text(' c', ['strike']),
      text('2', ['sub']),
      text('x', ['sup']),
      text(' d  e', ['code']),
      { type: 'break' },
      text('law', ['bold'], 'https://a.eu/?b=c&d=e'),
      text(' and mail', [], 'mailto:a@b.eu'),
    ]
    const body = [block('paragraph', { runs: line }), block('quote', { runs: line }), block('quote', { runs: line })]
    const { sections } = await readBack([section({ body })])
    expect(sections[0]?.body).toEqual(canonicalRichText(body))
  })

  it('is a document of its own: title, contents, real footnotes, page numbers, and the language for spelling', async () => {
    const body = [block('paragraph', { runs: [text('a'), { type: 'footnote', text: 'n' }] })]
    const several = [1, 2, 3].map((one) => section({ number: [one], title: `T${one}`, body, mark: mark(one) }))
    const zip = await JSZip.loadAsync(await written(several))
    const part = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
    const main = await part('word/document.xml')
    expect(main).toMatch(/TOC \\h \\o (?:&quot;|")1-1/)
    expect(main).toMatch(/<w:bookmarkStart[^>]*w:name="_tk_/)
    expect(await part('word/footnotes.xml')).toContain('>n<')
    expect(await part('word/styles.xml')).toContain('<w:lang w:val="en"')
    expect(await part('docProps/custom.xml')).toContain('toolkit-country')
    expect(Object.keys(zip.files).some((name) => name.includes('footer'))).toBe(true)
    // Word fills in the page numbers.
    expect(main).toContain('w:dirty="true"')
  })
})

function mark(index: number, rev: number | null = 1) {
  return { key: keyOf(index), language: 'en' as const, rev }
}

const demo = resolve(import.meta.dirname, '../../../src/scripts/demo/content')
const folders = [
  ...['1.0/en', '1.0/fr', '2.0/en', '2.0/fr'],
  ...readdirSync(join(demo, 'national')).map((name) => `national/${name}`),
]

describe('a toolkit as a Word file', () => {
  it.each(folders)('is read back section by section without a change: the sample content of %s', async (folder) => {
    await expectSame(join(demo, folder))
  })

  it('takes a new heading as high as a title for a new section, and a deeper one for a part of the text', async () => {
    const heading = (level: number, words: string) => block('heading', { attrs: { level }, runs: [text(words)] })
    const read = await readBack([
      section({ title: 'A', mark: mark(1) }),
      section({
        title: 'B',
        depth: 2,
        number: [1, 1],
        mark: mark(2),
        body: [heading(2, 'Within'), heading(3, 'Deeper')],
      }),
      section({ title: 'C', number: [2], mark: mark(3) }),
    ])
    expect(read.sections.map(({ title, depth, mark: its }) => [title, depth, its?.key])).toEqual([
      ['A', 1, keyOf(1)],
      ['B', 2, keyOf(2)],
      ['C', 1, keyOf(3)],
    ])
    expect(read.sections[1]?.body.map(({ attrs }) => attrs.level)).toEqual([2, 3])
  })
})

describe.skipIf(CORPUS === null)('real documents', () => {
  it.each(['0.5.0', '0.7.1', '0.8.0', 'zh-Hant', 'standard-0.8.0.docx'])(
    'are read back without a change: %s',
    async (name) => {
      await expectSame(`${CORPUS}/standard-for-public-code/${name}`)
    },
  )

  it('are read back without a change: texts of two histories', async () => {
    const texts = historyTexts(60)
    expect(texts.length).toBeGreaterThan(25)
    for (const markdown of texts) await expectSameFiles([file('text.md', markdown)])
  })
})

async function expectSame(path: string): Promise<void> {
  const files = await filesAt(path)
  if (!files.ok) throw new Error(JSON.stringify(files.because))
  await expectSameFiles(files.result)
}

async function expectSameFiles(files: readonly SourceFile[]): Promise<void> {
  const once = await readDocument({ files })
  if (once.sections.length === 0) return
  const pictures = once.images.map(({ name }, index) => picture(name, index))
  const numbers: number[] = []
  const sections = once.sections.map((one: ImportedSection, index) => {
    numbers.length = one.depth
    numbers[one.depth - 1] = (numbers[one.depth - 1] ?? 0) + 1
    const { body, depth, summary = '', title } = one
    return section({ body, depth, summary, title, number: Array.from(numbers, (part) => part ?? 1), mark: mark(index) })
  })
  const read = await readBack(sections, pictures)
  expect(read.notes.filter(({ kind }) => kind === 'problem')).toEqual([])
  expect(read.sections.map(({ depth, mark: its, summary = '', title }) => [its, depth, title, summary])).toEqual(
    sections.map(({ depth, mark: its, summary, title }) => [its, depth, title, summary]),
  )
  for (const [index, one] of read.sections.entries())
    expectNoChange(sections[index]?.body ?? [], withMedia(one.body, read, pictures))
}
