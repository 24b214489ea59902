import { describe, expect, it } from 'vitest'
import { effectOf, inputOfChoice } from '@/admin/history/restoreChoice'

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
    isEmptied: false,
    explanation: { gone: 4 },
  },
  {
    language: 'el' as const,
    fields: [{ field: 'title' as const, gone: 3, back: 2, parts: null }],
    isEmptied: false,
    explanation: null,
  },
]

/** A country that adapted a section which the common framework has in French but not in German. */
const SWISS = [
  {
    language: 'fr' as const,
    fields: [{ field: 'title' as const, gone: 10, back: 4, parts: null }],
    isEmptied: false,
    explanation: null,
  },
  {
    language: 'de' as const,
    fields: [
      { field: 'title' as const, gone: 5, back: 0, parts: null },
      { field: 'body' as const, gone: 20, back: 0, parts: [{ ids: ['a'], gone: 20, back: 0 }] },
    ],
    isEmptied: true,
    explanation: { gone: 7 },
  },
]

describe('the selection to restore', () => {
  it('counts the words of the whole section and its explanation, in the chosen languages', () => {
    const whole = { what: 'whole' as const }
    expect(effectOf({ panes: PANES, choice: { ...whole, languages: ['en'] } })).toMatchObject({ gone: 36, back: 6 })
    expect(effectOf({ panes: PANES, choice: { ...whole, languages: ['en', 'el'] } })).toMatchObject({
      gone: 39,
      back: 8,
    })
    expect(effectOf({ panes: PANES, choice: { ...whole, languages: [] } })).toMatchObject({ gone: 0, back: 0 })
  })

  it('says that a language becomes empty even if words remain that nobody reads', () => {
    const hidden = { field: 'summary' as const, gone: 3, back: 0, parts: null, isUnread: true }
    const addition = { field: 'addition' as const, gone: 4, back: 0, parts: null }
    const panes = [{ language: 'el' as const, fields: [addition, hidden], isEmptied: true, explanation: null }]
    const choice = { what: 'field' as const, field: 'addition' as const, languages: ['el' as const] }
    expect(effectOf({ panes, choice })).toMatchObject({ emptied: { languages: ['el'], gone: 4 }, unreplaced: [] })
  })

  it('counts and sends only one field', () => {
    const choice = { what: 'field' as const, field: 'title' as const, languages: ['en' as const, 'el' as const] }
    expect(effectOf({ panes: PANES, choice })).toMatchObject({ gone: 5, back: 3 })
    expect(inputOfChoice({ panes: PANES, choice })).toEqual({
      part: { kind: 'fields', fields: ['title'] },
      languages: ['en', 'el'],
    })
  })

  it('counts and sends only the ticked parts, by their ids on both sides', () => {
    const choice = { what: 'parts' as const, field: 'body' as const, language: 'en' as const, ticked: [1] }
    expect(effectOf({ panes: PANES, choice })).toMatchObject({ gone: 20, back: 0 })
    expect(inputOfChoice({ panes: PANES, choice })).toEqual({
      part: { kind: 'blocks', field: 'body', ids: ['b', 'b2'] },
      languages: ['en'],
    })
  })

  it('sends nothing if nothing is chosen', () => {
    expect(inputOfChoice({ panes: PANES, choice: { what: 'whole', languages: [] } })).toBeNull()
    const none = { what: 'parts' as const, field: 'body' as const, language: 'en' as const, ticked: [] }
    expect(inputOfChoice({ panes: PANES, choice: none })).toBeNull()
  })

  it('names the languages that become empty because the common framework has no text, and counts them separately', () => {
    const whole = { what: 'whole' as const }
    const onlyGerman = effectOf({ panes: SWISS, choice: { ...whole, languages: ['de'] } })
    expect(onlyGerman).toMatchObject({ emptied: { languages: ['de'], gone: 32 }, restored: null, isAll: false })
    const both = effectOf({ panes: SWISS, choice: { ...whole, languages: ['fr', 'de'] } })
    expect(both).toMatchObject({
      emptied: { languages: ['de'], gone: 32 },
      restored: { gone: 10, back: 4 },
      isAll: true,
    })
  })

  it('says that nothing replaces a part if the common framework has no text in the language', () => {
    const title = effectOf({ panes: SWISS, choice: { what: 'field', field: 'title', languages: ['de'] } })
    expect(title).toMatchObject({ emptied: { languages: [] }, unreplaced: ['de'], restored: { gone: 5, back: 0 } })
    const parts = effectOf({ panes: SWISS, choice: { what: 'parts', field: 'body', language: 'de', ticked: [0] } })
    expect(parts).toMatchObject({ emptied: { languages: [] }, unreplaced: ['de'], gone: 20 })
  })

  it('names the languages that lose their explanation, and removes every explanation if no own text remains', () => {
    const german = effectOf({ panes: SWISS, choice: { what: 'whole', languages: ['de'] } })
    expect(german.explanations).toEqual(['de'])
    const text = effectOf({ panes: PANES.slice(1), choice: { what: 'field', field: 'title', languages: ['el'] } })
    expect(text).toMatchObject({ isAll: true, explanations: [] })
    const explained = PANES.slice(1).map((pane) => ({ ...pane, explanation: { gone: 9 } }))
    const last = effectOf({ panes: explained, choice: { what: 'field', field: 'title', languages: ['el'] } })
    expect(last).toMatchObject({ isAll: true, explanations: ['el'], gone: 12 })
  })
})

describe('words that nobody reads', () => {
  const unread = { field: 'title' as const, gone: 3, back: 0, parts: null, isUnread: true }
  const addition = { field: 'addition' as const, gone: 2, back: 0, parts: null }
  const panes = [
    { language: 'en' as const, fields: [addition], isEmptied: false, explanation: { gone: 4 } },
    { language: 'el' as const, fields: [unread], isEmptied: false, explanation: { gone: 5 } },
  ]

  it('lose their reason and explanation when the last words that somebody reads are restored', () => {
    const effect = effectOf({ panes, choice: { what: 'whole', languages: ['en'] } })
    expect(effect).toMatchObject({ isAll: true, explanations: ['en', 'el'], gone: 11 })
  })

  it('keep the reason if only they are removed', () => {
    const effect = effectOf({ panes, choice: { what: 'field', field: 'title', languages: ['el'] } })
    expect(effect).toMatchObject({ isAll: false, explanations: [], gone: 3 })
  })
})
