import { describe, expect, it } from 'vitest'
import { dropDraft, keepDraft, keptDraft } from '@/admin/editor/draft'

const place = { userId: 'u1', section: 'v1/k1', language: 'en' }
const like = { title: '', stages: [''] }
const values = { title: 'Typed', stages: ['reception'] }
const begun = { title: 'Saved', stages: [] }
const unanswered = [{ rev: 4, values: { title: 'Sent', stages: [] } }]

/** A browser's store, as far as drafts use it. */
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

describe('what was typed and not saved', () => {
  it('comes back with the text and the revision that it was typed on, and what may be stored since', () => {
    const store = shelf()
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    expect(keptDraft({ shelf: () => store, place, like })).toEqual({ rev: 3, values, begun, unanswered })
  })

  it('is one for each person, section and language', () => {
    const store = shelf()
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    for (const other of [{ userId: 'u2' }, { section: 'v1/k2' }, { language: 'fr' }])
      expect(keptDraft({ shelf: () => store, place: { ...place, ...other }, like })).toBeNull()
  })

  it('is the newest only', () => {
    const store = shelf()
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    keepDraft({
      shelf: () => store,
      place,
      draft: { rev: 4, values: { ...values, title: 'Later' }, begun, unanswered },
    })
    expect(keptDraft({ shelf: () => store, place, like })?.values.title).toBe('Later')
  })

  it('stays as it was where what was typed since finds no place', () => {
    const store = shelf(180)
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    const longer = { rev: 4, values: { ...values, title: 'x'.repeat(200) }, begun, unanswered }
    expect(keepDraft({ shelf: () => store, place, draft: longer })).toBe(false)
    expect(keptDraft({ shelf: () => store, place, like })).toEqual({ rev: 3, values, begun, unanswered })
  })

  it('is gone once it was saved', () => {
    const store = shelf()
    keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })
    dropDraft({ shelf: () => store, place })
    expect(keptDraft({ shelf: () => store, place, like })).toBeNull()
  })

  it('is not taken when it has another form than the editor expects', () => {
    const store = shelf()
    store.setItem('toolkit-draft:u1:v1/k1:en', JSON.stringify({ rev: 3, values: { title: 5, stages: 'x' }, begun }))
    expect(keptDraft({ shelf: () => store, place, like })).toBeNull()
    store.setItem('toolkit-draft:u1:v1/k1:en', '{broken')
    expect(keptDraft({ shelf: () => store, place, like })).toBeNull()
  })

  it('comes back without what may be stored where that has another form', () => {
    const store = shelf()
    const others = [{ rev: 4, values: { title: 'Sent' } }, { rev: 'x', values: begun }, null, ...unanswered]
    store.setItem('toolkit-draft:u1:v1/k1:en', JSON.stringify({ rev: 3, values, begun, unanswered: others }))
    expect(keptDraft({ shelf: () => store, place, like })).toEqual({ rev: 3, values, begun, unanswered })
  })

  it('comes back by itself where the store is too small for all of it', () => {
    const store = shelf(70)
    expect(keepDraft({ shelf: () => store, place, draft: { rev: 3, values, begun, unanswered } })).toBe(true)
    expect(keptDraft({ shelf: () => store, place, like })).toEqual({ rev: 3, values, begun: null, unanswered: [] })
  })

  it('is said to be kept where it is, and not where the store is full or closed', () => {
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
