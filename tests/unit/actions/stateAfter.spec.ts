import { expect, it } from 'vitest'
import { stateAfter } from '@/actions/stateAfter'
import { stateWrite } from '@/actions/stateWrite'
import { isSameState } from '@/domain/bringBack'
import { toLexical } from '@/lexical/toLexical'
import type { StoredVariantSection } from '@/stored/variants'
import { ownOf, p } from '../domain/sections'

const own: StoredVariantSection = {
  ...ownOf('a', {
    title: { en: 'Ours', fr: 'À nous' },
    body: { en: [p('Ours')] },
    reason: 'other',
    explanation: { en: 'Why', fr: 'Pourquoi' },
    sources: 'Act',
  }),
  ...{ id: 'o', rev: 2, variant: 'v', country: 'ie', after: null, updatedBy: null, updatedAt: '' },
}

it('a write keeps fields that it does not name and clears fields that are null, in each language', () => {
  const body = toLexical([p('New')])
  const data = { mode: 'supplement' as const, addition: body, title: null, explanation: null, reason: null }
  const alsoIn = [{ language: 'fr' as const, data: { explanation: null } }]
  expect(stateAfter({ own, write: { data, alsoIn, audits: [] }, language: 'en' })).toMatchObject({
    mode: 'supplement',
    title: { fr: 'À nous' },
    body: own.body,
    addition: { en: [{ runs: [{ text: 'New' }] }] },
    reason: null,
    explanation: {},
    sources: 'Act',
  })
})

it('the state after a write is the state that the write was made for, in every language', () => {
  const next = ownOf('a', {
    mode: 'supplement',
    title: { el: 'Δικό μας' },
    addition: { fr: [p('Ajout')] },
    sources: 'B',
  })
  const write = stateWrite({ own, next, language: 'de', audit: 'x' })
  expect(isSameState(stateAfter({ own, write, language: 'de' }), next)).toBe(true)
})
