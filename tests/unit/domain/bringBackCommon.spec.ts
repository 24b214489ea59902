import { describe, expect, it } from 'vitest'
import { bringBackCommon, type CommonPart } from '@/domain/bringBackCommon'
import { LANGUAGES, type Language } from '@/domain/language'
import { textOf } from '@/domain/richText/walk'
import type { SectionContent } from '@/domain/section'
import { contentOf, p } from './sections'

const EARLIER = contentOf('k', { body: { en: [p('One.', 'p0'), p('Two.', 'p1')] } })
const back = (given: { now: SectionContent; part?: CommonPart; languages?: readonly Language[] }) =>
  bringBackCommon({ earlier: EARLIER, part: { kind: 'whole' }, languages: LANGUAGES, ...given })
const result = (outcome: ReturnType<typeof bringBackCommon>): SectionContent => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.because))
  return outcome.result
}

describe('restoring a text of the common framework', () => {
  it('for one paragraph writes nothing in languages without words', () => {
    const now = contentOf('k', { body: { en: [p('One.', 'p0'), p('Two, again.', 'p1')] } })
    const next = result(back({ now, part: { kind: 'blocks', field: 'body', ids: ['p1'] } }))
    expect(Object.keys(next.body)).toEqual(['en'])
    expect(textOf(next.body.en ?? [])).toBe('One.\nTwo.')
  })

  it('removes a text without words, so that the language counts as not written', () => {
    const now = contentOf('k', { body: { ...EARLIER.body, fr: [p('Un.', 'f0')] } })
    const next = result(back({ now, part: { kind: 'blocks', field: 'body', ids: ['f0'] }, languages: ['fr'] }))
    expect(next.body).toStrictEqual(EARLIER.body)
  })

  it('is refused if no reader would see a difference', () => {
    const sameWords = contentOf('k', {
      body: { en: [p('One.', 'q0'), p('Two.', 'q1')], el: [] },
      guidance: { fr: '' },
    })
    const parts: CommonPart[] = [
      { kind: 'whole' },
      { kind: 'fields', fields: ['body', 'guidance'] },
      { kind: 'blocks', field: 'body', ids: ['p0', 'q0'] },
    ]
    for (const part of parts)
      expect(back({ now: sameWords, part })).toMatchObject({ ok: false, because: [{ key: 'refusal.bring-back-same' }] })
  })

  it('restores the settings with the whole in all languages, or alone if requested', () => {
    const now = contentOf('k', { body: EARLIER.body, policy: 'national' })
    expect(result(back({ now }))).toEqual(EARLIER)
    expect(result(back({ now, part: { kind: 'fields', fields: ['settings'] }, languages: ['en'] }))).toEqual(EARLIER)
    expect(back({ now, languages: ['en'] }).ok).toBe(false)
  })
})
