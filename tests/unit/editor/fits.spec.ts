import { describe, expect, it } from 'vitest'
import { commonValues } from '@/admin/editor/openingValues'
import { editorText, fitsMaster, fitsVariant } from '@/admin/editor/sectionValues'

const plain = commonValues({ content: null, language: 'en' })
const reason = {
  at: { field: 'title', block: null, is: 'changed', language: 'en', words: 'the police' },
  reason: 'national-law',
  explanation: { en: 'The law says so.' },
  references: [{ text: 'Act 5', url: null }],
} as const
const rule = { field: 'body', block: 'b1', demand: 'fixed', guidance: 'Keep it.' } as const
const master = {
  ...{ title: '', summary: '', body: editorText([]), guidance: '', policy: 'free', audiences: [], stages: [] },
  rules: [rule],
}

describe('values from a storage can be shown', () => {
  it('with every value that a screen of today can have', () => {
    expect(fitsVariant({ ...plain, changeReasons: [reason, { ...reason, reason: null }] })).toBe(true)
    const written = { ...reason, references: [{ text: '', url: null }] }
    expect(
      fitsVariant({ ...plain, additionPlace: { where: 'after-block', block: 'b1' }, changeReasons: [written] }),
    ).toBe(true)
    expect(fitsMaster({ ...master, policy: 'free' } as never)).toBe(true)
  })

  it.each<[string, object]>([
    ['a mode', { mode: 'nonsense' }],
    ['a reason', { reason: 'an-older-reason' }],
    ['a place', { additionPlace: { where: 'after-block' } }],
    ['a body', { body: { root: null } }],
    ['the reason of a change', { changeReasons: [{ ...reason, reason: 'an-older-reason' }] }],
    ['a change', { changeReasons: [{ ...reason, at: { ...reason.at, is: 'turned' } }] }],
    ['the language of a change', { changeReasons: [{ ...reason, at: { ...reason.at, language: 'xx' } }] }],
    ['an explanation', { changeReasons: [{ ...reason, explanation: null }] }],
    ['words of an explanation', { changeReasons: [{ ...reason, explanation: { en: 1 } }] }],
    ['a reference', { changeReasons: [{ ...reason, references: [null] }] }],
    ['no change at all', { changeReasons: [null] }],
  ])('but not with %s that the screen does not know', (_, other) => {
    expect(fitsVariant({ ...plain, ...other } as never)).toBe(false)
  })

  it.each<[string, object]>([
    ['guidance of a part', { ...rule, guidance: null }],
    ['a demand', { ...rule, demand: 'nonsense' }],
    ['a part', { ...rule, block: 1 }],
  ])('of the common framework not with %s that the screen does not know', (_, other) => {
    expect(fitsMaster({ ...master, policy: 'free', rules: [other] } as never)).toBe(false)
  })
})
