import { describe, expect, it } from 'vitest'
import { modeChoices } from '@/admin/editor/modeChoices'

const forbidden = (policy: Parameters<typeof modeChoices>[0]) =>
  modeChoices(policy).flatMap(({ mode, forbidden: because }) => (because ? [mode] : []))

describe('what a country can choose for a section', () => {
  it('is everything where the section is free or to be filled in', () => {
    expect(forbidden('free')).toEqual([])
    expect(forbidden('national')).toEqual([])
  })

  it('keeps what is forbidden in its place, with the reason', () => {
    expect(modeChoices('supplement-only').map(({ mode }) => mode)).toEqual(['inherit', 'adapt', 'supplement', 'omit'])
    expect(forbidden('supplement-only')).toEqual(['adapt', 'omit'])
  })
})
