import { collections } from '@collections/index'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '@/scripts/attack/ground'

test('the attacks include every collection', () => {
  expect([...COLLECTIONS].sort()).toEqual(collections.map(({ slug }) => slug).sort())
})
