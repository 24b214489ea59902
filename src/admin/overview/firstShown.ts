import type { Toolkit } from '@/stored/toolkits'
import type { Variant } from '@/stored/variants'

/**
 * The toolkit that the overview opens on: the first with a national version, otherwise the first whose common framework is
 * in use, otherwise the first.
 */
export async function firstShown<Known extends Pick<Toolkit, 'id'>>({
  toolkits,
  variants,
  isInUse,
}: {
  toolkits: readonly Known[]
  variants: readonly Pick<Variant, 'toolkit'>[]
  isInUse: (toolkit: Known) => Promise<boolean>
}): Promise<Known | undefined> {
  const withVersion = toolkits.find(({ id }) => variants.some(({ toolkit }) => toolkit === id))
  if (withVersion || toolkits.length < 2) return withVersion ?? toolkits[0]
  const inUse = await Promise.all(toolkits.map(isInUse))
  return toolkits.find((_, index) => inUse[index]) ?? toolkits[0]
}
