import { describe, expect, it } from 'vitest'
import { chosenMode, type TypedReasons } from '@/admin/editor/chosenMode'
import { changedNames, editorText, type VariantValues } from '@/admin/editor/sectionValues'
import type { Mode } from '@/domain/section'

const EMPTY = { reason: '', explanation: '', sources: '', changeReasons: [] } as const
const WHY = {
  reason: 'national-law',
  explanation: 'The common text applies. We add a service.',
  sources: 'Law 1',
  changeReasons: [],
} as const

const saved: VariantValues = {
  mode: 'supplement',
  title: 'Housing',
  summary: '',
  body: editorText([]),
  addition: editorText([]),
  additionPlace: { where: 'after' },
  ...WHY,
}

/** The values in the editor after somebody chose these options in turn and typed the text between them. */
function chosen(...steps: (Mode | Partial<VariantValues>)[]): VariantValues {
  let values = saved
  let typed: TypedReasons = {}
  for (const step of steps) {
    if (typeof step !== 'string') values = { ...values, ...step }
    else {
      const next = chosenMode({ mode: step, saved, values, typed })
      values = { ...values, ...next.changes }
      typed = next.typed
    }
  }
  return values
}

describe('the reason in the editor of a national section', () => {
  it.each(['omit', 'adapt'] as const)(
    'starts empty if the country chooses to %s a section that it supplemented',
    (mode) => {
      expect(chosen(mode)).toMatchObject({ mode, ...EMPTY })
    },
  )

  it('is the stored one again if the stored choice is made again, and then nothing is changed', () => {
    expect(changedNames({ before: saved, after: chosen('omit', 'supplement') })).toEqual([])
    expect(changedNames({ before: saved, after: chosen('omit', 'inherit', 'supplement') })).toEqual([])
  })

  it('is kept when somebody tries another choice and returns', () => {
    const typed = { reason: 'other', explanation: 'There is none here.' } as const
    expect(chosen('omit', typed, 'adapt')).toMatchObject(EMPTY)
    expect(chosen('omit', typed, 'adapt', 'omit')).toMatchObject(typed)
    expect(chosen({ explanation: 'Typed.' }, 'omit', 'supplement')).toMatchObject({ ...WHY, explanation: 'Typed.' })
  })

  it('does not prevent the choice of the common text, unless something was typed with it', () => {
    expect(changedNames({ before: saved, after: chosen('inherit') })).toEqual(['mode'])
    expect(changedNames({ before: saved, after: chosen('omit', 'inherit') })).toEqual(['mode'])
    expect(changedNames({ before: saved, after: chosen('omit', { explanation: 'Mine.' }, 'inherit') })).toContain(
      'explanation',
    )
  })
})
