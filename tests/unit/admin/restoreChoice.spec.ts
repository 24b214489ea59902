import { describe, expect, it } from 'vitest'
import { inputOfChoice, wordsOfChoice } from '@/admin/history/restoreChoice'

const PANES = [
  {
    language: 'en' as const,
    fields: [
      { field: 'title' as const, gone: 2, back: 1, parts: null },
      {
        field: 'body' as const,
        gone: 30,
        back: 5,
        parts: [
          { ids: ['a'], gone: 10, back: 5 },
          { ids: ['b', 'b2'], gone: 20, back: 0 },
        ],
      },
    ],
    explanation: { gone: 4 },
  },
  { language: 'el' as const, fields: [{ field: 'title' as const, gone: 3, back: 2, parts: null }], explanation: null },
]

describe('what somebody has chosen to restore', () => {
  it('counts the words of the whole with its explanation, in the chosen languages', () => {
    const whole = { what: 'whole' as const }
    expect(wordsOfChoice({ panes: PANES, choice: { ...whole, languages: ['en'] } })).toEqual({ gone: 36, back: 6 })
    expect(wordsOfChoice({ panes: PANES, choice: { ...whole, languages: ['en', 'el'] } })).toEqual({
      gone: 39,
      back: 8,
    })
    expect(wordsOfChoice({ panes: PANES, choice: { ...whole, languages: [] } })).toEqual({ gone: 0, back: 0 })
  })

  it('counts and sends one field only', () => {
    const choice = { what: 'field' as const, field: 'title' as const, languages: ['en' as const, 'el' as const] }
    expect(wordsOfChoice({ panes: PANES, choice })).toEqual({ gone: 5, back: 3 })
    expect(inputOfChoice({ panes: PANES, choice })).toEqual({
      part: { kind: 'fields', fields: ['title'] },
      languages: ['en', 'el'],
    })
  })

  it('counts and sends the ticked parts only, by their ids on both sides', () => {
    const choice = { what: 'parts' as const, field: 'body' as const, language: 'en' as const, ticked: [1] }
    expect(wordsOfChoice({ panes: PANES, choice })).toEqual({ gone: 20, back: 0 })
    expect(inputOfChoice({ panes: PANES, choice })).toEqual({
      part: { kind: 'blocks', field: 'body', ids: ['b', 'b2'] },
      languages: ['en'],
    })
  })

  it('sends nothing where nothing is chosen', () => {
    expect(inputOfChoice({ panes: PANES, choice: { what: 'whole', languages: [] } })).toBeNull()
    const none = { what: 'parts' as const, field: 'body' as const, language: 'en' as const, ticked: [] }
    expect(inputOfChoice({ panes: PANES, choice: none })).toBeNull()
  })
})
