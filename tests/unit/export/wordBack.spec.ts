import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { parentsByDepth } from '@/domain/alignment/parentsByDepth'
import type { ImportedDocument, Tracked } from '@/domain/importing'
import { findInFile } from '@/domain/importPlan/findInFile'
import { takeIn } from '@/domain/importPlan/takeIn'
import { textOfSection } from '@/domain/matchSections'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { changedInFile } from '@/export/word/changedInFile'
import { readLike } from '@/export/word/readLike'
import { toolkitAsWord } from '@/export/word/toolkitAsWord'
import type { WordSection } from '@/export/word/wordSection'
import { filesAt } from '@/import/filesAt'
import { readDocument } from '@/import/readDocument'
import type { SourceFile } from '@/import/sourceFile'
import { translatorFor } from '@/messages/translate'
import { wordLabels } from '@/messages/wordLabels'
import { file, PNG } from '../import/readText'
import { CORPUS, historyTexts } from './corpusTexts'
import { editedAtRandom, seededNumbers, withMainPart, withoutMarks } from './wordEdits'

type WordFile = Omit<Parameters<typeof toolkitAsWord>[0], 'sections'>

const FILE: WordFile = {
  ...{ title: 'Guide', front: ['Ireland', 'English'], header: 'Guide', language: 'en', pictures: [] },
  ...{ properties: { 'toolkit-id': 'one', 'toolkit-country': 'ie' }, labels: wordLabels(translatorFor('en')) },
}

function keyOf(index: number): string {
  return `0b5ce0c1-52a1-4f0e-9c30-${String(index).padStart(12, '0')}`
}

function sectionOf(given: Partial<WordSection> & { at?: number }): WordSection {
  const { at = 1, ...others } = given
  const mark = { key: keyOf(at), language: 'en' as const, rev: 3 }
  return { mark, depth: 1, number: [at], title: `Title ${at}`, about: 'Common text', summary: '', body: [], ...others }
}

const words = (value: string): Block => block('paragraph', { runs: [text(value)] })

async function read(bytes: Uint8Array, tracked?: Tracked): Promise<ImportedDocument> {
  return readDocument({ files: [{ path: 'guide.docx', bytes }], tracked })
}

/** What a file changes in the sections that were written in it, by the title of the section. */
async function changesIn(document: ImportedDocument, sections: readonly WordSection[], file: WordFile = FILE) {
  const { changed } = await comparedWith(document, sections, file)
  return changed.map(({ pair, ...sides }) => {
    const { key, title } = { ...pair.written, ...pair.written.mark }
    if (sides.base === null) throw new Error(`${title} was not found in the file that we wrote`)
    const compared = { ...sides, base: sides.base }
    return { key, sides: compared, taken: takeIn({ key, answers: {}, sides: { ...compared, now: sides.written } }) }
  })
}

async function comparedWith(document: ImportedDocument, sections: readonly WordSection[], file: WordFile = FILE) {
  const found = findInFile({ existing: toMatch(sections), language: 'en', read: document.sections })
  const pairs = found.flatMap(({ key, read }) => {
    const written = sections.find(({ mark }) => mark.key === key)
    return written ? [{ read, written }] : []
  })
  const changed = await changedInFile({
    ...{ pairs, document, file },
    readBack: readLike({
      document,
      readFile: async (asked) => ({ ok: true, result: await readDocument(asked) }),
    }),
  })
  if (!changed.ok) throw new Error(JSON.stringify(changed.because))
  return changed.result
}

function toMatch(sections: readonly WordSection[]) {
  const parents = parentsByDepth(sections.map(({ depth }) => depth))
  return sections.map(({ mark, number, title, summary, body }, index) => ({
    ...{ key: mark.key, slug: mark.key, title, number: number.join('.'), text: textOfSection({ summary, body }) },
    parent: sections[parents[index] ?? -1]?.mark.key ?? null,
  }))
}

/** The file without any mark, cut at all its headings. */
async function readWithoutMarks(bytes: Uint8Array): Promise<ImportedDocument> {
  const files = [{ path: 'guide.docx', bytes: await withoutMarks(bytes) }]
  const { cut } = await readDocument({ files })
  return readDocument({ files, level: Math.max(...cut.levels.map(({ level }) => level)) })
}

/** The file without the bookmarks that say which sections it has; what its paragraphs are is still there. */
function withoutBookmarks(bytes: Uint8Array): Promise<Uint8Array> {
  return withMainPart(bytes, (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''))
}

/** A cell that reaches further than its table does not come back from Word. */
function tableThatWordCannotHold(): Block {
  const entry = (value: string, attrs: Block['attrs'] = {}) => block('cell', { attrs, children: [words(value)] })
  return block('table', { children: [block('row', { children: [entry('One', { rowSpan: 3 }), entry('Two')] })] })
}

/** The lines of words in a text, in order. */
function linesOf(blocks: RichText): string[] {
  return blocks.flatMap(({ runs, children }) => {
    const line = plainTextOf(runs)
    return [...(line === '' ? [] : [line]), ...linesOf(children)]
  })
}

const demo = resolve(import.meta.dirname, '../../../src/scripts/demo/content')
const standard =
  CORPUS === null
    ? []
    : ['0.5.0', '0.7.1', '0.8.0', 'zh-Hant', 'standard-0.8.0.docx'].map(
        (name) => `${CORPUS}/standard-for-public-code/${name}`,
      )
const texts = [
  ...['1.0/en', '1.0/fr', '2.0/en', '2.0/fr'].map((name) => join(demo, name)),
  ...readdirSync(join(demo, 'national')).map((name) => join(demo, 'national', name)),
  ...standard,
]

async function sectionsAt(path: string): Promise<WordSection[]> {
  const files = await filesAt(path)
  if (!files.ok) throw new Error(JSON.stringify(files.because))
  return sectionsOf(files.result)
}

async function sectionsOf(files: readonly SourceFile[]): Promise<WordSection[]> {
  const { sections } = await readDocument({ files })
  return sections.map(({ body, depth, summary = '', title }, at) => sectionOf({ at, body, depth, summary, title }))
}

describe('a Word file that comes back', () => {
  it.each(texts.map((path) => [path.split('/').slice(-2).join('/'), path]))(
    'changes nothing if nobody changed it: %s',
    async (_, path) => {
      const sections = await sectionsAt(path)
      const document = await read(await toolkitAsWord({ ...FILE, sections }))
      expect(document.writtenFor).toEqual({ toolkit: 'one', country: 'ie', sections: [] })
      expect(await changesIn(document, sections)).toEqual([])
    },
  )

  it.skipIf(CORPUS === null)('changes nothing if nobody changed it: texts of two histories', async () => {
    const markdown = historyTexts(60)
    expect(markdown.length).toBeGreaterThan(25)
    for (const one of markdown) {
      const sections = await sectionsOf([file('text.md', one)])
      if (sections.length === 0) continue
      expect(await changesIn(await read(await toolkitAsWord({ ...FILE, sections })), sections)).toEqual([])
    }
  })

  it('keeps what Word cannot hold in a block that somebody edited', async () => {
    const sections = [sectionOf({ body: [words('First words.'), tableThatWordCannotHold(), words('Last.')] })]
    const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) =>
      xml.replace('First words.', 'Other words.').replace('>Two<', '>2<'),
    )
    const [change] = await changesIn(await read(bytes), sections)
    expect(linesOf(change?.taken.text.body ?? [])).toEqual(['Other words.', 'One', '2', 'Last.'])
    expect(change?.taken.text.body[1]?.children[0]?.children[0]?.attrs).toEqual({ rowSpan: 3 })
  })

  describe('without marks', () => {
    const inPart = [words('First words.'), tableThatWordCannotHold(), words('Last.')]
    const sections = [
      sectionOf({ at: 1, title: 'Introduction', body: [words('About the whole guide, for everybody who reads it.')] }),
      sectionOf({ at: 2, title: 'Interview', body: [] }),
      sectionOf({ at: 3, title: 'Introduction', depth: 2, number: [2, 1], body: inPart }),
      sectionOf({ at: 4, title: 'Reception', body: [] }),
      sectionOf({ at: 5, title: 'Introduction', depth: 2, number: [3, 1], body: inPart }),
    ]
    const change = (xml: string) => xml.replace('First words.', 'Other words.').replaceAll('Reception<', 'Housing<')

    const about = /<w:p><w:pPr><w:pStyle w:val="ToolkitAbout"\/><\/w:pPr>.*?<\/w:p>/g
    const withoutAbout = (bytes: Uint8Array) => withMainPart(bytes, (xml) => xml.replace(about, ''))

    it.each([
      ['in any section', readWithoutMarks],
      ['and without lines below the titles', async (bytes: Uint8Array) => readWithoutMarks(await withoutAbout(bytes))],
      ['on the titles only', async (bytes: Uint8Array) => read(await withoutBookmarks(bytes))],
    ])('%s, is compared with the text of the same section where others have its title', async (_, readFile) => {
      const file = await toolkitAsWord({ ...FILE, sections })
      const takenFrom = async (bytes: Uint8Array) => {
        const found = await changesIn(await readFile(bytes), sections)
        return found.filter(({ taken }) => taken.changed.length > 0)
      }
      expect(await takenFrom(file)).toEqual([])
      const changed = await takenFrom(await withMainPart(file, change))
      expect(changed.map(({ key, taken }) => [key, taken.changed])).toEqual([
        [keyOf(3), ['body']],
        [keyOf(4), ['title']],
      ])
      expect(changed[0]?.taken.text.body[1]?.children[0]?.children[0]?.attrs).toEqual({ rowSpan: 3 })
    })
  })

  describe('without marks and without any format', () => {
    const item = (...runs: Block['runs']) => block('item', { runs })
    const list = block('list', {
      attrs: { style: 'bullet' },
      children: [item(text('First', ['bold']), text(' call us.')), item(text('Then come to the office.'))],
    })
    const link = block('paragraph', { runs: [text('See '), text('the law', [], 'https://example.org/'), text('.')] })
    const sections = [
      sectionOf({ at: 1, body: [words('What to do on the first day.'), list, link] }),
      sectionOf({ at: 2, body: [words('What the second part says, for everybody.'), tableThatWordCannotHold()] }),
    ]
    const withoutFormats = (xml: string) =>
      xml
        .replace(/<w:tbl>.*?<\/w:tbl>/gs, '')
        .replace(/<w:numPr>.*?<\/w:numPr>/gs, '')
        .replace(/<w:b(?:Cs)?\/>/g, '')
        .replace(/<\/?w:hyperlink[^>]*>/g, '')
    const comes = async (change: (xml: string) => string) =>
      readWithoutMarks(
        await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) => change(withoutFormats(xml))),
      )

    it('changes nothing if nobody changed its words, and says that formats were lost', async () => {
      expect(await comparedWith(await comes((xml) => xml), sections)).toEqual({ changed: [], hasLostFormats: true })
    })

    it('changes the words that somebody changed, and keeps the formats of all others', async () => {
      const document = await comes((xml) => xml.replace(' call us.', ' write to us.').replace('See ', 'Read '))
      const [change, ...others] = await changesIn(document, sections)
      expect(others).toEqual([])
      const [first, second] = list.children
      expect(change?.taken.text.body).toEqual([
        words('What to do on the first day.'),
        { ...list, children: [{ ...first, runs: [text('First', ['bold']), text(' write to us.')] }, second] },
        { ...link, runs: [text('Read '), text('the law', [], 'https://example.org/'), text('.')] },
      ])
    })
  })

  describe('with summaries, without marks', () => {
    const sections = [1, 2].map((at) =>
      sectionOf({
        ...{ at, summary: `What part ${at} says in short, for everybody.` },
        body: [words(`What to do on the first day of part ${at}.`), words(`Then come to the office of part ${at}.`)],
      }),
    )
    const summary = sections[0]?.summary ?? ''
    const changed = async (...edits: [string, string][]) => {
      const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) =>
        edits.reduce((text, [was, is]) => text.replace(was, is), xml),
      )
      const changes = await changesIn(await readWithoutMarks(bytes), sections)
      return changes.map(({ taken }) => taken.text)
    }

    it('changes nothing if nobody changed it', async () => {
      expect(await changed()).toEqual([])
    })

    it('changes the summary where somebody changed it there, and no text', async () => {
      const [text, ...others] = await changed([summary, 'All that part 1 says in short, for everybody.'])
      expect(others).toEqual([])
      expect(text).toMatchObject({ summary: 'All that part 1 says in short, for everybody.', body: sections[0]?.body })
    })

    it('changes it also where all its words are others, or the text behind it was changed too', async () => {
      const [rewritten] = await changed([summary, 'Read this before anything else.'])
      expect(rewritten).toMatchObject({ summary: 'Read this before anything else.', body: sections[0]?.body })
      const both = await changed([summary, 'All in short.'], ['What to do on the first day', 'What to do at first'])
      const [, second] = sections[0]?.body ?? []
      expect(both).toMatchObject([
        { summary: 'All in short.', body: [words('What to do at first of part 1.'), second] },
      ])
    })

    it('changes it where all its words are others and the paragraph behind it was changed too', async () => {
      const [rewritten] = await changed(
        [summary, 'Read this before anything else.'],
        ['What to do on the first day of part 1', 'What to do on the second day of part 1'],
      )
      const [, second] = sections[0]?.body ?? []
      expect(rewritten).toMatchObject({
        summary: 'Read this before anything else.',
        body: [words('What to do on the second day of part 1.'), second],
      })
    })

    it('is all that a section without a text says, also with other words', async () => {
      const only = [sectionOf({ summary: 'To be written by the country.' })]
      const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections: only }), (xml) =>
        xml.replace('To be written by the country.', 'Ask the office in your town.'),
      )
      const [change] = await changesIn(await readWithoutMarks(bytes), only)
      expect(change?.taken.text).toMatchObject({ summary: 'Ask the office in your town.', body: [] })
    })

    it('has none where somebody deleted it', async () => {
      expect(await changed([summary, ''])).toMatchObject([{ summary: '', body: sections[0]?.body }])
    })

    it('stays as it is where only the text was changed', async () => {
      const [text] = await changed(['Then come', 'Then go'])
      const [first] = sections[0]?.body ?? []
      expect(text).toMatchObject({ summary, body: [first, words('Then go to the office of part 1.')] })
    })
  })

  describe('with additions, without marks', () => {
    const common = (at: number) => [
      words(`What to do on the first day of part ${at}.`),
      words(`Then come to the office of part ${at}.`),
    ]
    const blocks = (at: number) => [
      words(`In Ireland the office of part ${at} is in Dublin.`),
      words(`It opens at nine for part ${at}.`),
    ]
    const withAdditionAt = (place: number, summary = '') =>
      [1, 2].map((at) => sectionOf({ at, summary, body: common(at), addition: { blocks: blocks(at), at: place } }))
    const changed = async (sections: WordSection[], ...edits: [string | RegExp, string][]) => {
      const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) =>
        edits.reduce((text, [was, is]) => text.replace(was, is), xml),
      )
      const changes = await changesIn(await readWithoutMarks(bytes), sections)
      return changes.map(({ taken: { changed, text } }) => ({
        changed,
        body: linesOf(text.body),
        addition: linesOf(text.addition),
      }))
    }
    const body = linesOf(common(1))
    const [first = '', second = ''] = linesOf(blocks(1))

    it.each([0, 1, 2])('changes the addition after %i paragraphs where somebody changed it there', async (place) => {
      for (const summary of ['', 'What it says in short.']) {
        const sections = withAdditionAt(place, summary)
        expect(await changed(sections)).toEqual([])
        const is = 'In Ireland the office of part 1 is in Cork.'
        expect(await changed(sections, [first, is])).toEqual([{ changed: ['addition'], body, addition: [is, second] }])
      }
    })

    it('has a new paragraph where it was written: in the addition, at its end, or behind it', async () => {
      const added = (before: string) => {
        const paragraph = new RegExp(
          `(<w:p>(?:(?!</w:p>).)*${before.replaceAll('.', '\\.')}(?:(?!</w:p>).)*</w:p>)`,
          's',
        )
        return [paragraph, '$1<w:p><w:r><w:t>Ask there for Mary.</w:t></w:r></w:p>'] as [RegExp, string]
      }
      const sections = withAdditionAt(1)
      const [above = '', below = ''] = body
      expect(await changed(sections, added(first))).toEqual([
        { changed: ['addition'], body, addition: [first, 'Ask there for Mary.', second] },
      ])
      expect(await changed(sections, added(second))).toEqual([
        { changed: ['addition'], body, addition: [first, second, 'Ask there for Mary.'] },
      ])
      expect(await changed(sections, added(FILE.labels.additionEnd))).toEqual([
        { changed: ['body'], body: [above, 'Ask there for Mary.', below], addition: [first, second] },
      ])
    })

    it('has no addition where somebody deleted all of it', async () => {
      const without = [first, second, FILE.labels.addition, FILE.labels.additionEnd].map((line): [string, string] => [
        line,
        '',
      ])
      expect(await changed(withAdditionAt(1), ...without)).toEqual([{ changed: ['addition'], body, addition: [] }])
    })

    it('stays the addition where somebody deleted the lines around it', async () => {
      const lines = [FILE.labels.addition, FILE.labels.additionEnd].map((line): [string, string] => [line, ''])
      const is = 'In Ireland the office of part 1 is in Cork.'
      expect(await changed(withAdditionAt(1), ...lines, [first, is])).toEqual([
        { changed: ['addition'], body, addition: [is, second] },
      ])
    })

    it('changes the text and not the addition where only the text was changed', async () => {
      expect(await changed(withAdditionAt(1), ['Then come', 'Then go'])).toEqual([
        { changed: ['body'], body: [body[0], 'Then go to the office of part 1.'], addition: [first, second] },
      ])
    })
  })

  describe('with contacts, laws, boxes and steps, without marks', () => {
    const fieldsOf = (given: Record<string, string>) =>
      Object.entries(given).map(([name, value]) => block('field', { attrs: { name }, runs: [text(value)] }))
    const contact = { name: 'Hotline for victims', phone: '0800 111 222', email: 'help@example.org', hours: 'All day' }
    const steps: Record<string, string>[] = [
      { what: 'Register the person', who: 'The office', deadline: 'Within five days' },
      { what: 'Call us' },
    ]
    const box = block('callout', {
      attrs: { tone: 'important', title: 'Call the police' },
      children: [words('Ask first for the lawyer.')],
    })
    const blocks = [
      block('contact', { children: fieldsOf(contact) }),
      block('legal', { children: fieldsOf({ instrument: 'Directive 2011/36', article: 'Article 11' }) }),
      block('steps', { children: steps.map((one) => block('entry', { children: fieldsOf(one) })) }),
      box,
    ]
    const body = [words('Before them stands this line.'), ...blocks, words('After them stands this line.')]
    const sections = [sectionOf({ at: 1, body }), sectionOf({ at: 2, body: [words('Other text.')] })]
    const taken = async (change: (xml: string) => string) => {
      const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), change)
      const [found, ...others] = await changesIn(await readWithoutMarks(bytes), sections)
      expect(others).toEqual([])
      return found?.taken
    }
    const said = (blocks: RichText = []) =>
      blocks.map((one) => [one.kind, one.attrs.title ?? '', ...linesOf([one])].join(' | '))

    it.each([
      ['help@example.org', 'newhelp@example.org'],
      ['0800 111 222', '0800 333 444'],
      ['2011/36', '2011/37'],
      ['Article 11', 'Article 12'],
      ['The office', 'The court'],
      ['Call the police', 'Never call the police'],
      ['for the lawyer', 'for the guardian'],
    ])('has each text once where “%s” was changed, or leaves all as it is', async (was, is) => {
      const { text: now, isClear } = (await taken((xml) => xml.replaceAll(was, is))) ?? {}
      const before = said(body)
      expect(said(now?.body)).toEqual(isClear ? before.map((line) => line.replace(was, is)) : before)
    })

    it('is left as it is where a label was changed', async () => {
      const change = (xml: string) => xml.replace('>Phone number<', '>Call<').replace('Before them', 'In front of them')
      expect(await taken(change)).toMatchObject({ isClear: false, changed: [], text: { body } })
    })
  })

  it('has changes of formats where a file without marks has others of the kind', async () => {
    const bold = (value: string) => block('paragraph', { runs: [text(value, ['bold'])] })
    const sections = [1, 2].map((at) => sectionOf({ at, body: [bold(`What is important in part ${at}, for all.`)] }))
    const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) =>
      xml.replace(/<w:b\/><w:bCs\/>(?=<\/w:rPr><w:t[^>]*>What is important in part 1)/, ''),
    )
    const found = await comparedWith(await readWithoutMarks(bytes), sections)
    expect(found).toMatchObject({ hasLostFormats: false, changed: [{ pair: { written: { title: 'Title 1' } } }] })
  })

  describe('without marks and without most of its bold words', () => {
    const important = (at: number) =>
      block('paragraph', { runs: [text('Call us', ['bold']), text(` about part ${at}, which is for everybody.`)] })
    const numbers = Array.from({ length: 8 }, (_, index) => index + 1)
    const sections = numbers.map((at) =>
      sectionOf({ at, body: [important(at), words(`Then wait for us, part ${at}.`)] }),
    )
    const bold = '<w:rPr><w:b/><w:bCs/></w:rPr>'
    const come = async (change: (xml: string) => string) =>
      readWithoutMarks(await withMainPart(await toolkitAsWord({ ...FILE, sections }), change))
    /** The words “Call us” of these sections are not bold any more. */
    const plainIn = (xml: string, ...some: number[]) => {
      let at = 0
      const call = /<w:r><w:rPr><w:b\/><w:bCs\/><\/w:rPr>(?=<w:t[^>]*>Call us)/g
      return xml.replace(call, (run) => (some.includes(++at) ? '<w:r>' : run))
    }
    const takenFrom = async (change: (xml: string) => string) =>
      (await changesIn(await come(change), sections)).filter(({ taken }) => taken.changed.length > 0)

    it('changes nothing where one of them is left', async () => {
      const change = (xml: string) => plainIn(xml, ...numbers.slice(1))
      expect(await takenFrom(change)).toEqual([])
      expect(await comparedWith(await come(change), sections)).toMatchObject({ hasLostFormats: true })
    })

    it('has the bold word that a person added, and no change of the others', async () => {
      const added = await takenFrom((xml) =>
        plainIn(xml, ...numbers).replace(/<w:r>(?=<w:t[^>]*>Then wait for us, part 3)/, `<w:r>${bold}`),
      )
      expect(added.map(({ key }) => key)).toEqual([keyOf(3)])
      expect(added[0]?.taken.text.body).toEqual([
        important(3),
        block('paragraph', { runs: [text('Then wait for us, part 3.', ['bold'])] }),
      ])
    })

    it('has the change of a person who took the bold of one of them away', async () => {
      expect((await takenFrom((xml) => plainIn(xml, 3))).map(({ key }) => key)).toEqual([keyOf(3)])
    })
  })

  it('keeps the tables that a file without marks has lost, beside the one that was left and edited there', async () => {
    const cell = (line: string) => block('cell', { children: [words(line)] })
    const table = (at: number, last = `Last word of ${at}`) =>
      block('table', { children: [block('row', { children: [`First of ${at}`, `Second of ${at}`, last].map(cell) })] })
    const sections = [1, 2, 3, 4].map((at) =>
      sectionOf({ at, body: [words(`Words of the part ${at}, which everybody reads.`), table(at)] }),
    )
    let at = 0
    const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) =>
      xml
        .replace(/<w:tbl>.*?<\/w:tbl>/gs, (one) => (++at === 2 ? one : ''))
        .replace('Last word of 2', 'The very last word of 2'),
    )
    const changes = await changesIn(await readWithoutMarks(bytes), sections)
    const changed = changes.filter(({ taken }) => taken.changed.length > 0)
    expect(changed.map(({ key }) => key)).toEqual([keyOf(2)])
    expect(linesOf(changed[0]?.taken.text.body.slice(1) ?? [])).toEqual([
      'First of 2',
      'Second of 2',
      'The very last word of 2',
    ])
  })

  it('is not compared at all where the text that was written cannot be read back', async () => {
    const sections = [1, 2].map((at) => sectionOf({ at, body: [words(`Words of ${at}.`)] }))
    const document = await read(
      await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) => xml.replaceAll('Words of', 'Texts of')),
    )
    const pairs = document.sections.flatMap((one, index) => {
      const written = sections[index]
      return written ? [{ read: one, written }] : []
    })
    const found = { source: '', depth: 1, title: 'Title 1', body: [words('Words of 1.')] }
    const readBack = async () => ({
      ok: true as const,
      result: { images: [], sections: new Map([[keyOf(1), found]]) },
    })
    const changed = await changedInFile({ pairs, document, file: FILE, readBack })
    expect(changed).toMatchObject({ result: { changed: [{ base: { title: 'Title 1' } }, { base: null }] } })
  })

  it.each([
    ['with marks', read],
    ['without marks', readWithoutMarks],
  ])('has no other titles where somebody typed their numbers: %s', async (_, readFile) => {
    const titled = (at: number, given: Partial<WordSection>) =>
      sectionOf({ at, body: [words(`What the country says in its part ${at}, in so many words.`)], ...given })
    const sections = [
      titled(1, { title: 'Reception', number: [4] }),
      titled(2, { title: 'First contact', depth: 2, number: [4, 1] }),
      titled(3, { title: 'Housing', depth: 2, number: [4, 2] }),
    ]
    const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) =>
      xml.replace('>Reception<', '>4. Reception<').replace('>Housing<', '>4.2 Housing<'),
    )
    expect(await changesIn(await readFile(bytes), sections)).toEqual([])
  })

  it('knows the pictures of the text again, also where their caption was changed', async () => {
    const image = block('image', {
      attrs: { media: '64f000000000000000000001', alt: 'A door' },
      runs: [text('The door')],
    })
    const sections = [sectionOf({ body: [words('First.'), image] })]
    const picture = { media: '64f000000000000000000001', type: 'png' as const, bytes: PNG, width: 8, height: 8 }
    const file = { ...FILE, pictures: [picture] }
    const bytes = await toolkitAsWord({ ...file, sections })
    expect(await changesIn(await read(bytes), sections, file)).toEqual([])
    const edited = await withMainPart(bytes, (xml) => xml.replace('The door', 'The blue door'))
    const [change] = await changesIn(await read(edited), sections, file)
    const caption = [text('The blue door')]
    expect(change?.taken.text.body[1]).toMatchObject({ kind: 'image', attrs: image.attrs, runs: caption })
  })

  it('merges what somebody saved meanwhile, and asks where both changed the same words', async () => {
    const written = sectionOf({ body: [words('The deadline is ten days.'), words('Ask a lawyer first.')] })
    const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections: [written] }), (xml) =>
      xml.replace('ten days', 'twenty days').replace('Ask a lawyer first.', 'Ask a free lawyer first.'),
    )
    const [change] = await changesIn(await read(bytes), [written])
    if (!change) throw new Error('The file has no change')
    const { key, sides } = change
    const apart = { ...sides.written, body: [words('The deadline is ten days.'), words('Ask a lawyer first. Always.')] }
    const merged = takeIn({ key, answers: {}, sides: { ...sides, now: apart } })
    expect(linesOf(merged.text.body)).toEqual(['The deadline is twenty days.', 'Ask a free lawyer first. Always.'])
    expect(merged).toMatchObject({ isSavedMeanwhile: true, decisions: [], changed: ['body'] })
    const same = { ...sides.written, body: [words('The deadline is fifteen days.'), words('Ask a lawyer first.')] }
    const asked = takeIn({ key, answers: {}, sides: { ...sides, now: same } })
    expect(asked.decisions).toMatchObject([{ kind: 'words', ours: 'fifteen', theirs: 'twenty' }])
    expect(linesOf(asked.text.body)[0]).toBe('The deadline is fifteen days.')
    const [decision] = asked.decisions
    const decided = takeIn({ key, answers: { [decision?.id ?? '']: 'theirs' }, sides: { ...sides, now: same } })
    expect(linesOf(decided.text.body)[0]).toBe('The deadline is twenty days.')
  })

  it.each(['body', 'addition'] as const)(
    'keeps a line of the %s that somebody made a heading in its section',
    async (field) => {
      const texts = ['First of all.', 'Before you call', 'Say who you are.'].map(words)
      const own = field === 'body' ? { body: texts } : { body: [words('Call us.')], addition: { blocks: texts, at: 1 } }
      const sections = [
        sectionOf({ at: 1 }),
        sectionOf({ at: 2, depth: 2, ...own }),
        sectionOf({ at: 3, depth: 2, body: [words('The next one.')] }),
      ]
      const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) =>
        xml.replace(/<w:p>(<w:r><w:t[^>]*>Before you call<)/, '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>$1'),
      )
      const [change, ...others] = await changesIn(await read(bytes), sections)
      expect(others).toEqual([])
      expect(change?.taken).toMatchObject({ changed: [field] })
      const { body = [], addition = [] } = change?.taken.text ?? {}
      expect(linesOf([...body, ...addition])).toEqual(linesOf([...own.body, ...(own.addition?.blocks ?? [])]))
      expect(change?.taken.text[field].map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph'])
    },
  )

  it.each([
    ['with marks', read],
    ['without marks', readWithoutMarks],
  ])('keeps bold words and links of a line that somebody made a heading: %s', async (_, readFile) => {
    const line = [
      text('Call '),
      text('at once', ['bold']),
      text(', says '),
      text('the law', [], 'https://example.org/'),
    ]
    const before = words('First of all, before anything else is done or said.')
    const sections = [
      sectionOf({
        at: 1,
        body: [words('What the first part says, for everybody.'), block('paragraph', { runs: line })],
      }),
      sectionOf({ at: 2, body: [before, block('paragraph', { runs: line }), words('Say who you are.')] }),
    ]
    const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) =>
      xml.replace(/(.*)<w:p>(<w:r><w:t[^>]*>Call <)/s, '$1<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>$2'),
    )
    const [change] = await changesIn(await readFile(bytes), sections)
    expect(change?.taken.text.body).toMatchObject([{ kind: 'paragraph' }, { kind: 'heading', runs: line }, {}])
  })

  it('has the comments beside their section, with their authors', async () => {
    const sections = [1, 2].map((at) => sectionOf({ at, body: [words(`Words of ${at}.`)] }))
    const { sections: found } = await read(await commented(await toolkitAsWord({ ...FILE, sections }), 'Words of 2.'))
    expect(found.map(({ comments }) => comments)).toEqual([undefined, [{ author: 'Maria', text: 'Is that so?' }]])
  })
})

/** The file with a comment on the paragraph of these words. */
async function commented(bytes: Uint8Array, on: string): Promise<Uint8Array> {
  const marked = await withMainPart(bytes, (xml) =>
    xml.replace(new RegExp(`(<w:t[^>]*>${on}</w:t></w:r>)`), '$1<w:r><w:commentReference w:id="0"/></w:r>'),
  )
  const zip = await JSZip.loadAsync(marked)
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const comment = '<w:comment w:id="0" w:author="Maria"><w:p><w:r><w:t>Is that so?</w:t></w:r></w:p></w:comment>'
  zip.file('word/comments.xml', `<w:comments ${W}>${comment}</w:comments>`)
  return zip.generateAsync({ type: 'uint8array' })
}

describe('edits in a Word file', () => {
  it('are found exactly, tracked or not: 200 at random, with tracked changes accepted and rejected', async () => {
    let count = 0
    for (let seed = 1; count < 200; seed++) {
      const path = texts[seed % texts.length] ?? ''
      const sections = await sectionsAt(path)
      const linesOfAll = sections.flatMap(({ body }) => linesOf(body))
      const once = new Set(linesOfAll.filter((line) => linesOfAll.indexOf(line) === linesOfAll.lastIndexOf(line)))
      const below = seededNumbers(seed)
      const wanted = Math.min(20, 200 - count)
      let edits: ReturnType<typeof editedAtRandom>['edits'] = []
      const bytes = await withMainPart(await toolkitAsWord({ ...FILE, sections }), (xml) => {
        const edited = editedAtRandom({ xml, lines: once, count: wanted, below })
        edits = edited.edits
        return edited.xml
      })
      count += edits.length
      for (const tracked of ['accepted', 'rejected'] as const) {
        const made = edits.filter(({ isTracked }) => tracked === 'accepted' || !isTracked)
        const expected = sections.flatMap(({ body, mark }) => {
          const lines = linesOf(body)
          const after = lines.flatMap((line) => made.find((edit) => edit.line === line)?.becomes ?? [line])
          return lines.join('\n') === after.join('\n') ? [] : [[mark.key, after] as const]
        })
        const found = await changesIn(await read(bytes, tracked), sections)
        expect([seed, tracked, found.map(({ key, taken }) => [key, linesOf(taken.text.body)])]).toEqual([
          ...[seed, tracked, expected],
        ])
      }
    }
    expect(count).toBe(200)
  })

  it.each(texts.map((path) => [path.split('/').slice(-2).join('/'), path]))(
    'are matched with their sections if all marks are gone, and unchanged ones have no change: %s',
    async (_, path) => {
      const sections = await sectionsAt(path)
      const document = await readWithoutMarks(await toolkitAsWord({ ...FILE, sections }))
      expect(document.writtenFor).toBeUndefined()
      expect(document.sections.filter(({ mark }) => mark)).toEqual([])
      const found = findInFile({ read: document.sections, existing: toMatch(sections), language: 'en' })
      const right = sections.filter(({ mark, title }) =>
        found.some(({ key, read: { title: its } }) => key === mark.key && its === title),
      )
      expect(right.length / sections.length).toBeGreaterThanOrEqual(0.98)
      const changed = await changesIn(document, sections)
      expect(changed.map(({ key, taken }) => [key, taken.changed])).toEqual([])
    },
  )
})
