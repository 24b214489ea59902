import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { block, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { heading, p, STYLES, wordFile } from '../import/wordFile'
import { base, ours, theirs } from './guidance'
import { folderOf, toolkit } from './toolkit'

const said = (...lines: string[]) =>
  JSON.stringify(toLexical(lines.map((line) => block('paragraph', { runs: [text(line)] }))))

const word = await wordFile({
  styles: STYLES,
  body: [heading('Needs'), p('Ask how the person feels today.'), p('Offer water and a chair.')].join(''),
})

const at = folderOf({
  'base.md': base,
  'ours.md': ours,
  'theirs.md': theirs,
  'clean.md': ours.replace('five days', 'three days'),
  'short.md': '---\ntitle: Needs\n---\n\n# Needs\n\nAsk how the person feels.\n\nOffer water.\n',
  'longer.md': '---\ntitle: All needs\n---\n\n# Needs\n\nAlways ask how the person feels.\n\nOffer water.\n',
  'edited.docx': word.bytes,
  'base.json': said('Ask how the person feels.', 'Offer water.'),
  'ours.json': said('Ask how the person is.', 'Offer water.'),
  'theirs.json': said('Ask how the person does.', 'Offer water and a chair.'),
})

describe('merging three files', () => {
  it('accepts the changes of both sides, and marks places that both changed as git does', async () => {
    const { code, out, err } = await toolkit(['merge', at('base.md'), at('ours.md'), at('theirs.md')])
    expect(code).toBe(1)
    expect(err).toMatch(/^4 changes merged · 0 places to check · 1 place to decide\n$/)
    expect(out).toContain('title: Special needs\norder: 4\n')
    expect(out).toContain('**quiet room**')
    expect(out).toContain('- Offer water\n- Offer a chair\n')
    expect(out).toContain('### Deadlines')
    expect(out).toContain('| Registration | Officer |\n')
    const [, oursSide, baseSide, theirsSide] =
      /^<<<<<<< ours\n(.*)\n\|\|\|\|\|\|\| base\n(.*)\n=======\n(.*)\n>>>>>>> theirs$/ms.exec(out) ?? []
    expect(oursSide).toMatch(/within five days\.$/)
    expect(baseSide).toMatch(/within three days\.$/)
    expect(theirsSide).toMatch(/within ten days\.$/)
  })

  it('ends with 0 if there is no conflict, and writes the whole file', async () => {
    const output = at('merged.md')
    const { code, out } = await toolkit(['merge', at('base.md'), at('clean.md'), at('theirs.md'), '--output', output])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(readFileSync(output, 'utf8')).toContain('within ten days.')
    expect(readdirSync(dirname(output)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('says where it cannot write, and leaves no files behind', async () => {
    const output = at('nowhere/merged.md')
    const { code, err } = await toolkit(['merge', at('base.md'), at('clean.md'), at('theirs.md'), '--output', output])
    expect(code).toBe(2)
    expect(err).toContain(`${output} cannot be written`)
    expect(existsSync(output)).toBe(false)
  })

  it('gives its conflicts as data', async () => {
    const { code, out } = await toolkit(['merge', at('base.md'), at('ours.md'), at('theirs.md'), '--json'])
    const { status, merged, conflicts, checks } = JSON.parse(out)
    expect({ code, status }).toEqual({ code: 1, status: 'decision-needed' })
    expect(merged).toContain('<<<<<<< ours')
    expect(conflicts).toMatchObject([{ kind: 'words', field: 'body', base: 'three', ours: 'five', theirs: 'ten' }])
    expect(Array.isArray(checks)).toBe(true)
  })

  it('gives a page that shows each conflict as three texts, without a script', async () => {
    const page = await toolkit(['merge', at('base.md'), at('ours.md'), at('theirs.md'), '--html'])
    expect(page.code).toBe(1)
    expect(page.out).toContain('<title>ours.md and theirs.md, merged</title>')
    const [, conflict = ''] = /<section class="change box"[^>]*>(.*?)<\/section>/s.exec(page.out) ?? []
    for (const words of ['Both changed the same words', 'Ours', 'The common origin', 'Theirs', 'five', 'three', 'ten'])
      expect(conflict).toContain(words)
    expect(page.out).toContain('Offer a chair')
    expect(page.out).not.toMatch(/<script|<link|src=/)
  })

  it('merges an edited Word file back into Markdown, and keeps the front matter of the Markdown', async () => {
    const { code, out } = await toolkit(['merge', at('short.md'), at('edited.docx'), at('longer.md')])
    expect(code).toBe(0)
    expect(out).toBe(
      '---\ntitle: All needs\n---\n\n# Needs\n\nAlways ask how the person feels today.\n\nOffer water and a chair.\n',
    )
  })

  it('merges editor texts, and keeps our side in conflicts', async () => {
    const { code, out, err } = await toolkit(['merge', at('base.json'), at('ours.json'), at('theirs.json')])
    expect(code).toBe(1)
    expect(textOf(fromLexical(JSON.parse(out)))).toBe('Ask how the person is.\nOffer water and a chair.')
    expect(err).toContain('1 place to decide')
  })
})
