import { expect, it } from 'vitest'
import { firstShown } from '@/admin/overview/firstShown'

const toolkits = [{ id: 'aide-memoire' }, { id: 'safe' }, { id: 'special-needs' }]
const opened = (versionsOf: string[], inUse: string[]) =>
  firstShown({
    toolkits,
    variants: versionsOf.map((toolkit) => ({ toolkit })),
    isInUse: async ({ id }) => inUse.includes(id),
  })

it('the overview opens on the first toolkit with a national version', async () => {
  expect(await opened(['special-needs', 'special-needs'], ['safe', 'special-needs'])).toBe(toolkits[2])
  expect(await opened(['special-needs', 'safe'], ['safe', 'special-needs'])).toBe(toolkits[1])
})

it('without a national version, it opens on the first whose common framework is in use, otherwise on the first', async () => {
  expect(await opened([], ['special-needs', 'safe'])).toBe(toolkits[1])
  expect(await opened([], [])).toBe(toolkits[0])
  expect(await firstShown({ toolkits: [], variants: [], isInUse: async () => true })).toBe(undefined)
})
