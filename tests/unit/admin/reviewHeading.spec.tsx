import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ReviewChanges } from '@/admin/review/ReviewChanges'
import { reviewedLanguages } from '@/admin/review/reviewedLanguages'
import type { PlacedSection } from '@/domain/release'
import type { Mode } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import { plainRelease } from '../plainRelease'
import { content, entry, words } from './factories'

/** The review of two sections, if the second says this: its heading, and the numbers in the links to the sections. */
function shownOf(body: string, mode: Mode = 'adapt'): { heading: string; counts: string[] } {
  const version = (second: string): PlacedSection[] =>
    ['The first text.', second].map((text, index) => ({
      entry: entry(`s${index}`, { mode, blob: text }),
      content: content(`s${index}`, { body: { en: words(text) } }),
    }))
  const review = {
    ...{ before: version('Ask within 30 days.'), sent: version(body), about: [], source: 'en' as const },
    ...{ against: plainRelease, isFirst: false, isAgainstCommon: false, follows: null },
  }
  const reader = 'en'
  const changes = reviewedLanguages({ review, languages: ['en'], asked: null, reader })
  const shown = { review, changes, edition: 'e', reader, say: translatorFor(reader) } as const
  const html = renderToStaticMarkup(<ReviewChanges {...shown} />)
  return {
    heading: /<h2[^>]*>(.*?)<\/h2>/.exec(html)?.[1] ?? '',
    counts: [...html.matchAll(/<b>(\d+)<\/b><\/a>/g)].map(([, count = '']) => count),
  }
}

it.each([
  ['Ask within 15 days.', 'Only what changed: 1 section out of 2, with 1 difference in the text'],
  ['Ask within\u00a030 days.', 'Only what changed: 1 section out of 2'],
  ['Ask within 30 days.', 'Only what changed: 0 sections out of 2'],
])('the review of “%s” begins with “%s”', (body, heading) => {
  expect(shownOf(body).heading).toBe(heading)
})

it('the review counts the differences in the common text of a section that stays left out', () => {
  const heading = 'Only what changed: 1 section out of 2, with 1 difference in the text'
  expect(shownOf('Ask within 15 days.', 'omit')).toEqual({ heading, counts: ['1'] })
  const spaced = { heading: 'Only what changed: 1 section out of 2', counts: [] }
  expect(shownOf('Ask within\u00a030 days.', 'omit')).toEqual(spaced)
})
