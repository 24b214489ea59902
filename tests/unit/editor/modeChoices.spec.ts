import { describe, expect, it } from 'vitest'
import { modeChoices } from '@/admin/editor/modeChoices'

const forbidden = (policy: Parameters<typeof modeChoices>[0]) =>
  modeChoices(policy).flatMap(({ mode, forbidden: because }) => (because ? [mode] : []))

describe('the choices of a country for a section', () => {
  it('are all possible if the section is free or to be filled in', () => {
    expect(forbidden('free')).toEqual([])
    expect(forbidden('national')).toEqual([])
  })

  it('include the forbidden ones in their place, with the reason', () => {
    expect(modeChoices('supplement-only').map(({ mode }) => mode)).toEqual(['inherit', 'adapt', 'supplement', 'omit'])
    expect(forbidden('supplement-only')).toEqual(['adapt', 'omit'])
  })
})
