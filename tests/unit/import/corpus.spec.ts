import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportedDocument, ImportedSection } from '@/domain/importing'
import { matchSections } from '@/domain/matchSections'
import type { RichText } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { filesAt } from '@/import/filesAt'
import { noteOf, outline, read, said } from './readText'

const corpus = resolve(import.meta.dirname, '../../../../shared/corpus/standard-for-public-code')
const isHere = existsSync(corpus)
if (!isHere) console.warn(`Skipped: the Standard for Public Code is not at ${corpus}`)

const VERSIONS = ['0.5.0', '0.6.0', '0.7.0', '0.7.1', '0.8.0'] as const
/** The different names of a section in one version and in the next. */
const RENAMED: Partial<Record<string, Record<string, string>>> = {
  '0.6.0': { Introduction: 'Foreword' },
  '0.7.0': { 'Create reusable and portable code': 'Make the codebase reusable and portable' },
}

describe.skipIf(!isHere)('the Standard for Public Code', () => {
  it.each(['0.7.1', '0.8.0'])('has its 19 sections in %s, in the order of the printed standard', async (version) => {
    const document = await readVersion(version)
    expect(outline(document)).toEqual([
      'Foreword',
      'Readers guide',
      'Code in the open',
      'Bundle policy and source code',
      'Make the codebase reusable and portable',
      'Welcome contributors',
      'Make contributing easy',
      'Maintain version control',
      'Require review of contributions',
      'Document codebase objectives',
      'Document the code',
      'Use plain English',
      'Use open standards',
      'Use continuous integration',
      'Publish with an open license',
      'Make the codebase findable',
      'Use a coherent style',
      'Document codebase maturity',
      'Glossary',
    ])
    expect(said(document).filter((note) => !note.startsWith('loss'))).toEqual([])
    expect(noteOf(document, 'import.file-left-out')?.params).toEqual({ name: 'criteria/index.md' })
  })

  it('has the same sections, blocks and words in its Word file as in its Markdown', async () => {
    const [markdown, word] = [await readVersion('0.8.0'), await readVersion('standard-0.8.0.docx')]
    expect(outline(word)).toEqual(outline(markdown))
    expect(said(word)).toEqual([])
    const [ours, theirs] = [word, markdown].map(({ sections }) => sections.map(({ body }) => plain(textOf(body))))
    expect(ours).toEqual(theirs)
    expect(word.sections.map(({ body }) => shape(body))).toEqual(markdown.sections.map(({ body }) => shape(body)))
  })

  it.each(VERSIONS.slice(0, -1))('is recognised section by section in the version after %s', async (version) => {
    const next = VERSIONS[VERSIONS.indexOf(version) + 1] ?? version
    const [before, after] = [(await readVersion(version)).sections, (await readVersion(next)).sections]
    const { matches, gone } = matchSections({ existing: before.map(asExisting), incoming: after })
    const found = matches.map(({ match }) => (match === null ? null : (RENAMED[version]?.[match] ?? match)))
    expect(found).toEqual(after.map(({ title }) => title))
    expect(gone).toEqual([])
  })

  it('is recognised by content alone if every title changes', async () => {
    const [before, after] = [(await readVersion('0.5.0')).sections, (await readVersion('0.6.0')).sections]
    const untitled = after.map((section, index) => ({ ...section, title: `§${index}` }))
    const { matches, gone } = matchSections({ existing: before.map(asExisting), incoming: untitled })
    expect(matches.map(({ match, how }) => `${how} ${match}`)).toEqual(after.map(({ title }) => `content ${title}`))
    expect(gone).toEqual([])
  })

  it('is read in Chinese without spaces at line breaks', async () => {
    const document = await readVersion('zh-Hant')
    expect(document.sections).toHaveLength(16)
    const text = document.sections.map(({ body }) => textOf(body)).join('\n')
    expect(text).toContain('可以取得使用與貢獻程式基底所需的知識。')
  })
})

async function readVersion(name: string): Promise<ImportedDocument> {
  const files = await filesAt(`${corpus}/${name}`)
  if (!files.ok) throw new Error(JSON.stringify(files.because))
  return read(files.result)
}

/** Titles are unique in the corpus: they serve as keys. */
function asExisting({ title, body }: ImportedSection, position: number) {
  return { key: title, slug: `s${position}`, title, text: textOf(body), parent: null }
}

/**
 * The accepted differences: whoever made the Word file turned straight quotes into curly ones and the space after an
 * abbreviation into a no-break space. (It also lost the links within the standard; their words are there.)
 */
function plain(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\u00a0/g, ' ')
}

/** The tree without its words. */
function shape(blocks: RichText): unknown[] {
  return blocks.map(({ kind, attrs, children }) => [kind, attrs, shape(children)])
}
