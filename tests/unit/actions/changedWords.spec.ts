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

describe('what is written when one text becomes another', () => {
  it('is nothing where a reader would see no difference', () => {
    expect(written({ body: { en: [p('One.', 'a')] } }, { body: { en: [p('One.', 'b')] } })).toEqual([])
    expect(written({ body: {}, guidance: {} }, { body: { en: [] }, guidance: { en: '' } })).toEqual([])
  })

  it('is what differs, and nothing else', () => {
    expect(written({}, { title: { en: 'Other' } })).toEqual(['title'])
    expect(written({}, { body: { en: [p('Other.')] } })).toEqual(['body'])
    expect(written({}, { body: {} })).toEqual(['body'])
  })

  it('clears an empty text where there is to be none: it would hide a common text that comes later', () => {
    expect(written({ body: { en: [] }, summary: { en: '' } }, { body: {}, summary: {} })).toEqual(['summary', 'body'])
  })
})
