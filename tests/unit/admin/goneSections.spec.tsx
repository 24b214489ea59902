import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { browserTranslator } from '@/admin/editor/browserTranslator'
import { sentWords } from '@/admin/editor/sentWords'
import { GoneSections } from '@/admin/importing/GoneSections'
import { readImportAnswer } from '@/admin/importing/importAnswer'
import type { Answered } from '@/admin/importing/sendDocument'

const t = browserTranslator({ words: sentWords({ language: 'en', beginnings: ['editor.'] }), language: 'en' })
const SAFETY = {
  key: 'one',
  id: 'one/gone',
  number: '4.5',
  part: 'Reception',
  title: 'Safety plan',
  words: 362,
  decisions: [{ id: 'x' }],
}

describe('the list of sections that are missing from the document', () => {
  it('shows the number, part and users of each section, in the order of their names, and links to its text', () => {
    const countries = [
      { country: 'ie', mode: 'adapt' },
      { country: 'ch', mode: 'supplement' },
      { country: 'es', mode: 'supplement' },
      { country: 'cy', mode: 'omit' },
    ]
    const html = shown({ gone: [{ ...SAFETY, countries }], versions: 7 })
    expect(html).toContain('4.5 Safety plan')
    expect(html).toContain('In part “Reception”.')
    expect(html).toContain(
      'Adapted in Ireland. Supplemented in Spain, Switzerland. Not used in Cyprus. 3 countries have the common text.',
    )
    expect(html).toContain('href="/admin/framework/kit/section/one?lang=en" target="_blank"')
  })

  it('does not mention the common text if every country has its own', () => {
    const html = shown({ gone: [{ ...SAFETY, countries: [{ country: 'ie', mode: 'adapt' }] }], versions: 1 })
    expect(html).toContain('>Adapted in Ireland.<')
  })

  it('starts with no choice made, and counts what is chosen', () => {
    const gone = [SAFETY, { ...SAFETY, key: 'two', id: 'two/gone' }, { ...SAFETY, key: 'three', id: 'three/gone' }]
    const before = shown({ gone, existing: 9 })
    expect(before).not.toContain('checked=""')
    expect(before).toContain('3 of 9 sections are not in the document')
    expect(before).toContain('3 to decide, 0 stay, 0 go.')
    const after = shown({ gone, existing: 9 }, { 'one/gone': 'theirs', 'two/gone': 'ours' })
    expect(after.match(/checked=""/g)).toHaveLength(2)
    expect(after).toContain('1 to decide, 1 stays, 1 goes.')
  })

  it('keeps or removes all sections with one button each', () => {
    const html = shown({ gone: [SAFETY, { ...SAFETY, key: 'two', id: 'two/gone' }] })
    expect(html).toMatch(/<button[^>]*>All stay<\/button>/)
    expect(html).toMatch(/<button[^>]*>All go<\/button>/)
  })
})

function shown(result: Record<string, unknown>, resolutions: Record<string, Answered> = {}): string {
  const answer = readImportAnswer({ ok: true, result: { toolkit: 'kit', ...result, sections: [] } })
  if (answer.kind !== 'preview') throw new Error('This is no preview')
  const countries = [
    { code: 'cy', name: 'Cyprus' },
    { code: 'ie', name: 'Ireland' },
    { code: 'es', name: 'Spain' },
    { code: 'ch', name: 'Switzerland' },
  ]
  const nothing = () => undefined
  return renderToStaticMarkup(
    <GoneSections
      preview={answer.preview}
      countries={countries}
      resolutions={resolutions}
      language="en"
      t={t}
      onAnswer={nothing}
      isWriting={false}
      onAnswerSeveral={nothing}
      onPair={nothing}
    />,
  )
}
