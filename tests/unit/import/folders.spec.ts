import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesAt } from '@/import/filesAt'
import { drawn, file, noteOf, outline, read, said } from './readText'

/** Files by path; without other content, each is a heading of its name and a line of text. */
function folder(files: Record<string, string | null>) {
  return Object.entries(files).map(([path, content]) => file(path, content ?? `# ${path}\n\ntext`))
}

describe('the files of a folder', () => {
  it('are sorted by order, otherwise: first parts, by name with numbers in order, last parts', async () => {
    const ordered = (order: number, title: string) => `---\norder: ${order}\n---\n# ${title}\n\ntext`
    const document = await read(
      folder({
        'glossary.md': null,
        'part-10.md': null,
        'part-9.md': null,
        'readers-guide.md': null,
        'foreword.md': null,
        'annex-b.md': null,
        'annex-a.md': null,
        'second.md': ordered(2, 'second'),
        'zero.md': ordered(0, 'zero'),
        'first.md': ordered(1, 'first'),
      }),
    )
    expect(outline(document)).toEqual([
      'foreword.md',
      'readers-guide.md',
      'zero',
      'first',
      'second',
      'part-9.md',
      'part-10.md',
      'glossary.md',
      'annex-a.md',
      'annex-b.md',
    ])
  })

  it('are placed below the index of their folder, or beside its other files if it has none', async () => {
    const document = await read(
      folder({
        '1-understand/index.md': '---\norder: 1\n---\n# Understand\n\nWhy.',
        '1-understand/b.md': '---\norder: 2\n---\n# B\n\ntext',
        '1-understand/a.md': '---\norder: 1\n---\n# A\n\ntext',
        '1-understand/deeper/index.md': '# Deeper',
        '1-understand/deeper/c.md': '# C\n\ntext',
        '2-loose/d.md': '# D\n\ntext',
        'foreword.md': '# Foreword\n\ntext',
      }),
    )
    expect(outline(document)).toEqual(['Foreword', 'Understand', '  A', '  B', '  Deeper', '    C', 'D'])
    expect(said(document)).toEqual([])
  })

  it('are sorted by the numbers before their names, files and folders together', async () => {
    const document = await read(
      folder({
        '10-end.md': '# End\n\ntext',
        '2_Interview/2.10-close.md': '# Close\n\ntext',
        '2_Interview/2.9-listen.md': '# Listen\n\ntext',
        '2_Interview/README.md': '# The interview\n\nWhat it is for.',
        '1. Prepare.md': '# Prepare\n\ntext',
        'introduction.md': '# Introduction\n\ntext',
        'annex-2-forms.md': '# Forms\n\ntext',
      }),
    )
    expect(outline(document)).toEqual([
      'Introduction',
      'Prepare',
      'The interview',
      '  Listen',
      '  Close',
      'End',
      'Forms',
    ])
  })

  it('are placed below a part named after the folder if it has no index', async () => {
    const document = await read(
      folder({ '1-a.md': '# A\n\ntext', '02-the-interview/b.md': null, '02-the-interview/c.md': null }),
    )
    expect(outline(document)).toEqual(['A', 'The interview', '  02-the-interview/b.md', '  02-the-interview/c.md'])
    expect(document.sections[1]?.body).toEqual([])
    expect(noteOf(document, 'import.title-from-folder')).toMatchObject({ kind: 'doubt', source: '02-the-interview' })
  })

  it("are placed below the introduction of their folder, which has the folder's name", async () => {
    const document = await read(
      folder({
        '1-a.md': null,
        '2-interview/c.md': '# C\n\ntext',
        '2-interview/01-Introduction.md': '# Introduction\n\nWhy.',
      }),
    )
    expect(outline(document)).toEqual(['1-a.md', 'Interview', '  C'])
    expect(drawn(document.sections[1]?.body ?? [])).toEqual(['paragraph: Why.'])
  })

  it('are placed at the depth of their folder if its index is only code for a site generator', async () => {
    const document = await read(
      folder({
        'criteria/index.md': '---\norder: 0\n---\n# Criteria\n\n{% for page in pages %}\n',
        'criteria/a.md': '# A\n\ntext',
        'foreword.md': '# Foreword\n\ntext',
      }),
    )
    expect(outline(document)).toEqual(['Foreword', 'A'])
    expect(said(document)).toEqual(['loss import.template-code', 'loss import.file-left-out'])
  })

  it('are not placed below an index in the top folder, which gives the title of the document', async () => {
    const document = await read(folder({ 'index.md': '# The guide', 'a.md': '# A\n\ntext', 'b.md': '# B\n\ntext' }))
    expect(document.title).toBe('The guide')
    expect(outline(document)).toEqual(['A', 'B'])
  })

  it('are at least one section each, named after the file if it has no heading', async () => {
    const document = await read(
      folder({ '01-first-contact.md': 'text', 'b.md': '## B\n\ntext\n\n## More', 'empty.md': ' ' }),
    )
    expect(outline(document)).toEqual(['First contact', 'B'])
    expect(said(document)).toEqual(['loss import.file-left-out', 'doubt import.title-from-file'])
  })

  it('are cut at the chosen level, below the depth of the file', async () => {
    const document = await read(
      folder({ 'a/index.md': '# A\n\n## A1', 'a/b.md': '# B\n\n## B1\n\n### no', 'c.md': '# C' }),
      2,
    )
    expect(outline(document)).toEqual(['A', '  A1', '  B', '    B1', 'C'])
  })

  it('may have the name of the chosen folder before each path, as browsers send them', async () => {
    const document = await read(
      folder({ 'my toolkit/text/a.md': '# A\n\ntext', 'my toolkit/text/part/b.md': '# B\n\ntext' }),
    )
    expect(document.sections.map(({ source }) => source)).toEqual(['a.md:1', 'part/b.md:1'])
  })
})

describe('files on the disk', () => {
  let path: string
  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), 'import-'))
    await mkdir(join(path, 'part'))
    await mkdir(join(path, '.git'))
    await writeFile(join(path, 'a.md'), '# A')
    await writeFile(join(path, 'part', 'b.md'), '# B')
    await writeFile(join(path, '.git', 'c.md'), '# C')
    await symlink('/etc/hostname', join(path, 'link.md'))
  })
  afterAll(() => rm(path, { recursive: true }))

  it('are read with their paths in the folder, without hidden files and links', async () => {
    const outcome = await filesAt(path)
    expect(outcome.ok && outcome.result.map((found) => found.path).toSorted()).toEqual(['a.md', 'part/b.md'])
  })

  it('can also be read one by one', async () => {
    const outcome = await filesAt(join(path, 'part', 'b.md'))
    expect(outcome).toEqual({ ok: true, result: [file('b.md', '# B')] })
  })

  it('are refused if there are none', async () => {
    expect(await filesAt(join(path, 'nothing'))).toMatchObject({ ok: false, because: [{ key: 'import.path-missing' }] })
  })

  it('are refused by size before they are read', async () => {
    await writeFile(join(path, 'large.docx'), '')
    await truncate(join(path, 'large.docx'), 60 * 1024 * 1024)
    const outcome = await filesAt(path)
    await rm(join(path, 'large.docx'))
    const params = { name: 'large.docx', size: 60, limit: 50 }
    expect(outcome).toEqual({ ok: false, because: [{ key: 'import.too-large', params }] })
  })
})

describe('a note that many files give', () => {
  it('is shown once, with the first place and the number of files', async () => {
    const files = Object.fromEntries([1, 2, 3].map((n) => [`${n}.md`, `---\nlayout: x\n---\n# ${n}\n\ntext`]))
    const document = await read(folder(files))
    expect(noteOf(document, 'import.front-matter-unknown')).toEqual({
      kind: 'loss',
      source: '1.md:1',
      key: 'import.front-matter-unknown',
      params: { name: 'layout', count: 3 },
    })
    expect(document.notes).toHaveLength(1)
  })
})

it.each(['constructor', 'valueOf', 'hasOwnProperty', 'toString'])(
  'front matter named %s is left out with a note, like any unknown name',
  async (name) => {
    const document = await read(folder({ '1.md': `---\n${name}: 2\n---\n# A\n\ntext` }))
    expect(noteOf(document, 'import.front-matter-unknown')).toMatchObject({ source: '1.md:1', params: { name } })
  },
)
