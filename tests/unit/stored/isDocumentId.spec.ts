import { expect, it } from 'vitest'
import { isDocumentId } from '@/stored/isDocumentId'

it.each([
  ['66f1a2b3c4d5e6f708192a3b', true],
  ['66F1A2B3C4D5E6F708192A3B', false],
  ['66f1a2b3c4d5e6f708192a3', false],
  ['66f1a2b3c4d5e6f708192a3b0', false],
  ['picture-1', false],
  ['', false],
])('%j can be the id of a document: %s', (value, can) => {
  expect(isDocumentId(value)).toBe(can)
})
