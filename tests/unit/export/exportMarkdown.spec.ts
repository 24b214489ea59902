import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedDocument, ImportedSection } from '@/domain/importing'
import { canonicalRichText } from '@/domain/richText/canonical'
import { type Block, block, type RichText, type Run, text } from '@/domain/richText/richText'
import { exportSection } from '@/export/markdown/exportSection'
import { type ExportedPicture, exportToolkit } from '@/export/markdown/exportToolkit'
import { filesAt } from '@/import/filesAt'
import { readDocument } from '@/import/readDocument'
import type { SourceFile } from '@/import/sourceFile'
import { richText as wordyRichText } from '../diff/randomRichText'
import { file, PNG, readMarkdownText } from '../import/readText'
import { randomRichText } from '../lexical/randomRichText'
import { CORPUS, historyTexts } from './corpusTexts'

/** A body, exported and read back. */
async function backAgain(body: RichText): Promise<RichText> {
  const markdown = exportSection({ section: { title: 'T', body } })
  return (await readMarkdownText(markdown, 1)).sections[0]?.body ?? []
}

const bodyAsMarkdown = (body: RichText): string =>
  exportSection({ section: { title: 'T', body } })
    .replace('# T\n\n', '')
    .trimEnd()
const paragraph = (...runs: Run[]): Block => block('paragraph', { runs })
const words = (value: string): Block => paragraph(text(value))
const cell = (...children: Block[]): Block => block('cell', { children })
const row = (...children: Block[]): Block => block('row', { children })
const field = (name: string, value: string): Block =>
  block('field', { attrs: { name }, runs: value === '' ? [] : [text(value)] })

describe('a section as Markdown', () => {
  it("has the country's addition in its place of the text", () => {
    const section = { title: 'T', body: [words('One'), words('Two')], addition: [words('Ours')] }
    expect(exportSection({ section: { ...section, additionAt: 1 } })).toMatch(/One\n\nOurs\n\nTwo/)
    expect(exportSection({ section: { ...section, additionAt: 0 } })).toMatch(/Ours\n\nOne\n\nTwo/)
  })

  it("has its fields as front matter, its title as the first heading, and the country's addition at the end", async () => {
    const section = {
      title: 'Who *decides*?',
      slug: 'who-decides',
      summary: 'It: "depends" # on \\ many.',
      body: [words('Body')],
      addition: [words('Here, too.')],
      audiences: ['lawyer', 'ngo'] as const,
      stages: ['interview'] as const,
      policy: 'free' as const,
      guidance: 'Put in your law.',
    }
    const markdown = exportSection({ section, order: 2 })
    expect(markdown).toBe(
      [
        ...[
          '---',
          'slug: "who-decides"',
          'order: 2',
          'summary: "It: \\"depends\\" # on \\\\ many."',
          'audiences: [lawyer, ngo]',
        ],
        ...[
          'stages: [interview]',
          'policy: free',
          'guidance: "Put in your law."',
          '---',
          '',
          '# Who \\*decides\\*?',
          '',
        ],
        ...['Body', '', 'Here, too.', ''],
      ].join('\n'),
    )
    const [read] = (await readMarkdownText(markdown, 1)).sections
    const { addition, ...kept } = section
    expect(read).toMatchObject({ ...kept, body: canonicalRichText([...section.body, ...addition]) })
  })

  it.each<[string, Block, string]>([
    [
      'marks without a sign in Markdown',
      paragraph(text('H'), text('2', ['sub']), text('O '), text('a', ['underline', 'sup'])),
      'H<sub>2</sub>O <u><sup>a</sup></u>',
    ],
    [
      'formatting within a word',
      paragraph(text('a'), text('b', ['italic']), text('c'), text('d', ['bold'])),
      'a*b*c**d**',
    ],
    [
      'text that looks like markup',
      words('1. a_b *c* [d](e) <f> &amp; # g'),
      '1\\. a_b \\*c\\* [d\\](e) \\<f> \\&amp; # g',
    ],
    ['text that looks like a directive', words(':::callout'), '\\:::callout'],
    ['text that looks like a rule', words('---'), '\\---'],
    [
      'addresses that are not links',
      words('see https://a.eu, www.b.eu, c@d.eu'),
      'see https:<!-- -->//a.eu, www<!-- -->.b.eu, c<!-- -->@d.eu',
    ],
    [
      'links',
      paragraph(text('a [b]', ['bold'], 'https://a.eu/b(c?d=e&copy=f')),
      '[**a \\[b\\]**](https://a.eu/b\\(c?d=e\\&copy=f)',
    ],
    ['line breaks', paragraph(text('a'), { type: 'break' }, { type: 'break' }, text('- b')), 'a\\\n\\\n\\- b'],
    ['notes', paragraph(text('a'), { type: 'footnote', text: 'See *b* [1].' }), 'a[^1]\n\n[^1]: See \\*b\\* [1].'],
    [
      'paragraphs in a list item',
      block('list', {
        attrs: { style: 'bullet' },
        children: [block('item', { runs: [text('a'), { type: 'break' }, { type: 'break' }, text('b')] })],
      }),
      '- a\n\n  b',
    ],
    [
      'lists that do not begin at 1',
      block('list', {
        attrs: { style: 'number', start: 4 },
        children: [block('item', { runs: [text('a')] }), block('item')],
      }),
      '4. a\n5.',
    ],
    [
      'tables without headers',
      block('table', { children: [row(cell(words('a|b')), cell())] }),
      '|  |  |\n| --- | --- |\n| a\\|b |  |',
    ],
    ['lines of code', paragraph(text('a *', ['code']), { type: 'break' }, text(' b', ['code'])), '```\na *\n b\n```'],
    [
      'a title between quotation marks',
      block('callout', { attrs: { tone: 'practice', title: '“A” & "B"' }, children: [words('c')] }),
      ':::callout[“A” & "B"]{tone="practice"}\nc\n:::',
    ],
    [
      'a contact',
      block('contact', {
        children: ['name', 'service', 'phone', 'email', 'url', 'hours', 'languages', 'note'].map((name) =>
          field(name, name === 'note' ? 'a "b" & c' : ''),
        ),
      }),
      '::contact{note="a &#x22;b&#x22; & c"}',
    ],
    [
      'an entry with only a note',
      block('checklist', { children: [block('entry', { children: [field('text', ''), field('note', 'n')] })] }),
      ':::checklist\n- &#x200B;\n\n  n\n:::',
    ],
  ])('keeps %s', async (_, given, markdown) => {
    expect(bodyAsMarkdown([given])).toBe(markdown)
    expect(await backAgain([given])).toEqual(canonicalRichText([given]))
  })

  it('keeps French no-break spaces in texts, structured blocks and footnotes', async () => {
    const words = 'la demande\u202f; «\u00a0délai\u00a0»'
    const body = [
      paragraph(text(words), { type: 'footnote', text: words }),
      block('legal', { children: [field('instrument', words), field('article', words), field('note', words)] }),
      block('checklist', { children: [block('entry', { children: [field('text', words), field('note', words)] })] }),
    ]
    expect(JSON.stringify(await backAgain(body)).split(words)).toHaveLength(8)
  })

  it('keeps the words of content that Markdown cannot express', async () => {
    const spanned = block('table', {
      children: [
        row(block('cell', { attrs: { header: true, colSpan: 2 }, children: [words('a')] })),
        row(cell(words('b'), words('c')), cell()),
      ],
    })
    expect(await backAgain([spanned])).toEqual(
      canonicalRichText([
        block('table', {
          children: [
            row(
              block('cell', { attrs: { header: true }, children: [words('a')] }),
              block('cell', { attrs: { header: true } }),
            ),
            row(cell(paragraph(text('b'), { type: 'break' }, text('c'))), cell()),
          ],
        }),
      ]),
    )
    const unseen = block('contact', { children: [field('name', '\u200b'), field('note', ' ')] })
    expect(bodyAsMarkdown([unseen])).toBe('# T')
    const law = block('legal', {
      children: [field('instrument', 'Act'), field('url', 'on paper'), field('note', 'old')],
    })
    expect(bodyAsMarkdown([law])).toBe('::legal{instrument="Act" note="old on paper"}')
    const besideUnseen = block('legal', {
      children: [field('instrument', 'Act'), field('url', 'on paper'), field('note', '\u200b')],
    })
    expect(bodyAsMarkdown([besideUnseen])).toBe('::legal{instrument="Act" note="on paper"}')
  })
})

describe('a toolkit as a folder', () => {
  it('has a folder for each section that has others below it, with pictures beside them', () => {
    const section = (title: string, depth: number, body: RichText = []) => ({ title, depth, body })
    const files = exportToolkit({
      title: 'Guide',
      sections: [
        section('One', 1),
        section('Inner part', 2, [block('image', { attrs: { media: 'p1', alt: 'A' } })]),
        section('Two', 1),
      ],
      pictures: [
        { media: 'p1', path: 'pictures/a b.png', bytes: PNG },
        { media: 'p2', path: 'pictures/unused.png', bytes: PNG },
      ],
    })
    expect(files.map(({ path }) => path)).toEqual([
      'index.md',
      '01-one/index.md',
      '01-one/01-inner-part.md',
      '02-two.md',
      'pictures/a b.png',
    ])
    expect(new TextDecoder().decode(files[2]?.bytes)).toContain('![A](<../pictures/a b.png>)')
  })

  const demo = resolve(import.meta.dirname, '../../../src/scripts/demo/content')
  const folders = [
    ...['1.0/en', '1.0/fr', '2.0/en', '2.0/fr'],
    ...readdirSync(join(demo, 'national')).map((name) => `national/${name}`),
  ]
  it.each(folders)('reads back to the same sections: the sample content of %s', async (folder) => {
    const files = await filesAt(join(demo, folder))
    if (!files.ok) throw new Error(JSON.stringify(files.because))
    await expectSame(files.result)
  })

  it('reads back to the same sections, whatever text was made from a file', async () => {
    const property = fc.asyncProperty(fc.oneof(randomRichText, wordyRichText), async (given) => {
      const body = canonicalRichText(given)
      const once = await readDocument({
        files: exportToolkit({ title: 'G', sections: [{ title: 'T', depth: 1, body }], pictures: PICTURES }),
      })
      expect(once.notes.filter(({ kind }) => kind === 'problem')).toEqual([])
      const [before, after] = [wordsOf(body), wordsOf(once.sections[0]?.body ?? [])]
      expect(before.filter((word) => !after.includes(word))).toEqual([])
      expect(contentOf(await readDocument({ files: folderOf(once) }))).toEqual(contentOf(once))
    })
    await fc.assert(property, { numRuns: 150, seed: 4 })
  })
})

describe.skipIf(CORPUS === null)('real documents', () => {
  it.each(['0.5.0', '0.8.0', 'zh-Hant', 'standard-0.8.0.docx'])('read back to the same sections: %s', async (name) => {
    const files = await filesAt(`${CORPUS}/standard-for-public-code/${name}`)
    if (!files.ok) throw new Error(JSON.stringify(files.because))
    await expectSame(files.result)
  })

  it('read back to the same sections: the texts of two histories', async () => {
    const texts = historyTexts(40)
    expect(texts.length).toBeGreaterThan(40)
    for (const markdown of texts) await expectSame([file('text.md', markdown)])
  })
})

const PICTURES: ExportedPicture[] = ['64f000000000000000000001', 7, 'm1', 'm2'].map((media, index) => ({
  media,
  path: `${media}.png`,
  bytes: new Uint8Array([...PNG, index]),
}))

async function expectSame(files: readonly SourceFile[]): Promise<void> {
  const once = await readDocument({ files })
  if (once.sections.length === 0) return
  expect(contentOf(await readDocument({ files: folderOf(once) }))).toEqual(contentOf(once))
}

function folderOf({ title = 'Guide', sections, images }: ImportedDocument): SourceFile[] {
  const pictures = images.map(({ name, bytes }) => ({ media: name, path: name, bytes }))
  return exportToolkit({ title, sections, pictures })
}

function contentOf({ sections }: ImportedDocument): Omit<ImportedSection, 'source'>[] {
  return sections.map(({ source: _, ...content }) => content)
}

function wordsOf(blocks: RichText): string[] {
  return blocks.flatMap(({ runs, children }) => [
    ...runs.flatMap((run) =>
      run.type === 'break' ? [] : (run.text.replaceAll('\u00ad', '').match(/[\p{L}\p{N}]+/gu) ?? []),
    ),
    ...wordsOf(children),
  ])
}
