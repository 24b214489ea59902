import { describe, expect, it } from 'vitest'
import { changedWords } from '@/actions/changedWords'
import { contentOf, p } from '../domain/sections'

const written = (now: Parameters<typeof contentOf>[1], next: Parameters<typeof contentOf>[1]) =>
  Object.keys(
    changedWords({
      now: contentOf('k', now),
      next: contentOf('k', next),
      fields: ['title', 'summary', 'body', 'guidance'],
      language: 'en',
    }),
  )

describe('the fields written when one text becomes another', () => {
  it('are none if a reader would see no difference', () => {
    expect(written({ body: { en: [p('One.', 'a')] } }, { body: { en: [p('One.', 'b')] } })).toEqual([])
    expect(
      written({ body: { en: [p('')] }, guidance: { en: ' ' } }, { body: { en: [] }, guidance: { en: '' } }),
    ).toEqual([])
  })

  it('are only the fields that differ', () => {
    expect(written({}, { title: { en: 'Other' } })).toEqual(['title'])
    expect(written({}, { body: { en: [p('Other.')] } })).toEqual(['body'])
    expect(written({}, { body: {} })).toEqual(['body'])
  })

  it('include an empty text that must be cleared, or come back: it hides the common text', () => {
    const [empty, none] = [
      { body: { en: [] }, summary: { en: '' } },
      { body: {}, summary: {} },
    ]
    expect(written(empty, none)).toEqual(['summary', 'body'])
    expect(written(none, empty)).toEqual(['summary', 'body'])
  })
})
