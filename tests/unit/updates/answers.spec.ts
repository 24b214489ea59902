import { describe, expect, it } from 'vitest'
import { type GivenAnswers, openPlaces } from '@/domain/merge/merge'
import { answersForbid, mergeIn, type UpdateDecision, type UpdateSides } from '@/domain/updates/updates'
import { baseOf, ownOf, p } from '../domain/sections'

const BASE = 'Ask whether the person is safe today.'
const text = (words: string) => [p(words, 'a')]
const inBoth = (title: string, body: string) => ({
  title: { en: title, el: `${title} (el)` },
  body: { en: text(body), el: text(`${body} (el)`) },
})

/** Title and text changed on both sides, in both languages of the version. */
const sides: UpdateSides = {
  base: baseOf('k', inBoth('Safety', BASE)),
  newest: baseOf('k', inBoth('Being safe', 'Ask whether the person is safe now.')),
  own: ownOf('k', { mode: 'adapt', reason: 'other', ...inBoth('Our safety', 'Ask whether the person is safe here.') }),
  languages: ['en', 'el'],
  sourceLanguage: 'en',
}
const placesIn = (language: 'en' | 'el') => openPlaces(mergeIn(sides, language)).conflicts
const answered = (language: 'en' | 'el', of = ''): GivenAnswers =>
  Object.fromEntries(placesIn(language).flatMap(({ id, field }) => (field.endsWith(of) ? [[id, 'theirs']] : [])))
const because = (given: Partial<UpdateDecision>) => {
  const outcome = answersForbid({ sides, decision: { choice: 'combine', ...given } })
  return outcome && !outcome.ok ? outcome.because : []
}
const open = (count: number) => [{ key: 'refusal.update-places-open', params: { count } }]

describe('a combination', () => {
  it('is refused with the number of places that nobody answered, in all languages of the version', () => {
    const [en, el] = [placesIn('en').length, placesIn('el').length]
    expect([en, el]).toEqual([2, 2])
    expect(because({})).toEqual(open(en + el))
    expect(because({ resolutions: { en: answered('en') } })).toEqual(open(el))
    expect(because({ resolutions: { en: answered('en', 'title'), el: answered('el') } })).toEqual(open(1))
    expect(because({ resolutions: { en: answered('en'), el: answered('el') } })).toEqual([])
  })

  it('is refused if it answers a place that is not there, as of a language that the version does not have', () => {
    const all = { en: answered('en'), el: answered('el') }
    const changed = [{ key: 'refusal.update-changed' }]
    expect(because({ resolutions: { ...all, en: { ...all.en, 'no-such-place': 'theirs' } } })).toEqual(changed)
    expect(because({ resolutions: { ...all, fr: answered('en') } })).toEqual(changed)
  })

  it('is refused with an answer that the place does not offer: two titles are not one', () => {
    const all = { en: answered('en'), el: answered('el') }
    const [title] = placesIn('en').filter(({ field }) => field.endsWith('title'))
    const both = { ...all, en: { ...all.en, [String(title?.id)]: 'both' as const } }
    expect(because({ resolutions: both })).toEqual([{ key: 'refusal.update-choice' }])
  })

  it('needs no answer in a field that a person edited, nor in one that is not decided', () => {
    const resolutions = { en: answered('en', 'title'), el: answered('el') }
    expect(because({ resolutions, written: { body: { en: text('Our own result.') } } })).toEqual([])
    expect(because({ resolutions, written: { body: { el: text('Our own result.') } } })).toEqual(open(1))
    expect(because({ resolutions, parts: ['title'] })).toEqual([])
  })

  it('has no place to answer in a change that it leaves out', () => {
    const resolutions = { en: answered('en', 'body'), el: answered('el') }
    expect(because({ resolutions, declined: { en: ['title'] } })).toEqual([])
  })
})

it('no other choice has places to answer', () => {
  for (const choice of ['accept', 'keep', 'not-for-us'] as const) expect(because({ choice })).toEqual([])
})
