import { describe, expect, test } from 'vitest'
import type { VariantSection } from '@/domain/resolve'
import { knownOrigins, originOfTranslation, translatedFromAfter } from '@/domain/translatedFrom'
import { ownOf, p } from './sections'

const translated = (given: Partial<VariantSection> = {}): VariantSection =>
  ownOf('k', { mode: 'inherit', translated: ['el'], title: { el: 'Τίτλος' }, body: { el: [p('Κείμενο')] }, ...given })

function madeAfter(change: {
  before: VariantSection
  after: VariantSection
  earlier?: VariantSection
  body?: { body: string; settled?: Record<string, string> }
}) {
  const { body = { body: 'edited' }, earlier = null, ...states } = change
  return translatedFromAfter({ ...states, earlier, start: 'r1', bodyAfterEdit: () => body })
}

describe('the release from which a translation was made', () => {
  test('is the one on which each part stands, if nothing is stored', () => {
    const own = translated({ baseline: { body: 'r2' } })
    const known = { title: 'r1', summary: 'r1', body: 'r2', settled: {} }
    expect(originOfTranslation({ own, language: 'el', start: 'r1' })).toEqual(known)
    expect(knownOrigins({ own, start: 'r1' })).toEqual({ el: known })
  })

  test('is that of the write for words that are new, and of no field without words', () => {
    const written = translated({ baseline: { title: 'r2' } })
    expect(madeAfter({ before: ownOf('k'), after: written })).toEqual({ el: { title: 'r2', body: 'r1' } })
    expect(madeAfter({ before: ownOf('k', { title: written.title }), after: written }).el?.title).toBe('r2')
  })

  test('stays with words that stay while the section moves to another release', () => {
    const before = translated()
    const moved = translated({ baseline: { title: 'r2', body: 'r2' } })
    expect(madeAfter({ before, after: moved })).toEqual({ el: { title: 'r1', body: 'r1' } })
    const settled = { el: { title: 'r2', body: 'r1', settled: { a: 'r2' } } }
    expect(madeAfter({ before: translated({ translatedFrom: settled }), after: moved })).toEqual(settled)
  })

  test('is for an edited title the present one, and for an edited body what the edit settled', () => {
    const before = translated({
      baseline: { title: 'r2', body: 'r2' },
      translatedFrom: { el: { title: 'r1', body: 'r1' } },
    })
    const edited = { ...before, title: { el: 'Άλλος' }, body: { el: [p('Άλλο')] } }
    const body = { body: 'r1', settled: { a: 'r2' } }
    expect(madeAfter({ before, after: edited, body })).toEqual({ el: { title: 'r2', ...body } })
  })

  test('is that of the earlier state for words that come back from it', () => {
    const earlier = translated({ translatedFrom: { el: { title: 'r1', body: 'r1', settled: { a: 'r2' } } } })
    const before = translated({
      title: { el: 'Νέος' },
      body: { el: [p('Νέο')] },
      translatedFrom: { el: { title: 'r3', body: 'r3' } },
    })
    expect(madeAfter({ before, after: { ...before, body: earlier.body }, earlier })).toEqual({
      el: { title: 'r3', body: 'r1', settled: { a: 'r2' } },
    })
  })

  test('is kept for no language in which the words are no translation', () => {
    const before = translated({ translatedFrom: { el: { title: 'r1' } } })
    expect(madeAfter({ before, after: { ...before, translated: [] } })).toEqual({})
  })
})
