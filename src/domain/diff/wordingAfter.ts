import type { BlockChange } from './change'

/** The text of a block after the change; before it, if the block is gone. */
export function wordingAfter({ status, segments }: BlockChange): string {
  const left = segments.filter((segment) => status === 'removed' || segment.status !== 'removed')
  return left.map((segment) => (segment.object === 'break' ? ' ' : segment.text)).join('')
}
