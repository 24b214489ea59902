import type { BlockChange, Departure } from '@/domain/diff/change'
import { changedItself, type Place } from '@/domain/diff/places'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/** How a difference is written down: what all parts of the view are told. */
export type Manner = {
  t: Translator
  /** The language of our own words, set only where the text compared is in another one. */
  wordsLang?: Language
  /** Added to the level of headings in the text. */
  headingOffset: number
  /** Leave out what stayed the same. */
  only?: 'changes'
  /** Where the file of a picture is found. */
  pictureUrl?: (media: string) => string | undefined
  /** Say the description of a new picture in words beside it. */
  describesPictures?: boolean
  /** The id of the element that shows a difference, for links to it. */
  idOf?: (block: BlockChange) => string | undefined
  /** The difference that a block is, with what surrounds it. */
  placeOf?: (block: BlockChange) => Place | undefined
  /** Whether a block only left its frame and not its place in the order of reading. */
  isInPlace?: (departure: Departure) => boolean
}

/** Whether anything that is shown of this block is not as it was. */
export function isTouched(block: BlockChange, manner: Manner): boolean {
  if (isHidden(block, manner)) return false
  if (changedItself(block) || manner.placeOf?.(block)) return true
  return isLeft(block, manner) || block.children.some((child) => isTouched(child, manner))
}

/** Whether nothing is to be shown of it: a removed frame of which all that it held stands elsewhere now. */
export function isHidden(block: BlockChange, manner: Manner): boolean {
  if (block.hollow) return true
  if (block.status !== 'removed' || block.kind !== 'list' || !block.departed) return false
  return !isLeft(block, manner) && block.children.every((child) => isHidden(child, manner))
}

/** Which children of a block are not shown. Where only changes are, a block in which nothing changed is shown whole. */
export function leftOutOf(block: BlockChange, manner: Manner): (child: BlockChange) => boolean {
  const isWhole = block.status === 'added' || block.status === 'removed'
  const isTold = isLeft(block, manner) || block.children.some((child) => isTouched(child, manner))
  const leavesOut = manner.only === 'changes' && !isWhole && isTold
  return (child) => isHidden(child, manner) || (leavesOut && !isTouched(child, manner))
}

/** The blocks that a reader is told to have stood here, in front of the child with this index. */
export function leftAt({
  departed = [],
  at,
  manner,
}: {
  departed?: Departure[]
  at: number
  manner: Manner
}): Departure[] {
  return departed.filter((departure) => departure.at === at && isToldOf(departure, manner))
}

/** Whether a block has left this one for another place. */
export function isLeft({ departed = [] }: Pick<BlockChange, 'departed'>, manner: Manner): boolean {
  return departed.some((departure) => isToldOf(departure, manner))
}

function isToldOf(departure: Departure, manner: Manner): boolean {
  return !departure.quiet && !manner.isInPlace?.(departure)
}
