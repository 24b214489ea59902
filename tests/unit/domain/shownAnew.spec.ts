import { describe, expect, it } from 'vitest'
import type { VariantSection } from '@/domain/resolve'
import { placesShownAnew } from '@/domain/shownAnew'
import { baseOf, ownOf, p } from './sections'

const base = baseOf('a')
/** Reasons for nothing: the title is that of the common framework. */
const hidden = ownOf('a', {
  title: { en: 'Title a' },
  reason: 'national-law',
  explanation: { en: 'Why', fr: 'Pourquoi' },
  sources: 'Act',
})
const ofReasons = [
  { field: 'explanation', language: 'en' },
  { field: 'explanation', language: 'fr' },
  { field: 'reason' },
  { field: 'sources' },
]

function anew(
  own: VariantSection,
  next: Partial<VariantSection>,
  { known = [], from = own }: { known?: VariantSection[]; from?: VariantSection } = {},
) {
  return placesShownAnew({ base, languages: ['en'], own, next: { ...own, ...next }, from, known })
}

describe('what a write brings to readers of what was hidden', () => {
  it('is every reason that is kept, where words make the section differ', () => {
    expect(anew(hidden, { body: { en: [p('Ours')] } })).toEqual(ofReasons)
    expect(anew(ownOf('a', { ...hidden, mode: 'supplement' }), { addition: { en: [p('Ours')] } })).toEqual(ofReasons)
  })

  it('is a reason that somebody may have changed word by word, and none that was chosen anew', () => {
    const written = {
      body: { en: [p('Ours')] },
      reason: 'other' as const,
      explanation: { en: 'Why not' },
      sources: 'S',
    }
    expect(anew(hidden, written)).toEqual([{ field: 'explanation', language: 'en' }, { field: 'sources' }])
    expect(anew(hidden, { ...written, mode: 'omit' })).toEqual([])
  })

  it('is a text that was stored under an addition, or in an earlier text that was hidden as well', () => {
    const under = ownOf('a', { mode: 'supplement', body: { en: [p('Adapted')] }, addition: { en: [p('Added')] } })
    const body = { field: 'body', language: 'en' }
    expect(anew(under, { mode: 'adapt' })).toEqual([body])
    expect(anew(ownOf('a', { mode: 'inherit' }), { ...under, mode: 'adapt' }, { from: under })).toEqual([body])
  })

  it('is nothing that the common text says as well: readers had that before the country wrote anything', () => {
    const title = { en: 'Title a' }
    const [from, own] = [ownOf('a', { title }), ownOf('a', { title: { en: 'Our title' } })]
    expect(anew(own, { title }, { from })).toEqual([])
    expect(anew(own, { title: { en: 'Old title' } }, { from: { ...from, title: { en: 'Old title' } } })).toEqual([
      { field: 'title', language: 'en' },
    ])
  })

  it('is nothing where readers had it just before, or when the edition began, or get none of it', () => {
    const shown = { ...hidden, body: { en: [p('Ours')] } }
    expect(anew(shown, { body: { en: [p('Other')] } })).toEqual([])
    expect(anew(hidden, { body: { en: [p('Ours')] } }, { known: [shown] })).toEqual([])
    // That the edition began with it stored is not that readers had it.
    expect(anew(hidden, { body: { en: [p('Ours')] } }, { known: [hidden] })).toEqual(ofReasons)
    expect(anew(hidden, { title: {} })).toEqual([])
    expect(anew(hidden, { body: { fr: [p('Pas lu')] } })).toEqual([])
  })
})
