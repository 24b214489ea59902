import { describe, expect, it } from 'vitest'
import { addressAfter, readAnswer } from '@/admin/callAction'
import { formInput } from '@/admin/formInput'

describe('the answer to an action', () => {
  it('is done, refused with its sentences, or stale with what is stored', () => {
    expect(readAnswer({ status: 200, body: { ok: true, result: { variant: 'v1' } } })).toEqual({
      kind: 'done',
      result: { variant: 'v1' },
    })
    const because = [{ key: 'refusal.own-text', text: 'You wrote in this edition.' }]
    expect(readAnswer({ status: 422, body: { ok: false, because } })).toEqual({
      kind: 'refused',
      texts: ['You wrote in this edition.'],
      wrong: [],
    })
    expect(readAnswer({ status: 409, body: { ok: false, because, saved: { rev: 3 } } })).toEqual({
      kind: 'stale',
      texts: ['You wrote in this edition.'],
      saved: { rev: 3 },
    })
  })

  it('is refused in its own sentence where something else has moved on, of which no text is stored', () => {
    const because = [{ key: 'refusal.account-moved', text: 'The account was changed. Load the page again.' }]
    expect(readAnswer({ status: 409, body: { ok: false, because } })).toEqual({
      kind: 'refused',
      texts: ['The account was changed. Load the page again.'],
      wrong: [],
    })
  })

  it('is unknown where it has not the form of an answer, and never taken for done', () => {
    for (const body of [null, 'Bad gateway', {}, { ok: false }, { errors: [{ message: 'Something went wrong.' }] }])
      expect(readAnswer({ status: 500, body })).toEqual({ kind: 'unknown', texts: [] })
  })

  it('fills its parts into the address that comes next', () => {
    expect(addressAfter({ next: '/admin/version/{variant}', result: { variant: 'a/b' } })).toBe('/admin/version/a%2Fb')
    expect(addressAfter({ next: '/admin', result: {} })).toBe('/admin')
  })
})

describe('what was typed into a form', () => {
  it('is laid over what is known beforehand, with lists as lists', () => {
    const typed = new FormData()
    typed.append('comment', 'Say who.')
    typed.append('languages', 'de')
    typed.append('languages', 'fr')
    expect(formInput({ typed, fixed: { edition: 'e', seen: 2 }, lists: ['languages'] })).toEqual({
      edition: 'e',
      seen: 2,
      comment: 'Say who.',
      languages: ['de', 'fr'],
    })
  })

  it('gives an empty list where nothing is ticked, and leaves out empty fields that may be left out', () => {
    const typed = new FormData()
    typed.append('explanation', '  ')
    typed.append('notes', '')
    expect(formInput({ typed, fixed: {}, lists: ['languages'], optional: ['explanation'] })).toEqual({
      languages: [],
      notes: '',
    })
  })
})
