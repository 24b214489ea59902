import { describe, expect, it } from 'vitest'
import { readImportAnswer } from '@/admin/importing/importAnswer'
import { answered, asking, chosenIn, hasChoices, NO_WORK, unanswered } from '@/admin/importing/importWork'
import { NO_CHOICES } from '@/admin/importing/sendDocument'

const CUT_AT_2 = { level: '2', choices: NO_CHOICES }
const OURS = { level: '', choices: { pairs: {}, resolutions: { one: 'ours' as const } } }

describe('the work on an import', () => {
  it('imports what the preview shows: a cancelled question changes nothing', () => {
    const shown = answered(asking(NO_WORK, { level: '', choices: NO_CHOICES }), preview({ level: 1 }))
    const asked = asking(shown, CUT_AT_2)
    expect(chosenIn(asked)).toEqual(CUT_AT_2)
    expect(unanswered(asked)).toEqual(shown)
    expect(unanswered(asked).shown?.chosen).toEqual({ level: '', choices: NO_CHOICES })
  })

  it('imports a choice once its preview has arrived', () => {
    const shown = answered(asking(NO_WORK, CUT_AT_2), preview({ level: 2 }))
    expect(shown.shown?.chosen).toEqual(CUT_AT_2)
    expect(shown.asked).toBe(null)
  })

  it('knows whether leaving the preview would lose something', () => {
    const first = answered(NO_WORK, preview({ level: 1 }))
    expect(hasChoices(first)).toBe(false)
    expect(hasChoices(asking(first, CUT_AT_2))).toBe(false)
    expect(hasChoices(asking(first, OURS))).toBe(true)
    expect(hasChoices(answered(asking(first, OURS), preview({ level: 1 })))).toBe(true)
  })
})

function preview(result: Record<string, unknown>) {
  const answer = readImportAnswer({ ok: true, result: { ...result, sections: [] } })
  if (answer.kind !== 'preview') throw new Error('This is no preview')
  return answer.preview
}
