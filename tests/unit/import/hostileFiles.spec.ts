import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { block, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { countWords } from '@/domain/words/tokens'
import { tooComplex } from '@/import/markdown/tooComplex'
import { openNoteBook } from '@/import/noteBook'
import { readDocument } from '@/import/readDocument'
import { textWithoutTemplateCode } from '@/import/templateCode'
import { tooManyParts } from '@/import/tooManyParts'
import { openZip } from '@/import/word/openZip'
import { file, noteOf, read, readMarkdownText, said } from './readText'
import { heading, p, r, STYLES, wordFile } from './wordFile'

describe('Markdown that would take the parser too long is refused before parsing', () => {
  it.each([
    ['quotes in quotes', '>'.repeat(1_000_000), 'import.unreadable', 1],
    ['lists in lists', `one\n\n${'- '.repeat(8000)}`, 'import.unreadable', 3],
    ['quotes and lists in turns', '> 1. - '.repeat(2000), 'import.unreadable', 1],
    ['formatting that never closes', '*a_'.repeat(20_000), 'import.too-many-signs', 1],
    ['formatting over many lines', '*a_\n'.repeat(20_000), 'import.too-many-signs', 2501],
    ['links that never begin', ']('.repeat(80_000), 'import.too-many-signs', 1],
    ['attributes that never end', '{:'.repeat(80_000), 'import.too-many-signs', 1],
    ['backslashes', '\\'.repeat(1_000_000), 'import.too-many-signs', 1],
    ['paragraphs without end', 'a\n\n'.repeat(300_000), 'import.too-many-paragraphs', 80_001],
    [
      'rows of as many cells as the header has',
      wideTable({ columns: 2000, row: '|b' }),
      'import.too-many-paragraphs',
      21,
    ],
    ['rows without a pipe', wideTable({ columns: 2000, row: 'b' }), 'import.too-many-paragraphs', 21],
    ['rows in a quote', wideTable({ columns: 2000, row: '> |b', begin: '> ' }), 'import.too-many-paragraphs', 21],
  ])('%s', async (_, markdown, key, line) => {
    expect(tooComplex(markdown)).toMatchObject({ reason: { key }, line })
    const document = await readMarkdownText(markdown)
    expect(document.notes).toMatchObject([{ kind: 'problem', key, source: line === 1 ? 'text.md' : `text.md:${line}` }])
    expect(document.sections).toEqual([])
  })

  it('but real text is not refused', () => {
    const table = `| a | b |\n| - | - |\n${'| [x](https://a.example) | *y* |\n'.repeat(3000)}`
    const links = Array.from({ length: 3000 }, (_, n) => `[${n}]: https://a.example/${n}`).join('\n')
    const items = '- **One** [link](#a), *two*\n'.repeat(3000)
    const paragraph = 'Some *words* and a [link](#a). '.repeat(200)
    const rule = '-'.repeat(400)
    for (const text of [table, links, items, paragraph, rule, `> > > 1. - ${paragraph}`])
      expect(tooComplex(text)).toBeNull()
  })
})

describe('template code', () => {
  it('is removed wherever it begins and ends', () => {
    expect(textWithoutTemplateCode('a {% if b %}c{{ d }}e{:.f}g')).toBe('a ceg')
    expect(textWithoutTemplateCode('{{ a\nb }}')).toBe('')
    expect(textWithoutTemplateCode('{{ open } and {% open } {: ok } x')).toBe('{{ open } and {% open }  x')
    expect(textWithoutTemplateCode('{ } {a} {{')).toBe('{ } {a} {{')
  })

  it('that never ends is searched for once, not from each of its beginnings', () => {
    const searches = new Set<number>()
    const text = `${'{:{%{{'.repeat(50_000)}`
    const watched = Object.assign(Object(text), {
      indexOf: (part: string, from: number) => {
        if (part !== '{') searches.add(from)
        return text.indexOf(part, from)
      },
    })
    expect(textWithoutTemplateCode(watched)).toBe(text)
    expect(searches.size).toBe(3)
  })
})

describe('footnotes that name each other', () => {
  it('do not grow without limit', async () => {
    const notes = Array.from({ length: 20 }, (_, n) => `[^${n}]: word ${`[^${n + 1}]`.repeat(10)}`).join('\n\n')
    const document = await readMarkdownText(`# A\n\ntext[^0]\n\n${notes}`)
    expect(noteOf(document, 'import.footnotes-too-long')).toMatchObject({ kind: 'problem' })
    expect(JSON.stringify(document).length).toBeLessThan(10_000_000)
  })
})

describe('a zip file whose entries share their bytes', () => {
  it('is invalid: nothing in it is unpacked', async () => {
    expect(await openZip(zipOfOverlapping(1990))).toBe('broken')
    expect(await openZip(zipOfOverlapping(1))).toMatchObject({ names: ['word/0.xml'] })
  })
})

describe('a Word file', () => {
  it('with more paragraphs than any book is refused before it is converted', async () => {
    const body = Array.from({ length: 40_001 }, () => '<w:p/>').join('')
    expect(said(await read([await wordFile({ styles: STYLES, body })]))).toEqual(['problem import.word-too-long'])
  })

  it('that refers to one long footnote many times is refused, and the footnote is not repeated', async () => {
    const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const footnotes = `<w:footnote w:id="1">${p('note '.repeat(100_000))}</w:footnote>`
    const body = Array.from({ length: 110 }, () => p(r('text') + reference)).join('')
    const document = await read([await wordFile({ styles: STYLES, body, footnotes })])
    expect(noteOf(document, 'import.footnotes-too-long')).toMatchObject({ kind: 'problem' })
    expect(JSON.stringify(document).length).toBeLessThan(4_000_000)
  })

  it('reads a footnote once, however often the text or the title refers to it', async () => {
    const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const footnotes = `<w:footnote w:id="1">${p(r('bold', '<w:b/>'))}</w:footnote>`
    const body = p(r('Guide') + reference.repeat(100), { style: 'Title' }) + p(r('text') + reference.repeat(100))
    const document = await read([await wordFile({ styles: STYLES, body, footnotes })])
    expect(noteOf(document, 'import.footnote-formatting')?.params).toEqual({ count: 1 })
    expect(noteOf(document, 'import.footnote-in-title')).toMatchObject({ kind: 'loss' })
  })
})

describe('a document', () => {
  it('with more sections than a toolkit can have is refused', async () => {
    const document = await readMarkdownText(Array.from({ length: 2001 }, (_, n) => `# ${n}\n\n`).join(''))
    expect(noteOf(document, 'import.too-many-sections')?.params).toEqual({ count: 2001, limit: 2000 })
    expect(document.sections).toEqual([])
  })

  it('with one section that is too long is refused, and the message says how else to cut it', async () => {
    const files = [file('text.md', `# A\n\n${'a\n\n'.repeat(8000)}## B\n\n${'b\n\n'.repeat(8000)}# C`)]
    expect((await readDocument({ files, level: 2 })).sections).toHaveLength(3)
    const cutAbove = await readDocument({ files, level: 1 })
    const params = { title: 'A', count: 32_002, limit: 30_000 }
    expect(cutAbove.notes).toEqual([{ kind: 'problem', source: 'text.md:1', key: 'import.section-too-long', params }])
    expect(cutAbove.sections).toEqual([])
    expect(cutAbove.cut.levels.map(({ level }) => level)).toEqual([1, 2])
  })

  it('is refused if all its sections together are too long', () => {
    const body = Array.from({ length: 10_000 }, () => block('paragraph', { runs: [text('a')] }))
    const sections = (count: number) => Array.from({ length: count }, () => ({ source: '', depth: 1, title: '', body }))
    expect(tooManyParts(sections(7))).toBeNull()
    const params = { count: 160_000, limit: 150_000 }
    expect(tooManyParts(sections(8))).toEqual({ reason: { key: 'import.document-too-long', params }, source: '' })
  })

  it('of 150,000 words with tables of some hundred rows is not too long', async () => {
    const words =
      'One word **and another** with [a link](https://a.example) in a long line of text that goes on and on. '
    const table = `| a | b | c |\n| - | - | - |\n${'| one cell | two | three words |\n'.repeat(300)}`
    const chapters = Array.from({ length: 30 }, (_, n) => `# ${n}\n\n${`${words.repeat(4)}\n\n`.repeat(60)}${table}`)
    const document = await readMarkdownText(chapters.join('\n\n'))
    expect(document.sections).toHaveLength(30)
    expect(countWords(document.sections.map(({ body }) => textOf(body)).join('\n'))).toBeGreaterThan(150_000)
    expect(document.notes).toEqual([])
  })

  it('with a note on every word gives a readable number of notes, and says how many more there are', async () => {
    const document = await readMarkdownText(`# A\n\n${'[a](javascript:x)\n\n'.repeat(1500)}`)
    expect(document.notes).toHaveLength(101)
    expect(document.notes.at(-1)).toEqual({
      kind: 'loss',
      source: 'text.md:203',
      key: 'import.more-notes',
      params: { count: 1400 },
    })
  })

  it('with extremely long front matter is refused', async () => {
    const yaml = Array.from({ length: 3000 }, (_, n) => `key${n}: value`).join('\n')
    expect(said(await read([file('a.md', `---\n${yaml}\n---\n# A`)]))).toContain('problem import.front-matter-broken')
  })

  it('with empty elements before each heading is not parsed again for each of them', async () => {
    const document = await readMarkdownText('<p></p>\n# a\n'.repeat(400))
    expect(document.sections.length).toBeLessThan(30)
  })
})

describe('the notes of a document', () => {
  it('include problems however many notes there are', () => {
    const book = openNoteBook()
    for (let count = 0; count < 1000; count++) book.note({ kind: 'loss', source: '', key: 'import.picture-missing' })
    expect(book.hasProblem()).toBe(false)
    book.note({ kind: 'problem', source: '', key: 'import.empty' })
    expect(book.hasProblem()).toBe(true)
  })
})

describe('a Word file with many headings', () => {
  it('is read', async () => {
    const body = Array.from({ length: 300 }, (_, n) => heading(`H ${n}`) + p('text')).join('')
    expect((await read([await wordFile({ styles: STYLES, body })])).sections).toHaveLength(300)
  })
})

function wideTable({ columns, row, begin = '' }: { columns: number; row: string; begin?: string }): string {
  return `${begin}${'|a'.repeat(columns)}\n${begin}${'|-'.repeat(columns)}\n${`${row}\n`.repeat(1000)}`
}

/** A zip directory whose entries all refer to the same content. */
function zipOfOverlapping(count: number): Uint8Array {
  const packed = deflateRawSync(new Uint8Array(100_000))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(100_000, 22)
  const entries = Array.from({ length: count }, (_, index) => {
    const name = Buffer.from(`word/${index}.xml`)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(100_000, 24)
    entry.writeUInt16LE(name.length, 28)
    return Buffer.concat([entry, name])
  })
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, packed, directory, end]))
}
