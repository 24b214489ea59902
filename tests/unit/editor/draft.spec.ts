import { describe, expect, it } from 'vitest'
import { dropDraft, keepDraft, keptDraft } from '@/admin/editor/draft'

const place = { userId: 'u1', section: 'v1/k1', language: 'en' }
const like = { title: '', stages: [''] }
const values = { title: 'Typed', stages: ['reception'] }
const begun = { title: 'Saved', stages: [] }
const unanswered = [{ rev: 4, values: { title: 'Sent', stages: [] } }]

/** The storage of a browser, as far as drafts use it. */
function shelf(most = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (value.length > most) throw new Error('QuotaExceededError')
      kept.set(name, value)
    },
    removeItem: (name: string) => void kept.delete(name),
  }
}

describe('typed words that are not saved', () => {
  it('are restored with the text and the revision that they belong to, and with writes that may be stored', () => {
    const store = shelf()
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    expect(keptDraft({ shelf: () => store, place, like })).toEqual({ rev: 3, values, begun, unanswered })
  })

  it('are kept separately for each person, section and language', () => {
    const store = shelf()
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    for (const other of [{ userId: 'u2' }, { section: 'v1/k2' }, { language: 'fr' }])
      expect(keptDraft({ shelf: () => store, place: { ...place, ...other }, like })).toBeNull()
  })

  it('are only the newest', () => {
    const store = shelf()
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    keepDraft({
      shelf: () => store,
      place,
      draft: { rev: 4, values: { ...values, title: 'Later' }, begun, unanswered },
    })
    expect(keptDraft({ shelf: () => store, place, like })?.values.title).toBe('Later')
  })

  it('do not change if newer words do not fit', () => {
    const store = shelf(180)
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    const longer = { rev: 4, values: { ...values, title: 'x'.repeat(200) }, begun, unanswered }
    expect(keepDraft({ shelf: () => store, place, draft: longer })).toBe(false)
    expect(keptDraft({ shelf: () => store, place, like })).toEqual({ rev: 3, values, begun, unanswered })
  })

  it('are removed once they are saved', () => {
    const store = shelf()
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    dropDraft({ shelf: () => store, place })
    expect(keptDraft({ shelf: () => store, place, like })).toBeNull()
  })

  it('are ignored if their format is not what the editor expects', () => {
    const store = shelf()
    store.setItem('toolkit-draft:u1:v1/k1:en', JSON.stringify({ rev: 3, values: { title: 5, stages: 'x' }, begun }))
    expect(keptDraft({ shelf: () => store, place, like })).toBeNull()
    store.setItem('toolkit-draft:u1:v1/k1:en', '{broken')
    expect(keptDraft({ shelf: () => store, place, like })).toBeNull()
  })

  it('are restored without writes that may be stored, if those have another format', () => {
    const store = shelf()
    const others = [{ rev: 4, values: { title: 'Sent' } }, { rev: 'x', values: begun }, null, ...unanswered]
    store.setItem('toolkit-draft:u1:v1/k1:en', JSON.stringify({ rev: 3, values, begun, unanswered: others }))
    expect(keptDraft({ shelf: () => store, place, like })).toEqual({ rev: 3, values, begun, unanswered })
  })

  it('are restored alone if the storage is too small for everything', () => {
    const store = shelf(70)
    expect(keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })).toBe(true)
    expect(keptDraft({ shelf: () => store, place, like })).toEqual({ rev: 3, values, begun: null, unanswered: [] })
  })

  it('are reported as kept only if they are kept, and not if the storage is full or closed', () => {
    const closed = () => {
      throw new DOMException('closed', 'SecurityError')
    }
    const draft = { rev: 3, values, begun, unanswered }
    expect([() => shelf(), () => shelf(3), closed].map((open) => keepDraft({ shelf: open, place, draft }))).toEqual([
      true,
      false,
      false,
    ])
    expect(keptDraft({ shelf: closed, place, like })).toBeNull()
    expect(() => dropDraft({ shelf: closed, place })).not.toThrow()
  })
})
