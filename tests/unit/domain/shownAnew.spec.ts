import { describe, expect, it } from 'vitest'
import type { VariantSection } from '@/domain/resolve'
import { placesShownAnew } from '@/domain/shownAnew'
import { baseOf, ownOf, p } from './sections'

const base = baseOf('a')
/** Reasons that readers do not see, because the title equals that of the common framework. */
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

describe('the hidden words that a write shows to readers', () => {
  it('include every kept reason, once words make the section differ', () => {
    expect(anew(hidden, { body: { en: [p('Ours')] } })).toEqual(ofReasons)
    expect(anew(ownOf('a', { ...hidden, mode: 'supplement' }), { addition: { en: [p('Ours')] } })).toEqual(ofReasons)
  })

  it('include the reasons of single changes, once the text has those changes, and none without them', () => {
    const at = { field: 'body', block: 'id-a', is: 'dropped', language: 'en', words: '' } as const
    const changeReasons = [{ at, reason: null, explanation: { en: 'Hidden' }, references: [] }]
    const own = ownOf('a', { title: { en: 'Title a' }, changeReasons })
    expect(anew(own, { body: { en: [p('Ours', 'n1')] } })).toEqual([{ field: 'changeReasons' }])
    expect(anew(own, { body: { en: [p('Ours', 'n1')] }, changeReasons: [] })).toEqual([])
    expect(anew(own, { title: { en: 'Ours' } })).toEqual([])
  })

  it('include a reason that may have been edited word by word, but not one that was replaced', () => {
    const written = {
      body: { en: [p('Ours')] },
      reason: 'other' as const,
      explanation: { en: 'Why not' },
      sources: 'S',
    }
    expect(anew(hidden, written)).toEqual([{ field: 'explanation', language: 'en' }, { field: 'sources' }])
    expect(anew(hidden, { ...written, mode: 'omit' })).toEqual([])
  })

  it('include a text stored under an addition, or in an earlier text that was hidden too', () => {
    const under = ownOf('a', { mode: 'supplement', body: { en: [p('Adapted')] }, addition: { en: [p('Added')] } })
    const body = { field: 'body', language: 'en' }
    expect(anew(under, { mode: 'adapt' })).toEqual([body])
    expect(anew(ownOf('a', { mode: 'inherit' }), { ...under, mode: 'adapt' }, { from: under })).toEqual([body])
  })

  it('do not include words of the common text: readers had those before the country wrote anything', () => {
    const title = { en: 'Title a' }
    const [from, own] = [ownOf('a', { title }), ownOf('a', { title: { en: 'Our title' } })]
    expect(anew(own, { title }, { from })).toEqual([])
    expect(anew(own, { title: { en: 'Old title' } }, { from: { ...from, title: { en: 'Old title' } } })).toEqual([
      { field: 'title', language: 'en' },
    ])
  })

  it('are none if readers had them just before or when the edition began, or do not get them', () => {
    const shown = { ...hidden, body: { en: [p('Ours')] } }
    expect(anew(shown, { body: { en: [p('Other')] } })).toEqual([])
    expect(anew(hidden, { body: { en: [p('Ours')] } }, { known: [shown] })).toEqual([])
    // A text that was stored when the edition began is not always one that readers had.
    expect(anew(hidden, { body: { en: [p('Ours')] } }, { known: [hidden] })).toEqual(ofReasons)
    expect(anew(hidden, { title: {} })).toEqual([])
    expect(anew(hidden, { body: { fr: [p('Pas lu')] } })).toEqual([])
  })
})
