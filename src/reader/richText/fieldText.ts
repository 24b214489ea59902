import type { Block } from '@/domain/richText'
import { plainTextOf } from '@/domain/richText/runs'

/** One named text of a structured block as plain words; '' where it is not there. */
export function fieldText(block: Block, name: string): string {
  const field = block.children.find((child) => child.kind === 'field' && child.attrs.name === name)
  return field ? plainTextOf(field.runs).trim() : ''
}

/** The title that a structured block was given; '' where it has none. */
export function titleOf(block: Block): string {
  return typeof block.attrs.title === 'string' ? block.attrs.title.trim() : ''
}
