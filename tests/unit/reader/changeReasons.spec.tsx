import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { WhyDifference } from '@/admin/review/WhyDifference'
import type { SectionReport } from '@/domain/adaptationReport'
import { comparedWhy } from '@/domain/comparedWhy'
import { linkedText } from '@/domain/linkedText'
import type { ChangeReason } from '@/domain/section'
import { whyOf } from '@/domain/why'
import { reportParts } from '@/endpoints/report/reportParts'
import { translatorFor } from '@/messages/translate'
import { WhyBox } from '@/reader/frame/WhyBox'

const reason: ChangeReason = {
  at: { field: 'body', block: 'p1', is: 'dropped', language: 'en', words: 'An appeal has suspensive effect.' },
  reason: 'national-law',
  explanation: { en: 'Our courts decide that case by case.' },
  references: [
    { text: 'International Protection Act 2015, s. 5', url: 'https://www.irishstatutebook.ie/' },
    { text: 'A book', url: 'javascript:alert(1)' },
  ],
}
const say = translatorFor('en')

function box(language: 'en' | 'fr', changeReasons: ChangeReason[] = [reason]): string {
  return renderToStaticMarkup(<WhyBox why={whyOf({ changeReasons }, { language, source: 'en' })} language={language} />)
}

it('shows readers what was changed, why, and the laws, with a link only where it is safe', () => {
  const html = box('en')
  expect(html).toContain('Left out: <q>An appeal has suspensive effect.</q>')
  expect(html).toContain('<strong>National law.</strong>')
  expect(html).toContain(
    '<a href="https://www.irishstatutebook.ie/">International Protection Act 2015, s. 5</a> · A book',
  )
  expect(html).not.toContain('javascript')
})

it('marks words of another language, and says that the explanation is missing in this one', () => {
  const html = box('fr')
  expect(html).toContain('<q lang="en">')
  expect(html).toContain('<span lang="en">Our courts decide')
  expect(html).toContain('Pas encore en français')
})

it('shows nothing where there are none', () => {
  expect(box('en', [])).toBe('')
})

it('shows a long place by its first words', () => {
  const words = 'word '.repeat(30).trim()
  expect(box('en', [{ ...reason, at: { ...reason.at, words } }])).toMatch(/<q>(word ){10,20}…<\/q>/)
})

it('shows a reviewer a reason that was written anew as removed and added, and an unchanged one as it is', () => {
  const whyIn = (changeReasons: ChangeReason[]) => whyOf({ changeReasons }, { language: 'en', source: 'en' })
  const anew = { ...reason, explanation: { en: 'A new judgment.' } }
  const kept = { ...reason, at: { ...reason.at, block: 'p2' }, explanation: { en: 'As before.' } }
  const why = comparedWhy({ before: whyIn([reason, kept]), now: whyIn([anew, kept]) })
  expect(why.isSame).toBe(false)
  expect(why.changes.map(({ status }) => status)).toEqual(['removed', 'added', 'same'])
  const html = renderToStaticMarkup(<WhyDifference why={why} textLanguage="en" reader="en" say={say} />)
  expect(html).toMatch(/<del>.*Our courts decide.*<\/del>.*<ins>.*A new judgment.*<\/ins>/s)
  expect(html.split('As before.')).toHaveLength(2)
  expect(comparedWhy({ before: whyIn([reason]), now: whyIn([reason]) }).isSame).toBe(true)
})

it('has each change with its reason in the Word file of the adaptation report', () => {
  const why = whyOf({ changeReasons: [reason] }, { language: 'en', source: 'en' })
  const section: SectionReport = {
    ...{ key: 'a', number: '1', depth: 1, mode: 'adapt', policy: 'free', standsOn: null, why, wordsLeftOut: 0 },
    ...{ title: { value: 'Appeal', language: 'en', standsIn: false }, texts: [], decisions: [] },
  }
  const parts = reportParts({
    chapters: [{ name: 'recommendations', title: 'Recommendations', items: '', facts: [] }],
    report: {
      modes: { inherit: 0, adapt: 1, supplement: 0, local: 0, omit: 0 },
      extent: { changes: 1, wordsAdded: 0, wordsRemoved: 5 },
      ...{ audiences: [], stages: [], sections: [section], otherDecisions: [] },
    },
    ...{ title: 'Report', isSample: false, language: 'en' as const, say },
  })
  const lines = parts.map((part) => ('words' in part ? part.words : ''))
  expect(lines).toEqual(
    expect.arrayContaining([
      'Reasons for single changes',
      'Left out: An appeal has suspensive effect.',
      'Our courts decide that case by case.',
      'International Protection Act 2015, s. 5 (https://www.irishstatutebook.ie/)',
    ]),
  )
})

it('makes links of the web addresses in the sources of a section', () => {
  const line = 'Act 5 (https://example.org/a), www.example.org/b. See javascript:alert(1).'
  expect(linkedText(line)).toEqual([
    { text: 'Act 5 (' },
    { text: 'https://example.org/a', address: 'https://example.org/a' },
    { text: '), ' },
    { text: 'www.example.org/b', address: 'https://www.example.org/b' },
    { text: '. See javascript:alert(1).' },
  ])
  expect(linkedText('No address.')).toEqual([{ text: 'No address.' }])
})
