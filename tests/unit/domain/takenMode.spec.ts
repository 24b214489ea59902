import { expect, test } from 'vitest'
import { takenMode } from '@/domain/importPlan/takenMode'

test.each([
  ['a common text with other words is adapted', 'common', 'inherit', ['body'], 'adapt'],
  ['an adapted one stays adapted', 'common', 'adapt', ['title'], 'adapt'],
  ['an addition with other words stays an addition', 'common', 'supplement', ['addition'], 'supplement'],
  ['of a section with an addition, a person decides on other common words', 'common', 'supplement', ['body'], null],
  ['a section of the country stays one', 'own', 'local', ['body'], 'local'],
  ['a translation is no adaptation', 'translation', 'inherit', ['title', 'body'], 'inherit'],
] as const)('%s', (_, kind, before, changed, mode) => {
  expect(takenMode({ kind, before, changed })).toBe(mode)
})
