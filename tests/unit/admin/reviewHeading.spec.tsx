import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ReviewChanges } from '@/admin/review/ReviewChanges'
import { reviewedLanguages } from '@/admin/review/reviewedLanguages'
import type { PlacedSection } from '@/domain/release'
import { translatorFor } from '@/messages/translate'
import { plainRelease } from '../plainRelease'
import { content, entry, words } from './factories'

/** The heading above the sections that changed, if the second of two sections says this. */
function headingOf(body: string): string {
  const version = (second: string): PlacedSection[] =>
    ['The first text.', second].map((text, index) => ({
      entry: entry(`s${index}`, { mode: 'adapt', blob: text }),
      content: content(`s${index}`, { body: { en: words(text) } }),
    }))
  const review = {
    ...{ before: version('Ask within 30 days.'), sent: version(body), about: [], source: 'en' as const },
    ...{ against: plainRelease, isFirst: false, isAgainstCommon: false },
  }
  const reader = 'en'
  const changes = reviewedLanguages({ review, languages: ['en'], asked: null, reader })
  const shown = { review, changes, edition: 'e', reader, say: translatorFor(reader) } as const
  return /<h2[^>]*>(.*?)<\/h2>/.exec(renderToStaticMarkup(<ReviewChanges {...shown} />))?.[1] ?? ''
}

it.each([
  ['Ask within 15 days.', 'Only what changed: 1 section out of 2, with 1 difference in the text'],
  ['Ask within\u00a030 days.', 'Only what changed: 1 section out of 2'],
  ['Ask within 30 days.', 'Only what changed: 0 sections out of 2'],
])('the review of “%s” begins with “%s”', (body, heading) => {
  expect(headingOf(body)).toBe(heading)
})
