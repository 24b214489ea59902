import JSZip from 'jszip'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { toWord, type WordPart } from '@/endpoints/report/toWord'

const written = (parts: WordPart[]) => toWord({ parts, title: 'Report', language: 'el' })

async function wordsOf(parts: WordPart[]): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(await written(parts)) })).value
}

async function xmlOf(parts: WordPart[], name = 'word/document.xml'): Promise<string> {
  const zip = await JSZip.loadAsync(await written(parts))
  return (await zip.file(name)?.async('string')) ?? ''
}

const marked = (segments: (WordPart & { is: 'marked' })['segments']): WordPart => {
  return { is: 'marked', segments, depth: 0, isItem: false, isHeading: false, language: 'en' }
}

describe('a Word file', () => {
  test('has headings that Word lists, items and words, which another program reads back', async () => {
    const parts: WordPart[] = [
      { is: 'title', words: 'Report' },
      { is: 'contents', title: 'Contents' },
      { is: 'heading', level: 2, words: '3.2 Assess special needs' },
      { is: 'text', words: 'First line.\nSecond line.' },
      { is: 'item', words: 'A decision' },
    ]
    expect(await wordsOf(parts)).toMatch(
      /Report.*3\.2 Assess special needs.*First line\.\n\nSecond line\..*A decision/s,
    )
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await written(parts)) })
    expect(value).toMatch(/<h2>.*3\.2 Assess special needs.*<\/h2>/)
    expect(value).toMatch(/<ul><li>A decision<\/li><\/ul>/)
  })

  test('underlines what was added and strikes what was removed, each with a sign, besides their colours', async () => {
    const xml = await xmlOf([
      marked([
        { status: 'same', text: 'In ', marks: [] },
        { status: 'removed', text: '15', marks: [] },
        { status: 'added', text: '30', marks: ['bold'] },
        { status: 'same', text: ' days', marks: [] },
      ]),
    ])
    const runOf = (words: string) => xml.split('<w:r>').find((run) => run.includes(`>${words}<`)) ?? ''
    expect(runOf('15')).toContain('<w:strike/>')
    expect(runOf('15')).not.toContain('<w:u ')
    expect(runOf('30')).toContain('<w:u w:val="single"')
    expect(runOf('30')).toContain('<w:b/>')
    expect(runOf('30')).not.toContain('<w:strike')
    expect(runOf(' days')).not.toMatch(/<w:strike|<w:u |<w:color/)
    expect(
      await wordsOf([
        marked([
          { status: 'removed', text: '15', marks: [] },
          { status: 'added', text: '30', marks: [] },
        ]),
      ]),
    ).toContain('−15 +30')
  })

  test('says in which language the words are', async () => {
    const xml = await xmlOf([marked([{ status: 'same', text: 'Ask', marks: [] }]), { is: 'text', words: 'Ρωτήστε' }])
    expect(xml).toMatch(/<w:lang w:val="en"\/>.*Ask/)
    expect(xml).toMatch(/<w:lang w:val="el"\/>.*Ρωτήστε/)
  })

  test('can be opened whatever was typed', async () => {
    const odd = 'a\u0000b\u000bc\ud800d\ufffee <w:p>&amp;'
    expect(await wordsOf([{ is: 'text', words: odd }])).toContain('abcde <w:p>&amp;')
  })

  test('names nobody as its author', async () => {
    const core = await xmlOf([{ is: 'text', words: 'x' }], 'docProps/core.xml')
    expect(core).toContain('Report')
    expect(core).not.toMatch(/Un-named|creator>[^<]/)
  })
})
