import { type BlockChange, formerOf, joinedTo, type MoveSource, type Segment } from '@/domain/diff/diff'

type Side = 'before' | 'after'
type Difference = { blocks: readonly BlockChange[]; moveSources: readonly MoveSource[] }

/**
 * Returns one side of a difference, with only the marks that belong to it: what was removed on the earlier side, what was added on the
 * later one. Null where a side alone does not say what happened: a block was split, joined, moved or put in a frame, or a table got
 * other columns.
 */
export function sideOfChange({ blocks, moveSources }: Difference, side: Side): BlockChange[] | null {
  if (moveSources.length > 0 || blocks.some(isTangled)) return null
  return blocks.flatMap((one) => sideOf(one, side))
}

function isTangled(one: BlockChange): boolean {
  const isPlaced = one.moved || one.split || one.inside || one.frameOnly || (one.moveSources ?? []).length > 0
  return isPlaced || one.columns !== undefined || joinedTo(one).length > 0 || one.children.some(isTangled)
}

function sideOf(one: BlockChange, side: Side): BlockChange[] {
  if (one.status === (side === 'before' ? 'added' : 'removed')) return []
  const children = one.children.flatMap((child) => sideOf(child, side))
  const segments = one.segments.filter((segment) => isOn(segment, side))
  if (side === 'after') {
    const named = one.named && namedOf(one.named, side)
    return [{ ...one, ...(named ? { named } : {}), segments, children }]
  }
  const { attrsBefore = {}, kindBefore: _, named, ...rest } = one
  // Titles and descriptions are shown by their words; other former values would be said as notes.
  const shown = named ? { named: namedOf(named, side), attrsBefore: titlesOf(attrsBefore) } : {}
  return [{ ...rest, ...formerOf(one), ...shown, segments: segments.map(asBefore), children }]
}

function isOn({ status }: Segment, side: Side): boolean {
  return status !== (side === 'before' ? 'added' : 'removed')
}

function namedOf(named: NonNullable<BlockChange['named']>, side: Side): NonNullable<BlockChange['named']> {
  const { alt, title } = named
  return {
    ...(alt ? { alt: alt.filter((segment) => isOn(segment, side)) } : {}),
    ...(title ? { title: title.filter((segment) => isOn(segment, side)) } : {}),
  }
}

function titlesOf(attrsBefore: NonNullable<BlockChange['attrsBefore']>): NonNullable<BlockChange['attrsBefore']> {
  return Object.fromEntries(Object.entries(attrsBefore).filter(([name]) => name === 'title' || name === 'alt'))
}

/** Words in the format that they had. */
function asBefore({ formatting, spaceWas, link, ...segment }: Segment): Segment {
  const format = formatting ?? spaceWas
  if (format) return { ...segment, ...format }
  return link === undefined ? segment : { ...segment, link }
}
