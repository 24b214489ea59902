import { expect, it } from 'vitest'
import { readCopy, readUpdate } from '@/admin/updates/readUpdate'

const why = { reason: 'national-law', explanation: 'The law says so.', sources: '' }
const draft = { choice: 'keep', answers: {}, declined: {}, written: {}, why, whyParked: why, note: 'Ask the lawyer.' }
const earlier = [
  { of: 'choice', choice: 'keep' },
  { of: 'places', answered: 12, declined: 3 },
  { of: 'result', language: 'el', text: 'Σημάδια' },
]
const whole = { about: '[1]', shown: '{}', draft, stored: why, earlier }

it('what a person began is read as it was kept', () => {
  expect(readUpdate(whole)).toEqual(whole)
  expect(readCopy(JSON.stringify(whole))).toEqual(whole)
})

it.each([
  ['a choice that does not exist', { draft: { ...draft, choice: 'all' } }],
  ['an answer that is no text', { draft: { ...draft, answers: { en: { a: 1 } } } }],
  ['a declined change without a name', { draft: { ...draft, declined: { en: [1] } } }],
  ['a text that the editor cannot show', { draft: { ...draft, written: { en: { body: {} } } } }],
  ['no reasons', { draft: { ...draft, whyParked: null } }],
  ['a stored reason that does not exist', { stored: { ...why, reason: 'weather' } }],
  ['earlier words that are no list', { earlier: {} }],
  ['earlier words of an unknown kind', { earlier: [{ of: 'title', language: null, text: 'Signs' }] }],
  ['earlier words in an unknown language', { earlier: [{ of: 'result', language: 'xx', text: 'Signs' }] }],
  ['a number of answered places that is none', { earlier: [{ of: 'places', answered: 'all', declined: 0 }] }],
  ['an earlier choice that does not exist', { earlier: [{ of: 'choice', choice: 'all' }] }],
])('%s is nothing that the form can show', (_, broken) => {
  expect(readUpdate({ ...whole, ...broken })).toBe(null)
})
