import { grouped } from '../grouped'
import { neutralOf } from '../richText/blockKinds'
import { type Block, block, type RichText, type Run } from '../richText/richText'
import { formatOf, joinedRuns } from '../richText/runs'
import { runOf } from '../words/pieces'
import type { BlockChange, MoveSource, Segment } from './change'

/** The former places before each block, by the index of the block; see `MoveSource`. */
export function moveSourcesAt(moveSources: MoveSource[]): (at: number) => MoveSource[] {
  const places = grouped(moveSources, ({ at }) => at)
  return (at) => places.get(at) ?? []
}

/** The text of a block after the change; before it, if the block is gone. */
export function wordingAfter({ status, segments }: BlockChange): string {
  const left = segments.filter((segment) => status === 'removed' || segment.status !== 'removed')
  return left.map((segment) => (segment.object === 'break' ? ' ' : segment.text)).join('')
}

export type Choice = 'before' | 'after'

/** The changes of one list of blocks. */
export type Level = { blocks: BlockChange[]; moveSources?: MoveSource[] | undefined }
type Chooser = (block: BlockChange) => Choice

/** Reads the text with each block on the side that `choose` gives for it: all, or some blocks with what is in them there. */
export function blocksOn({ choose, ...level }: Level & { choose: Chooser }): (some?: BlockChange[]) => RichText {
  const units = new Map<BlockChange, Unit>()
  const moves = new Map<number, Unit>()
  collectUnits(level, units, moves)
  const state = { units, moves, ...fittingChoices(level, moves, choose) }
  return (some) => some?.flatMap((one) => made(units.get(one), state)) ?? blocksAt(level, state)
}

/** The runs of one text on one side. */
export function runsOn({ segments, choice }: { segments: Segment[]; choice: Choice }): Run[] {
  const other = choice === 'after' ? 'removed' : 'added'
  const wanted = segments.filter((one) => one.status !== other && one.object !== 'end')
  return joinedRuns(wanted.map((one) => runOn(one, choice)))
}

function runOn(segment: Segment, choice: Choice): Run {
  if (choice === 'after' || segment.object) return runOf(segment)
  return runOf({ ...(segment.formatting ?? segment.spaceWas ?? formatOf(segment)), text: segment.was ?? segment.text })
}

/** A change with the changes after it that belong to it: what was split off, and what it can no longer hold. */
type Unit = { head: BlockChange; splitOff: BlockChange[]; inside: BlockChange[] }

type Choices = { choice: Chooser; isAtNewPlace: (block: BlockChange) => boolean }
type SideState = Choices & { units: Map<BlockChange, Unit>; moves: Map<number, Unit> }

function collectUnits({ blocks }: Level, units: Map<BlockChange, Unit>, moves: Map<number, Unit>): void {
  let unit: Unit | undefined
  for (const one of blocks) {
    if (unit && one.split) unit.splitOff.push(one)
    else if (unit && one.inside) {
      const { inside: _, ...standing } = one
      unit.inside.push(standing)
      collectUnits({ blocks: [standing] }, units, moves)
      units.set(one, { head: standing, splitOff: [], inside: [] })
      continue
    } else {
      unit = { head: one, splitOff: [], inside: [] }
      units.set(one, unit)
      if (one.move !== undefined) moves.set(one.move, unit)
    }
    collectUnits({ blocks: one.children }, units, moves)
  }
}

/**
 * Makes the choices fit: a moved block is at its new place if that is chosen and its new parent exists, and at its former place if its
 * former parent still exists. If neither parent would exist, the new one is made.
 */
function fittingChoices(level: Level, moves: Map<number, Unit>, choose: Chooser): Choices {
  const chosen = new Map<BlockChange, Choice>()
  const choice: Chooser = (one) => {
    const known = chosen.get(one) ?? choose(one)
    chosen.set(one, known)
    return known
  }
  const oldParents = new Map<number, BlockChange[]>()
  const newParents = new Map<number, BlockChange[]>()
  const visit = ({ blocks, moveSources = [] }: Level, above: BlockChange[]): void => {
    for (const { move } of moveSources) oldParents.set(move, above)
    for (const one of blocks) {
      if (one.move !== undefined) newParents.set(one.move, above)
      visit({ blocks: one.children, moveSources: one.moveSources }, [...above, one])
    }
  }
  visit(level, [])
  const atNewPlace = new Map<BlockChange, boolean>()
  for (const [move, { head }] of moves) {
    const isOldGone = (oldParents.get(move) ?? []).some((one) => one.status === 'removed' && choice(one) === 'after')
    const unmade = (newParents.get(move) ?? []).filter((one) => one.status === 'added' && choice(one) === 'before')
    const isNew = isOldGone || (choice(head) === 'after' && unmade.length === 0)
    if (isNew) for (const one of unmade) chosen.set(one, 'after')
    atNewPlace.set(head, isNew)
  }
  return { choice, isAtNewPlace: (one) => atNewPlace.get(one) ?? true }
}

function blocksAt({ blocks, moveSources = [] }: Level, state: SideState): Block[] {
  const left = moveSourcesAt(moveSources)
  // The blocks that stay at their former place, because their move was not chosen.
  const returned = (at: number): Block[] =>
    left(at).flatMap(({ move }) => {
      const unit = state.moves.get(move)
      return unit && state.isAtNewPlace(unit.head) ? [] : made(unit, state)
    })
  const standing = blocks.flatMap((one, at) => {
    const isHere = state.isAtNewPlace(one) && !one.inside
    return [...returned(at), ...(isHere ? made(state.units.get(one), state) : [])]
  })
  return [...standing, ...returned(blocks.length)]
}

function made(unit: Unit | undefined, state: SideState): Block[] {
  if (!unit) return []
  const { head, inside } = unit
  const choice = state.choice(head)
  if (head.status === (choice === 'after' ? 'removed' : 'added')) return []
  const [first, ...more] = textsOf(unit, state)
  if (!first) return []
  if (inside.length === 0) {
    const children = blocksAt({ blocks: head.children, moveSources: head.moveSources }, state)
    return [{ ...first, children }, ...more]
  }
  // Only the former kind can hold these blocks; with the new kind they follow it.
  const held = blocksAt({ blocks: inside, moveSources: head.moveSources }, state)
  return choice === 'before' ? [{ ...first, children: held }, ...more] : [first, ...more, ...held]
}

/** The block itself, and the blocks that it was split into or joined from, as chosen; without children. */
function textsOf({ head, splitOff }: Unit, { choice }: SideState): Block[] {
  const texts = wholeOn(head, choice(head))
  for (const part of splitOff) {
    // A text that was joined from several can end in this part.
    const [{ runs } = { runs: [] }, ...joinedOnes] = wholeOn(part, choice(head))
    const last = texts.at(-1)
    if (choice(part) === 'after' || !last) texts.push(block(part.kind, { id: part.id, attrs: part.attrs, runs }))
    else {
      const gap = choice(head) === 'after' ? gapBetween(last.runs, runs) : []
      texts[texts.length - 1] = { ...last, runs: joinedRuns([...last.runs, ...gap, ...runs]) }
    }
    texts.push(...joinedOnes)
  }
  return texts
}

/** A block on one side: several blocks before, if it was joined from several. */
function wholeOn(change: BlockChange, choice: Choice): Block[] {
  const own = choice === 'after' ? { ...change } : formerOf(change)
  const texts: Block[] = []
  let from = 0
  let opening = block(own.kind, { id: own.id, attrs: own.attrs })
  change.segments.forEach((segment, at) => {
    if (segment.object !== 'end' || choice === 'after' || !segment.block) return
    texts.push({ ...opening, runs: runsOn({ segments: change.segments.slice(from, at), choice }) })
    opening = block(segment.block.kind, segment.block)
    from = at + 1
  })
  return [...texts, { ...opening, runs: runsOn({ segments: change.segments.slice(from), choice }) }]
}

/** The block as it was before its change, without its text and its children. */
export function formerOf(change: BlockChange): Pick<Block, 'id' | 'kind' | 'attrs'> {
  const { id, idBefore = id, kind, kindBefore = kind } = change
  // If the kind changed, `attrsBefore` has all former attributes.
  const former = { ...(change.kindBefore ? {} : change.attrs), ...change.attrsBefore }
  const given = Object.entries(former).flatMap(([name, value]) =>
    value === null || value === neutralOf(name, value) ? [] : [[name, value] as const],
  )
  return { id: idBefore, kind: kindBefore, attrs: Object.fromEntries(given) }
}

/** A space, if two texts would otherwise run together. */
function gapBetween(left: Run[], right: Run[]): Run[] {
  const [last, first] = [left.at(-1), right[0]]
  if (last?.type !== 'text' || first?.type !== 'text') return []
  return /\s$/u.test(last.text) || /^\s/u.test(first.text) ? [] : [{ type: 'text', text: ' ', marks: [] }]
}
