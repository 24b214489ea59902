import { mkdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { block, text } from '@/domain/richText/richText'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { readTexts } from '@/scripts/toolkit/readTexts'
import { parseTextOptions } from '@/scripts/toolkit/textOptions'
import { heading, li, NUMBERING, p, STYLES, wordFile } from '../import/wordFile'
import { base, ours, theirs } from './guidance'
import { folderOf, toolkit } from './toolkit'

const said = (words: string) => toLexical([block('paragraph', { runs: [text(words)] })])

const word = await wordFile({
  styles: STYLES,
  numbering: NUMBERING,
  body: [heading('Special needs'), p('The officer decides within five days.'), li('Offer water'), li('Ask')].join(''),
})

const at = folderOf({
  'base.md': base,
  'ours.md': ours,
  'theirs.markdown': theirs,
  'plain.md': '# Special needs\n\nThe officer decides within three days.\n\n- Offer water\n- Ask\n',
  'text.docx': word.bytes,
  'broken.docx': 'no Word file',
  'before.json': JSON.stringify(said('Ask how the person feels.')),
  'after.json': JSON.stringify(said('Ask how the person is.')),
  'list.json': '[]',
  'odd.md': Uint8Array.from([0x63, 0xe9, 0x20]),
  'old.doc': '',
  'text.pdf': '',
  'hostile.md':
    '# <script>alert(1)</script>\n\nA [link](javascript:alert(1)) \u001b[2J and <img src=x onerror=alert(1)>\n',
})
mkdirSync(at('folder.md'))

describe('the differences between two files', () => {
  it('are printed as text with the words marked, each under its heading', async () => {
    const { code, out, err } = await toolkit(['diff', at('base.md'), at('theirs.markdown')])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const lines = out.split('\n').map((line) => line.trim())
    expect(lines[0]).toMatch(/^5 differences; 6 words added, 7 removed · 15 words moved · 1 part added, 1 part moved$/)
    expect(lines).toContain('Text changed: title')
    expect(out).toContain('The officer decides within [-three-]{+ten+} days.')
    expect(out).toContain('Under “First contact”')
    expect(lines).toContain('Paragraph moved')
    expect(lines).toContain('{+Offer a chair+}')
    expect(lines).toContain('Column 3 (“Deadline”) removed')
    expect(lines).toContain('| Registration | Officer | [-3 days-] |')
  })

  it('are described in the requested language, including changes of format and level', async () => {
    const { code, out } = await toolkit(['diff', at('base.md'), at('ours.md'), '--language', 'fr'])
    expect(code).toBe(1)
    expect(out).toContain('{=quiet room=} (maintenant en gras)')
    expect(out).toContain('Niveau de l’intertitre modifié')
    expect(out).toContain('En tête du fichier')
  })

  it('can be printed as data for other programs', async () => {
    const { code, out } = await toolkit(['diff', at('base.md'), at('ours.md'), '--json'])
    const { changes, counts, frontMatter, body, limited } = JSON.parse(out)
    expect(code).toBe(1)
    expect(limited).toBe(false)
    expect(frontMatter.blocks.map((field: { status: string }) => field.status)).toEqual(['same', 'changed'])
    expect(body.status).toBe('changed')
    expect(counts).toMatchObject({ changes: 4, wordsAdded: 2, wordsRemoved: 2, wordsMoved: 0 })
    expect(changes.map(({ change }: { change: string }) => change)).toEqual([
      'changed.text',
      'changed.sentence',
      'formatted',
      'changed.level',
    ])
    expect(changes[1]).toMatchObject({
      field: 'body',
      under: 'Special needs',
      before: expect.stringContaining('within three days.'),
      after: expect.stringContaining('within five days.'),
    })
  })

  it('can be a complete page with marked words, its language and no script', async () => {
    const page = await toolkit(['diff', at('base.md'), at('ours.md'), '--html', '--text-language', 'el'])
    expect(page.code).toBe(1)
    expect(page.out).toMatch(/^<!doctype html>\n<html lang="en"/)
    expect(page.out).toContain('<title>base.md compared with ours.md</title>')
    expect(page.out).toMatch(/<del>.*three.*<\/del>/)
    expect(page.out).toContain('lang="el"')
    expect(page.out).toMatch(/<style>.*ins/s)
    expect(page.out).not.toMatch(/<script|<link|src=/)
  })

  it('never put markup or control characters of a text into the page or the terminal', async () => {
    const page = await toolkit(['diff', at('plain.md'), at('hostile.md'), '--html'])
    expect(page.out).not.toMatch(/<script|<img|href="javascript/)
    const report = await toolkit(['diff', at('plain.md'), at('hostile.md')])
    expect(report.out).not.toContain('\u001b')
  })

  it('are empty, with exit code 0, for equal texts', async () => {
    const { code, out } = await toolkit(['diff', at('base.md'), at('base.md')])
    expect({ code, out }).toEqual({ code: 0, out: 'No differences: the text is word for word the same.\n' })
  })

  it('can be shown between a Word file and Markdown', async () => {
    const { code, out, err } = await toolkit(['diff', at('plain.md'), at('text.docx')])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toBe(
      [
        '1 difference; 1 word added, 1 removed',
        '',
        'Under “Special needs”',
        '',
        '  Paragraph changed',
        '    The officer decides within [-three-]{+five+} days.',
        '',
      ].join('\n'),
    )
  })

  it('can be shown between two texts of the editor', async () => {
    const { code, out } = await toolkit(['diff', at('before.json'), at('after.json')])
    expect(code).toBe(1)
    expect(out).toContain('Ask how the person [-feels-]{+is+}.')
  })
})

describe('a text in another form', () => {
  it('is made from Word, Markdown and the editor, recognised by the file name', async () => {
    const markdown = await toolkit(['convert', at('text.docx'), '--to', 'md'])
    expect(markdown).toMatchObject({ code: 0 })
    expect(markdown.out).toBe('# Special needs\n\nThe officer decides within five days.\n\n- Offer water\n- Ask\n')
    const state = await toolkit(['convert', '--from', 'md', '--to', 'lexical'], { input: markdown.out })
    expect(fromLexical(JSON.parse(state.out)).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list'])
    const back = await toolkit(['convert', '--from', 'lexical', '--to', 'md'], { input: state.out })
    expect(back.out).toContain('- Offer water\n- Ask\n')
  })
})

describe('files that cannot be compared', () => {
  it('give an error on stderr with what to do, and exit code 2', async () => {
    const { code, out, err } = await toolkit(['diff', at('broken.docx'), at('nowhere.md'), '--html'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(
      /^broken\.docx: This Word file is damaged .*\n.*nowhere\.md does not exist\. Check the path\.\n$/,
    )
  })

  it.each<[string, string[], RegExp]>([
    ['a folder', [at('folder.md'), at('base.md')], /is a folder/],
    ['a file that is not text', [at('odd.md'), at('base.md')], /encoding UTF-8/],
    ['an old Word file', [at('old.doc'), at('base.md')], /old format/],
    ['a file of another kind', [at('text.pdf'), at('base.md')], /Give Markdown .* Word .* or Lexical JSON/],
    ['JSON of another kind', [at('list.json'), at('before.json')], /no editor state/],
    ['the editor against Markdown', [at('before.json'), at('base.md')], /convert .*before\.json --to md/],
  ])('give their own message: %s', async (_, paths, sentence) => {
    expect(await readTexts({ paths, language: 'en' })).toEqual({
      ok: false,
      because: [expect.stringMatching(sentence)],
    })
  })

  it.each<[string, string[], RegExp]>([
    ['an unknown option', ['--colour'], /--colour/],
    ['an unknown language', ['--language', 'nl'], /"nl" is not a language/],
    ['two forms at once', ['--json', '--html'], /Choose one of --json and --html/],
    ['files with a batch', ['a.md', '--jsonl'], /name no files/],
  ])('give an error about the arguments: %s', (_, args, sentence) => {
    expect(parseTextOptions(args)).toEqual({ ok: false, because: expect.stringMatching(sentence) })
  })
})
