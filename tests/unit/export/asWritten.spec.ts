import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MergedNode } from '@/domain/merge/merge'
import { type Block, block, text } from '@/domain/richText/richText'
import { writeAsWritten } from '@/export/markdown/writeAsWritten'
import { readAsWritten } from '@/import/markdown/readAsWritten'
import { drawn } from '../import/readText'
import { CORPUS, historyTexts, wordCounts } from './corpusTexts'

const rewritten = (markdown: string): string => writeAsWritten(readAsWritten(markdown))
const seen = (markdown: string): string[] => drawn(readAsWritten(markdown).blocks)

describe('a file as written', () => {
  it.each([
    ['front matter with its comments', '---\ntitle:  "A: b" # why\n# note\ntags:\n  - x\n\nempty:\n---\n\nText\n'],
    ['empty front matter', '---\n---\n\nText\n'],
    ['all heading levels', '# One\n\n## Two\n\n###### Six\n'],
    [
      'template code',
      '{% include a.html b="*c*" %}\n\n{% if x %}\n{{ y | z }}\n{% endif %}\n\nThe {{ site.a_b }} of _it_\n',
    ],
    ['attribute lists of kramdown', '## Heading\n{: .blue}\n\nText\n{: #id}\n'],
    ['raw HTML', '<div class="a_b">\n  <p>*not italic*</p>\n</div>\n\nA <span title="x*y*">b</span><br>c\n'],
    ['comments', '<!-- one\n\ntwo -->\n\nText <!-- _inside_ --> more\n'],
    ['fences with their language', '```js title="a"\nif (a) {\n\n  `b`\n```\n\n```\nplain\n```\n\n````md\n```\n````\n'],
    [
      'link definitions, used and unused',
      '[Used][a] and [b], [c](<d e> "T").\n\n[a]: http://a.eu "A"\n[b]: /b\n[unused]: /c\n',
    ],
    ['tick boxes', '- [ ] open\n- [x] done\n'],
    ['blocks in list items', '- one\n\n  more\n\n  ```sh\n  x\n  ```\n\n  | a |\n  | --- |\n  | b |\n\n- two\n'],
    ['nested lists', '- a\n  - b\n    1. c\n    2. d\n- e\n'],
    ['two lists after each other', '- a\n\n* b\n\n- c\n'],
    ['the alignment of tables', '| a | b | c |\n| :-- | :-: | --: |\n| `x \\| y` | {{ d | e }} |  |\n'],
    ['quotes with paragraphs and lists', '> one\n>\n> - two\n>\n> three\n'],
    ['alerts', '> [!NOTE]\n> Text\n'],
    ['pictures', '![alt](a.png "Caption")\n\nText ![b *c*](d_e.png) more\n\n[![e](f.svg)](http://g.eu)\n'],
    ['notes', 'One[^1] two[^2].\n\n[^1]: First *note*\n\n[^2]: Second\n'],
    ['long notes and unused ones', 'One[^long].\n\n[^long]: First\n\n    - list\n\n[^unused]: x\n'],
    ['character references and addresses', 'a&nbsp;b &amp; c, https://a.eu/x_y_z, <https://b.eu>, a_b@c.eu\n'],
    ['escapes', '\\*not italic\\*, \\{not code\\}, \\<b>\n\n1\\. x\n'],
    ['containers of other tools', '::: tip Title\ntext\n:::\n\n:::note\nText *x*\n:::\n'],
    [
      'structured blocks',
      ':::checklist{title="T"}\n- a\n\n  note\n:::\n\n:::callout{tone="warning"}\nText **b**\n:::\n',
    ],
  ])('keeps %s exactly', (_, markdown) => {
    expect(rewritten(markdown)).toBe(markdown)
  })

  it('is normalised: bullets, emphasis, rules, breaks, soft line ends, headings', () => {
    const markdown = 'Title\n=====\n\n* a\n* __b__ *c*\n\n***\n\nlong\nline\\\nbreak\n\n    code\n'
    expect(rewritten(markdown)).toBe('# Title\n\n- a\n- **b** _c_\n\n---\n\nlong line  \nbreak\n\n```\ncode\n```\n')
  })

  it('consists of blocks with their own attributes', () => {
    expect(
      seen(
        '# T\n\n- [x] a\n\n  b\n\n```js\nc\n\nd\n```\n\n<hr>\n\n| e |\n| :-: |\n\n![f](g.png "h")\n\n[i][j]\n\n[j]: k\n',
      ),
    ).toEqual([
      'heading level=1: T',
      'list style=bullet',
      '  item checked=true: a',
      '    paragraph: b',
      'paragraph info=js: <code>c</> /  / <code>d</>',
      'paragraph source=true: <hr>',
      'table align=center',
      '  row',
      '    cell header=true',
      '      paragraph: e',
      'image media=g.png alt=f: h',
      'paragraph: [i]([j])',
      'paragraph source=true: [j]: k',
    ])
  })

  it('is kept as source if it nests too deeply to be parsed, and can be read back', () => {
    const markdown = `${'> '.repeat(300)}deep\n\nnext\n`
    expect(seen(markdown).map((line) => line.slice(0, 22))).toEqual([
      'paragraph source=true:',
      'paragraph source=true:',
    ])
    expect(rewritten(markdown)).toBe(markdown)
  })

  it('reads back as it was written, for any text', () => {
    fc.assert(
      fc.property(untidyMarkdown, (markdown) => {
        const first = readAsWritten(markdown)
        const written = writeAsWritten(first)
        expect(readAsWritten(written)).toEqual(first)
        expect(rewritten(written)).toBe(written)
      }),
      { numRuns: 400, seed: 4 },
    )
  })

  it.each([
    ['a picture', `See ![Figure](figure.png and she said ${'"a" '.repeat(60)}`],
    ['an address', `<http:${'{{a}}'.repeat(60)}`],
    ['a tag', `<a x=${'{%%}'.repeat(60)}`],
    ['a bracket', `![x](${'\\a'.repeat(60)}`],
  ])('is written quickly if %s is opened and never closed', (_, line) => {
    expect(rewritten(`${line}\n`).length).toBeGreaterThanOrEqual(line.length)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'-*_`~[](){}<>|:#!\\&;%"\'=+1. \t\n\u2ff0ax'), maxLength: 60 }),
        (given) => {
          expect(typeof rewritten(given)).toBe('string')
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe.skipIf(CORPUS === null)('the histories of real documents', () => {
  it('are written back as they were read, with all their words and their front matter', () => {
    const texts = historyTexts(24)
    expect(texts.length).toBeGreaterThan(70)
    for (const markdown of texts) {
      const first = readAsWritten(markdown)
      const written = writeAsWritten(first)
      expect(readAsWritten(written)).toEqual(first)
      expect(rewritten(written)).toBe(written)
      expect(wordCounts(written)).toEqual(wordCounts(markdown))
      expect(frontMatterOf(written)).toBe(frontMatterOf(markdown))
    }
  })
})

describe('conflicts in a file', () => {
  const blocks = (markdown: string): Block[] => readAsWritten(markdown).blocks
  const dispute = {
    type: 'conflict' as const,
    id: '1',
    base: [text('base')],
    ours: [text('ours')],
    theirs: [text('theirs')],
  }
  const written = (nodes: MergedNode[]): string[] =>
    writeAsWritten({ frontMatter: [], blocks: nodes }).trimEnd().split('\n')

  it('are whole blocks between the markers of git', () => {
    const node: MergedNode = {
      kind: 'conflict',
      id: '2',
      base: blocks('Base'),
      ours: [],
      theirs: blocks('A\n\n- b'),
      kept: 'ours',
    }
    expect(written([...blocks('Before'), node, ...blocks('After')])).toEqual([
      'Before',
      '',
      '<<<<<<< ours',
      '||||||| base',
      'Base',
      '=======',
      'A',
      '',
      '- b',
      '>>>>>>> theirs',
      '',
      'After',
    ])
  })

  it('cover the whole paragraph if its words or its level are in conflict', () => {
    const heading: MergedNode = {
      ...block('heading', { attrs: { level: 2 } }),
      runs: [text('The '), dispute],
      disputed: [{ id: '3', name: 'level', base: 2, ours: 3, theirs: 1 }],
    }
    expect(written([heading])).toEqual([
      '<<<<<<< ours',
      '### The ours',
      '||||||| base',
      '## The base',
      '=======',
      '# The theirs',
      '>>>>>>> theirs',
    ])
  })

  it('cover one list item, at the margin, without the list below it', () => {
    const [list] = blocks('- a\n  - b\n    - c\n- d')
    const nested = (node: MergedNode): MergedNode =>
      node.kind === 'item' && drawn(list ? [list] : []).length > 0 && JSON.stringify(node.runs).includes('"b"')
        ? { ...node, runs: [dispute] }
        : node.kind === 'conflict'
          ? node
          : { ...node, children: node.children.map(nested) }
    expect(written(list ? [nested(list)] : [])).toEqual([
      '- a',
      '<<<<<<< ours',
      '  - ours',
      '||||||| base',
      '  - base',
      '=======',
      '  - theirs',
      '>>>>>>> theirs',
      '    - c',
      '- d',
    ])
  })

  it('cover one table row', () => {
    const row: MergedNode = {
      ...block('row'),
      children: [{ ...block('cell'), children: [{ ...block('paragraph'), runs: [dispute] }] }, block('cell')],
    }
    const nodes = blocks('| a | b |\n| - | - |\n| c | d |').map(
      (table): MergedNode => ({ ...table, children: [...table.children, row] }),
    )
    expect(written(nodes).slice(2)).toEqual([
      '| c | d |',
      '<<<<<<< ours',
      '| ours |  |',
      '||||||| base',
      '| base |  |',
      '=======',
      '| theirs |  |',
      '>>>>>>> theirs',
    ])
  })

  it('cover one key of the front matter, inside its fence', () => {
    const { frontMatter } = readAsWritten('---\ntitle: a\norder: 1\n---\n')
    const [title, order] = frontMatter
    const nodes: MergedNode[] = title && order ? [title, { ...order, runs: [dispute] }] : []
    expect(writeAsWritten({ frontMatter: nodes, blocks: [] }).split('\n')).toEqual([
      '---',
      'title: a',
      '<<<<<<< ours',
      'order: ours',
      '||||||| base',
      'order: base',
      '=======',
      'order: theirs',
      '>>>>>>> theirs',
      '---',
      '',
    ])
  })

  it('are not shown if only the place is in conflict: the block stays where it is kept', () => {
    const moved = [block('paragraph', { runs: [text('Moved')] })]
    const stays = block('paragraph', { runs: [text('Stays')] })
    const place = { kind: 'conflict' as const, id: '4', base: [], kept: 'theirs' as const, isPlace: true as const }
    const nodes: MergedNode[] = [{ ...place, ours: moved, theirs: [] }, stays, { ...place, ours: [], theirs: moved }]
    expect(written(nodes)).toEqual(['Stays', '', 'Moved'])
  })
})

function frontMatterOf(markdown: string): string {
  return /^---\n[\s\S]*?\n?---(?=\n|$)/.exec(markdown.replace(/\r\n?/g, '\n'))?.[0] ?? ''
}

const PIECES = [
  ...[
    'word',
    'Ünïcode',
    'l’eau',
    '保護',
    '**',
    '*',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '[^1]',
    '[^n]',
    '[ref]',
  ],
  ...[
    '](http://a.eu/x_y "T")',
    '![alt](p.png)',
    '[text][ref]',
    '<b>',
    '</b>',
    '<br>',
    '<div>',
    '<!-- c -->',
    '<https://a.eu>',
  ],
  ...[
    ' https://a.eu/a_b ',
    'a_b',
    '&nbsp;',
    '&',
    '\\',
    '\\*',
    '\\<',
    '{{ x | y }}',
    '{% if a %}',
    '{: .c}',
    '{/*id*/}',
  ],
  ...['|', '-', '+', '1.', '#', '>', '=', '!', ':', '"'],
]
const LINES = [
  ...['# H', '## H {#id}', 'Setext\n===', '- item', '- [ ] todo', '  - nested', '    deeper', '1. one', '3) three'],
  ...[
    '> quote',
    '> - list in quote',
    '```js',
    '```',
    '~~~',
    '    indented',
    '---',
    '***',
    '| a | b |\n| - | :-: |\n| c `x\\|y` | d |',
  ],
  ...['[ref]: http://r.eu "R"', '[^1]: note *one*', '[^n]: long\n\n    more', '<div>\nhtml\n</div>', '<!--\n\nx -->'],
  ...[
    '{% include a.html %}',
    '{: .after}',
    ':::checklist{title="T"}\n- a & b\n\n  note\n:::',
    ':::tip\nx\n:::',
    '::: warning\nx\n:::',
  ],
  ...[
    ':::callout{tone="warning"}\nText **b**\n\n- x\n:::',
    '::legal{instrument="a" url="https://a.eu"}',
    'a  \nb',
    'a\\\nb',
    '',
  ],
]
const inLine = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ', '')), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.flat().join(''))
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '', '- ', '  ', '> ', '1. ', '   ', '# '),
    fc.oneof({ weight: 2, arbitrary: inLine }, { weight: 1, arbitrary: fc.constantFrom(...LINES) }),
    fc.constantFrom('\n', '\n\n'),
  )
  .map((parts) => parts.join(''))

/** Characters and lines of Markdown in any order. */
const untidyMarkdown = fc
  .tuple(fc.constantFrom('', '', '---\na: 1\n# c\nb:\n  - x\n---\n', '---\n---\n'), fc.array(line, { maxLength: 7 }))
  .map(([head, lines]) => head + lines.join(''))
