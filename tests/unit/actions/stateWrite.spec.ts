import { describe, expect, it } from 'vitest'
import { stateAfter } from '@/actions/stateAfter'
import { stateWrite } from '@/actions/stateWrite'
import { isSameState } from '@/domain/bringBack'
import { untouched, type VariantSection } from '@/domain/resolve'
import { MODES } from '@/domain/section'
import { ownOf, p } from '../domain/sections'

describe('a state that is stored in place of another one', () => {
  const emptied = (mode: VariantSection['mode']) =>
    ownOf('k', { mode, body: { en: [p('Ours.')], el: [] }, addition: { en: [p('More.')] }, summary: { el: '' } })

  it.each(MODES)('has each empty text that it had in the mode "%s", taken out or stood in for', (mode) => {
    for (const standIns of [[], [{ field: 'body' as const, language: 'el' as const }]]) {
      const next = { ...emptied(mode), standIns }
      const write = stateWrite({ own: { ...untouched('k'), mode }, next, language: 'en', audit: 'section.adapt' })
      const after = stateAfter({ own: untouched('k'), write, language: 'en' })
      const { title, summary, body, addition } = next
      expect(after).toMatchObject({ title, summary, body, addition, standIns })
    }
  })

  it.each(MODES)(
    'is another one in the mode "%s" if a text is missing that was taken out, unless it is the common text',
    (mode) => {
      const own = emptied(mode)
      expect(isSameState(own, { ...own, summary: {} })).toBe(mode === 'inherit')
    },
  )
})
