import { expect, it } from 'vitest'
import { textsDecided } from '@/admin/updates/keptDecision'
import type { UpdateSides } from '@/domain/updates/updates'
import { baseOf, ownOf, p } from '../domain/sections'

const sides = (given: Partial<UpdateSides> = {}): UpdateSides => ({
  base: baseOf('signs', { body: { en: [p('Look.', 'a')] } }),
  newest: baseOf('signs', { body: { en: [p('Look twice.', 'a')] } }),
  own: ownOf('signs', { mode: 'adapt', reason: 'national-law', body: { en: [p('Look here.', 'a')] } }),
  languages: ['en'],
  sourceLanguage: 'en',
  ...given,
})
const about = (given?: Partial<UpdateSides>) => textsDecided({ sides: sides(given), together: null })

it('a begun decision stays about the same texts after a pause, or after a decision that was taken back', () => {
  const { own } = sides()
  const paused = { reason: 'Elections.', until: null, at: '2026-12-03T10:00:00.000Z', by: 'u', as: null }
  expect(about({ own: { ...own, paused } as typeof own })).toBe(about())
  expect(about({ own: { ...own, rev: 7, updatedAt: 'later' } as typeof own })).toBe(about())
})

it('is about other texts once one side says something else, or the reason is another one', () => {
  const { own } = sides()
  const others = [
    { own: { ...own, body: { en: [p('Look there.', 'a')] } } },
    { own: { ...own, reason: 'other' as const } },
    { newest: baseOf('signs', { body: { en: [p('Look again.', 'a')] } }) },
    { newest: null },
    { base: null },
  ]
  expect(new Set([about(), ...others.map(about)]).size).toBe(others.length + 1)
})
