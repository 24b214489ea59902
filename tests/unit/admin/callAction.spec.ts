import { describe, expect, it } from 'vitest'
import { addressAfter, readAnswer } from '@/admin/callAction'
import { formInput } from '@/admin/formInput'

describe('the answer to an action', () => {
  it('is done, a refusal with its sentences, or stale with the stored text', () => {
    expect(readAnswer({ status: 200, body: { ok: true, result: { variant: 'v1' } } })).toEqual({
      kind: 'done',
      result: { variant: 'v1' },
    })
    const because = [{ key: 'refusal.own-text', text: 'You wrote in this edition.' }]
    expect(readAnswer({ status: 422, body: { ok: false, because } })).toEqual({
      kind: 'refused',
      texts: ['You wrote in this edition.'],
      wrong: [],
      isMoved: false,
      isBusy: false,
    })
    expect(readAnswer({ status: 409, body: { ok: false, because, saved: { rev: 3 } } })).toEqual({
      kind: 'stale',
      texts: ['You wrote in this edition.'],
      saved: { rev: 3 },
    })
  })

  it('is a refusal with its own sentence if the text was not what changed in the meantime', () => {
    const because = [{ key: 'refusal.account-moved', text: 'The account was changed. Load the page again.' }]
    expect(readAnswer({ status: 409, body: { ok: false, because } })).toEqual({
      kind: 'refused',
      texts: ['The account was changed. Load the page again.'],
      wrong: [],
      isMoved: true,
      isBusy: false,
    })
  })

  it('says that somebody else has signed in, which is no newer text', () => {
    const because = [{ key: 'refusal.other-person', text: 'Somebody else has signed in.' }]
    expect(readAnswer({ status: 412, body: { ok: false, because } })).toEqual({
      kind: 'other-person',
      texts: ['Somebody else has signed in.'],
    })
  })

  it('is unknown if it has another form, and never counts as done', () => {
    for (const body of [null, 'Bad gateway', {}, { ok: false }, { errors: [{ message: 'Something went wrong.' }] }])
      expect(readAnswer({ status: 500, body })).toEqual({ kind: 'unknown', texts: [] })
  })

  it('is unknown if it says that nobody knows, and a refusal if it says that nothing was saved', () => {
    const answer = (key: string) => readAnswer({ status: 503, body: { ok: false, because: [{ key, text: 'Why.' }] } })
    expect(answer('request.not-confirmed')).toEqual({ kind: 'unknown', texts: ['Why.'] })
    expect(answer('request.not-finished')).toMatchObject({
      kind: 'refused',
      texts: ['Why.'],
      isMoved: false,
      isBusy: true,
    })
  })

  it('puts its values into the address of the next page', () => {
    expect(addressAfter({ next: '/admin/version/{variant}', result: { variant: 'a/b' } })).toBe('/admin/version/a%2Fb')
    expect(addressAfter({ next: '/admin', result: {} })).toBe('/admin')
  })
})

describe('the form that somebody filled in', () => {
  it('is merged with the values known beforehand, and lists stay lists', () => {
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

  it('has an empty list if nothing is ticked, and no empty optional fields', () => {
    const typed = new FormData()
    typed.append('explanation', '  ')
    typed.append('notes', '')
    expect(formInput({ typed, fixed: {}, lists: ['languages'], optional: ['explanation'] })).toEqual({
      languages: [],
      notes: '',
    })
  })
})
