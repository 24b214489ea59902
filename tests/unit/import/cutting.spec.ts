import { describe, expect, it } from 'vitest'
import { readDocument } from '@/import/readDocument'
import { drawn, file, noteOf, outline, read, readMarkdownText, said } from './readText'

describe('a document is cut into sections', () => {
  it('at every heading of level 1, if there are several', async () => {
    const document = await readMarkdownText('# One\n\na\n\n## Inner\n\nb\n\n# Two\n\nc')
    expect(outline(document)).toEqual(['One', 'Two'])
    expect(document.title).toBeUndefined()
  })

  it('at level 2 below a single heading of level 1, which is the title of the document', async () => {
    const document = await readMarkdownText('# The guide\n\n## One\n\na\n\n## Two\n\nb')
    expect(document.title).toBe('The guide')
    expect(outline(document)).toEqual(['One', 'Two'])
    expect(said(document)).toEqual([])
  })

  it('with the text before them as a first section of that title, which somebody should check', async () => {
    const document = await readMarkdownText('# The guide\n\nWelcome.\n\n## One\n\na')
    expect(outline(document)).toEqual(['The guide', 'One'])
    expect(noteOf(document, 'import.text-before-heading')).toMatchObject({ kind: 'doubt', source: 'text.md:1' })
  })

  it('at the chosen level and all above it, nested like the headings', async () => {
    const document = await readMarkdownText(
      '# A\n\n## A1\n\n### A1a\n\ntext\n\n#### deep\n\n# B\n\n### B1\n\n## B2\n',
      3,
    )
    expect(outline(document)).toEqual(['A', '  A1', '    A1a', 'B', '  B1', '  B2'])
  })

  it('into one section if it has one heading, or none', async () => {
    expect(outline(await readMarkdownText('# Only\n\ntext'))).toEqual(['Only'])
    const document = await read([file('my-notes.md', 'text')])
    expect(outline(document)).toEqual(['My notes'])
    expect(said(document)).toEqual(['doubt import.no-headings'])
  })

  it('with the text before the first heading as a section, if there is any', async () => {
    const document = await readMarkdownText('Before.\n\n# One\n\na\n\n# Two\n\nb')
    expect(outline(document)).toEqual(['Text', 'One', 'Two'])
    expect(said(document)).toEqual(['doubt import.text-before-heading'])
    expect(outline(await readMarkdownText('---\norder: 1\n---\n<!-- x -->\n\n# One\n\na\n\n# Two\n'))).toEqual([
      'One',
      'Two',
    ])
  })

  it('with the deeper headings in the body, the highest of them at level 2, at the same relative depth', async () => {
    const document = await readMarkdownText(
      '# One\n\n#### a\n\n##### b\n\n###### c\n\n#### d\n\n# Two\n\n## e\n\n#### f',
    )
    const headings = document.sections.map(({ body }) => drawn(body).map((line) => line.replace('heading level=', '')))
    expect(headings).toEqual([
      ['2: a', '3: b', '4: c', '2: d'],
      ['2: e', '4: f'],
    ])
  })

  it('but not at a level without headings: the message names the levels that occur', async () => {
    const document = await readMarkdownText('# One\n\n### Three\n\ntext\n\n# Two\n', 2)
    expect(noteOf(document, 'import.level-missing')).toMatchObject({
      kind: 'problem',
      params: { level: 2, levels: '1, 3' },
    })
    expect(said(await readMarkdownText('text', 1))).toContain('problem import.level-without-headings')
  })

  it('as in the last import, unless somebody chose a level, or that level has no heading any more', async () => {
    const files = [file('text.md', '# One\n\n### Three\n\ntext\n\n# Two\n')]
    const cutAt = async (given: { level?: number; lastLevel?: number }) => {
      const { cut, notes } = await readDocument({ files, ...given })
      return [cut.level, notes.length]
    }
    expect(await cutAt({ lastLevel: 3 })).toEqual([3, 0])
    expect(await cutAt({ lastLevel: 3, level: 1 })).toEqual([1, 0])
    expect(await cutAt({ lastLevel: 2 })).toEqual(await cutAt({}))
  })

  it('and says where two sections under one parent have the same title', async () => {
    const document = await readMarkdownText('# A\n\n## Same\n\na\n\n## same\n\nb\n\n# B\n\n## Same\n', 2)
    expect(document.notes).toEqual([
      {
        kind: 'problem',
        source: 'text.md:7',
        key: 'import.title-twice',
        params: { title: 'same', first: 'text.md:3' },
      },
    ])
  })

  it('and loses the footnote of a title, not the title', async () => {
    const document = await readMarkdownText('# One[^a] *more*\n\ntext\n\n# Two\n\n[^a]: note')
    expect(outline(document)).toEqual(['One more', 'Two'])
    expect(said(document)).toEqual(['loss import.footnote-in-title'])
  })
})

describe('if nobody chose a level', () => {
  const words = (count: number) => `${'word '.repeat(count).trim()}\n\n`
  const times = (count: number, make: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => make(n + 1)).join('')

  it('a guide of 20 parts with 15 topics each becomes 20 parts with 300 sections below them', async () => {
    const guide = times(
      20,
      (part) => `# Part ${part}\n\n${times(15, (topic) => `## Topic ${part}.${topic}\n\n${words(400)}`)}`,
    )
    const document = await readMarkdownText(guide)
    expect(document.sections.filter(({ depth }) => depth === 1)).toHaveLength(20)
    expect(document.sections.filter(({ depth }) => depth === 2)).toHaveLength(300)
    expect(outline(document).slice(0, 2)).toEqual(['Part 1', '  Topic 1.1'])
    expect(document.cut).toEqual({
      level: 2,
      levels: [
        { level: 1, sections: 20, median: 6030, largest: 6030 },
        { level: 2, sections: 320, median: 400, largest: 400 },
      ],
    })
  })

  it('the same guide below a title becomes the same tree', async () => {
    const part = (n: number) => `## Part ${n}\n\n${times(10, (topic) => `### Topic ${n}.${topic}\n\n${words(400)}`)}`
    const document = await readMarkdownText(`# The guide\n\n${times(3, part)}`)
    expect(document.title).toBe('The guide')
    expect(outline(document).slice(0, 2)).toEqual(['Part 1', '  Topic 1.1'])
    expect(document.cut.levels.map(({ level, sections }) => [level, sections])).toEqual([
      [1, 1],
      [2, 3],
      [3, 33],
    ])
  })

  it('chapters that can be read in one go stay whole, whatever headings they have', async () => {
    const document = await readMarkdownText(
      times(6, (n) => `# Chapter ${n}\n\n${times(9, (m) => `## ${m}\n\n${words(120)}`)}`),
    )
    expect(document.cut.level).toBe(1)
    expect(document.sections).toHaveLength(6)
  })

  it('a few very long chapters are cut, however many short ones there are', async () => {
    const long = (n: number) => `# Long ${n}\n\n${times(8, (m) => `## Topic ${n}.${m}\n\n${words(900)}`)}`
    const document = await readMarkdownText(`${times(20, (n) => `# Short ${n}\n\n${words(50)}`)}${times(3, long)}`)
    expect(document.cut.level).toBe(2)
  })

  it('questions and answers are not split into sections of one line', async () => {
    const document = await readMarkdownText(
      times(3, (n) => `# ${n}\n\n${times(60, (m) => `## ${n}.${m}?\n\n${words(40)}`)}`),
    )
    expect(document.cut.level).toBe(1)
  })

  it('a long file of a folder is cut too, but an exported folder is not', async () => {
    const long = (title: string) => `# ${title}\n\n${times(8, (m) => `## ${title} ${m}\n\n${words(900)}`)}`
    const files = (order: string) => ['A', 'B'].map((name) => file(`${name}.md`, `${order}${long(name)}`))
    expect(outline(await read(files(''))).slice(0, 3)).toEqual(['A', '  A 1', '  A 2'])
    expect(outline(await read(files('---\norder: 1\n---\n')))).toEqual(['A', 'B'])
  })
})

describe('front matter', () => {
  const FIELDS = [
    'slug: interpreting',
    'summary: "Two  sentences."',
    'audiences: [ngo, lawyer]',
    'stages: interview',
    'policy: supplement-only',
    'guidance: Name your service.',
    'colour: red',
  ].join('\n')

  it('becomes fields of the section; unknown keys are a loss', async () => {
    const document = await read([
      file('a.md', `---\n${FIELDS}\n---\n# Interpreting\n\ntext`),
      file('b.md', '# B\n\ntext'),
    ])
    expect(document.sections[0]).toMatchObject({
      title: 'Interpreting',
      slug: 'interpreting',
      summary: 'Two sentences.',
      audiences: ['lawyer', 'ngo'],
      stages: ['interview'],
      policy: 'supplement-only',
      guidance: 'Name your service.',
    })
    expect(document.notes.map(({ key, params }) => [key, params?.name])).toEqual([
      ['import.front-matter-unknown', 'colour'],
    ])
  })

  it('also belongs to the section of a single file, but not to the sections of a whole document', async () => {
    const one = await read([file('a.md', `---\n${FIELDS}\n---\n# Interpreting\n\n## Inner`)], 1)
    expect(one.sections[0]?.slug).toBe('interpreting')
    const whole = await read([file('a.md', `---\nslug: guide\n---\n# Guide\n\n## A\n\n## B`)])
    expect(whole.sections.map(({ slug }) => slug)).toEqual(whole.sections.map(() => undefined))
    expect(whole.sections).toHaveLength(2)
    expect(noteOf(whole, 'import.front-matter-of-whole')).toMatchObject({ kind: 'loss', params: { names: 'slug' } })
  })

  it('gives the title; a first heading with the same text is not repeated', async () => {
    const document = await read([
      file('a.md', '---\ntitle: One\n---\n# One\n\ntext\n\n## Inner'),
      file('b.md', '---\ntitle: Two\n---\ntext\n\n# Part\n\nmore'),
      file('c.md', '---\ntitle: Three\n---\n# Drei\n\ntext'),
    ])
    expect(outline(document)).toEqual(['One', 'Two', '  Part', 'Three'])
    expect(drawn(document.sections[0]?.body ?? [])).toEqual(['paragraph: text', 'heading level=2: Inner'])
    expect(said(document)).toEqual(['doubt import.title-differs'])
  })

  it('corrects an invalid address, and refuses one that occurs twice', async () => {
    const document = await read([
      file('a.md', '---\nslug: My Section!\n---\n# A\n\ntext'),
      file('b.md', '---\nslug: my-section\n---\n# B\n\ntext'),
    ])
    expect(document.sections[0]?.slug).toBe('my-section')
    expect(said(document)).toEqual(['doubt import.slug-changed', 'problem import.slug-twice'])
  })
})
