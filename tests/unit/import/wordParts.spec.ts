import { describe, expect, it } from 'vitest'
import { drawn, file, noteOf, PNG, read, said } from './readText'
import { heading, inlinePicture, li, NUMBERING, p, r, STYLES, wordZip } from './wordFile'

const TITLE = '<core xmlns:dc="d"><dc:title>Handbook</dc:title></core>'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const reference = (kind: 'footnote' | 'endnote') => `<w:r><w:${kind}Reference w:id="2"/></w:r>`

/** A Word file with every part that is read; `parts` replace its own. */
function withParts(parts: Record<string, string | Buffer>, { refersToNotes = true } = {}) {
  const references = refersToNotes ? `${reference('footnote')}${reference('endnote')}` : ''
  const zip = wordZip({
    styles: STYLES,
    body:
      heading('One') +
      p(inlinePicture('r9', 'A map')) +
      p(`${r('text')}${references}`) +
      heading('Two') +
      li('first', { list: 2 }) +
      li('second', { list: 2 }),
    header: p('Do not share'),
    footnotes: `<w:footnote w:id="2">${p('Only with consent')}</w:footnote>`,
    comments: `<w:comment w:id="1">${p('Is this so?')}</w:comment>`,
    numbering: NUMBERING,
    relations: { r9: { type: 'image', target: 'media/a.png' } },
    files: { 'docProps/core.xml': TITLE, 'word/media/a.png': PNG },
  })
  zip.file('word/endnotes.xml', `<w:endnotes ${W}><w:endnote w:id="2">${p('See the law')}</w:endnote></w:endnotes>`)
  for (const [path, content] of Object.entries(parts)) zip.file(path, content)
  return zip
}

/** The file with two other bytes in one place, so that the checksum of that part is wrong. */
async function damagedAt(content: string | Buffer) {
  const bytes = await withParts({}).generateAsync({ type: 'nodebuffer', compression: 'STORE' })
  const at = bytes.indexOf(content)
  expect(at).toBeGreaterThan(0)
  bytes.write('xy', at)
  return read([file('a.docx', bytes)])
}

async function readParts(...given: Parameters<typeof withParts>) {
  return read([file('a.docx', await withParts(...given).generateAsync({ type: 'uint8array' }))])
}

const LOST = ['loss import.word-comments', 'loss import.word-margins']

it('a Word file with every part that is read', async () => {
  const document = await readParts({})
  expect(said(document)).toEqual(LOST)
  expect(document.title).toBe('Handbook')
  expect(JSON.stringify(document.sections)).toMatch(/Only with consent.*See the law/)
})

describe('a part that the text depends on', () => {
  it.each([
    ['picture', Buffer.from(PNG)],
    ['footnote', 'consent'],
    ['endnote', 'the law'],
    ['comment', 'this so'],
    ['numbering', 'decimal'],
    ['style', 'heading 1'],
  ])('is damaged: the file is refused (%s)', async (_, content) => {
    const document = await damagedAt(content)
    expect(said(document)).toEqual(['problem import.word-broken'])
    expect(document.sections).toEqual([])
  })

  it.each(['styles', 'numbering', 'footnotes', 'endnotes', 'comments'])(
    'is not well-formed: the file is refused (%s)',
    async (part) => {
      expect(said(await readParts({ [`word/${part}.xml`]: '<w:p>' }))).toEqual(['problem import.word-broken'])
    },
  )

  it('lacks its content: each note that the text refers to is reported', async () => {
    const document = await readParts({ 'word/footnotes.xml': '', 'word/endnotes.xml': '' })
    expect(said(document)).toEqual([...LOST, 'loss import.footnote-missing'])
    expect(document.notes.at(-1)?.params).toEqual({ count: 2 })
  })

  it.each([
    ['lacks its content', ''],
    ['does not define the list', `<w:numbering ${W}/>`],
    [
      'does not define the level',
      `<w:numbering ${W}>${NUMBERING.replaceAll('w:ilvl="0"', 'w:ilvl="8"')}</w:numbering>`,
    ],
  ])('%s: each item that became a paragraph is reported', async (_, numbering) => {
    const document = await readParts({ 'word/numbering.xml': numbering })
    expect(drawn(document.sections[1]?.body ?? [])).toEqual(['paragraph: first', 'paragraph: second'])
    expect(said(document)).toEqual([...LOST, 'loss import.word-lists'])
    expect(document.notes.at(-1)?.params).toEqual({ count: 2 })
  })

  it('does not define a list: only the items that became paragraphs are reported', async () => {
    const inList = (style: string, properties = '') =>
      p(style, { style, properties: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>${properties}` })
    const zip = wordZip({
      styles: STYLES,
      numbering: NUMBERING,
      body:
        inList('Title') +
        inList('toc1') +
        heading('One') +
        p(inlinePicture('a', 'Map')) +
        inList('caption') +
        inList('Quote') +
        inList('SourceCode') +
        inList('Normal', '<w:outlineLvl w:val="1"/>') +
        li('first') +
        inList('ListParagraph') +
        inList('Title') +
        inList('Normal').replace(r('Normal'), inlinePicture('a', 'Map')),
      relations: { a: { type: 'image', target: 'media/a.png' } },
      files: { 'word/media/a.png': PNG },
    })
    const document = await read([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))], 1)
    expect(drawn(document.sections[0]?.body ?? [])).toEqual([
      'image media=picture-1.png alt=Map: caption',
      'quote: Quote',
      'paragraph: <code>SourceCode</>',
      'heading level=2: Normal',
      'list style=bullet',
      '  item: first',
      'paragraph: ListParagraph',
      'paragraph: Title',
      'image media=picture-1.png alt=Map',
    ])
    expect(noteOf(document, 'import.word-lists')?.params).toEqual({ count: 2 })
  })

  it('is not there: each item that became a paragraph is reported', async () => {
    const zip = withParts({})
    zip.remove('word/numbering.xml')
    const document = await read([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))])
    expect(said(document)).toEqual([...LOST, 'loss import.word-lists'])
  })

  it.each(['_rels/.rels', 'word/_rels/document.xml.rels', '[Content_Types].xml'])(
    'has the links or types of the others and lacks its content: the file is refused (%s)',
    async (part) => {
      expect(said(await readParts({ [part]: '' }))).toEqual(['problem import.word-broken'])
    },
  )

  it('is read under its usual name if its relationship has no target, or one that is not in the file', async () => {
    for (const target of ['', ' Target=""', ' Target="gone.xml"']) {
      const zip = withParts({})
      const relations = (await zip.file('word/_rels/document.xml.rels')?.async('string')) ?? ''
      zip.file('word/_rels/document.xml.rels', relations.replace(' Target="numbering.xml"', target))
      const document = await read([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))])
      expect(said(document)).toEqual(LOST)
    }
  })

  it('is empty only according to the directory: the file is refused', async () => {
    const bytes = await withParts({}).generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    const name = bytes.lastIndexOf('word/media/a.png')
    const directoryEntry = name - 46
    expect(bytes.readUInt32LE(directoryEntry)).toBe(0x02014b50)
    bytes.writeUInt32LE(0, directoryEntry + 24)
    expect(said(await read([file('a.docx', bytes)]))).toEqual(['problem import.word-broken'])
  })
})

describe('a part that is not imported', () => {
  it.each([
    ['header', 'share'],
    ['title', 'Handbook'],
  ])('is damaged: that is a loss (%s)', async (part, content) => {
    const document = await damagedAt(content)
    expect(document.sections.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(said(document)).toEqual(
      part === 'header'
        ? ['loss import.word-comments', 'loss import.word-margins-damaged']
        : [...LOST, 'loss import.word-properties-damaged'],
    )
  })

  it('has no relationship, or one without target or part: that is a loss, once for each header and footer', async () => {
    const margin = (kind: string, id: string) => `<w:${kind}Reference w:type="default" r:id="${id}"/>`
    const sections = [
      margin('header', 'own-header1') + margin('header', 'gone-1'),
      margin('header', 'gone-1') + margin('footer', 'gone-2'),
      margin('header', 'no-part') + margin('footer', 'no-target'),
    ]
    const zip = wordZip({
      body: heading('One') + sections.map((one) => `<w:sectPr>${one}</w:sectPr>`).join(''),
      header: p('Do not share'),
      relations: { 'no-part': { type: 'header', target: 'header9.xml' }, 'no-target': { type: 'footer' } },
    })
    const document = await read([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))])
    expect(said(document)).toEqual(['loss import.word-margins', 'loss import.word-margins-missing'])
    expect(noteOf(document, 'import.word-margins')?.params).toEqual({ count: 1 })
    expect(noteOf(document, 'import.word-margins-missing')?.params).toEqual({ count: 4 })
  })

  it('is not well-formed: that is a loss', async () => {
    const document = await readParts({ 'word/header1.xml': '<w:p>', 'docProps/core.xml': '<a>' })
    expect(document.sections).toHaveLength(2)
    expect(said(document)).toEqual([
      'loss import.word-comments',
      'loss import.word-margins-damaged',
      'loss import.word-properties-damaged',
    ])
  })
})

describe('a part without content is like one that is not there', () => {
  it.each(['word/header1', 'word/comments', 'word/footnotes', 'word/endnotes', 'word/numbering', 'docProps/core'])(
    '%s.xml',
    async (part) => {
      const document = await readParts({ [`${part}.xml`]: '' }, { refersToNotes: false })
      expect(document.sections.map(({ title }) => title)).toEqual(['One', 'Two'])
      const lists = part === 'word/numbering' ? ['loss import.word-lists'] : []
      expect(said(document)).toEqual([...LOST.filter((loss) => !isAbout(part, loss)), ...lists])
    },
  )
})

function isAbout(part: string, loss: string): boolean {
  return (
    (part.endsWith('header1') && loss.endsWith('margins')) || (part.endsWith('comments') && loss.endsWith('comments'))
  )
}
