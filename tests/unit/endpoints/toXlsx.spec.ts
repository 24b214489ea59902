import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { toXlsx } from '@/endpoints/overview/toXlsx'
import { translate } from '@/messages/translate'

async function partsOf(rows: string[][]): Promise<{ sheet: string; texts: string[] }> {
  const zip = await JSZip.loadAsync(await toXlsx({ rows, sheet: 'Sections' }))
  const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
  const shared = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? ''
  return { sheet, texts: [...shared.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text) }
}

describe('an Excel file', () => {
  it('has every cell as a text, also one that begins like a formula', async () => {
    const { sheet, texts } = await partsOf([
      ['Section', 'Ireland'],
      ['=1+1', '@SUM(A1) & "x" <b>'],
    ])
    expect(sheet).not.toContain('<f>')
    expect([...sheet.matchAll(/<c [^>]*t="s"/g)]).toHaveLength(4)
    expect(texts).toEqual([
      'Section',
      'Ireland',
      '=1+1',
      expect.stringMatching(/^@SUM\(A1\) &amp; ("|&quot;)x("|&quot;) &lt;b(>|&gt;)$/),
    ])
  })

  it('can hold words that are names in the language of programs', async () => {
    const { sheet, texts } = await partsOf([['constructor', '__proto__', 'toString']])
    expect(texts).toEqual(['constructor ', '__proto__ ', 'toString '])
    expect([...sheet.matchAll(/<v>(.*?)<\/v>/g)].map(([, value]) => value)).toEqual(['0', '1', '2'])
  })

  it('is valid with characters that XML does not have, and with more text than a cell holds', async () => {
    const { texts } = await partsOf([['a\u0000b\u0008c', 'x'.repeat(40_000)]])
    expect(texts[0]).toBe('abc')
    expect(texts[1]).toHaveLength(32_767)
  })

  it.each(LANGUAGES)('has a sheet whose name Excel accepts, in "%s"', (language) => {
    for (const key of ['admin.matrix.title', 'overview.changes.title'] as const)
      expect(translate(language, key)).toMatch(/^[^[\]:*?/\\]{1,31}$/)
  })
})
