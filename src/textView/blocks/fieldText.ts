import { plainTextOf } from '@/domain/richText/runs'
import { isVisible } from '@/domain/richText/visible'
import { runsOf, type ShownBlock } from '../shownBlock'

/** One named text of a structured block as plain words; '' if it is missing. */
export function fieldText(block: ShownBlock, name: string): string {
  const children: readonly ShownBlock[] = block.children
  const field = children.find((child) => child.kind === 'field' && child.attrs.name === name)
  const words = field ? plainTextOf(runsOf(field)).trim() : ''
  return isVisible(words) ? words : ''
}

/** The title of a structured block; '' if it has none. */
export function titleOf(block: ShownBlock): string {
  return typeof block.attrs.title === 'string' ? block.attrs.title.trim() : ''
}
