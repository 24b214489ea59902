import type { MergedBlock, MergedNode } from '@/domain/merge/merged'
import { AT_MARGIN, betweenMarkers, isDisputed, ownOnSide, type Side } from './conflictSides'
import { behindSign, indented } from './prefixed'
import { type BlockSpelling, inside, lineOf, type OneSpelling, writeBlocks } from './writeBlocks'

/** A list; its items once, or in conflict three times, each. */
export function writeList(node: MergedBlock, spelling: OneSpelling): string[] {
  const isNumbered = node.attrs.style === 'number'
  const start = typeof node.attrs.start === 'number' ? node.attrs.start : 1
  const isLoose = node.children.some(isLooseItem)
  // `- - -` would be a rule.
  const sign = (index: number): string => {
    if (!isNumbered) return spelling.isItemStart ? '+ ' : spelling.isSecondSign ? '* ' : '- '
    return `${Math.min(start + index, 999_999_999)}${spelling.isSecondSign ? ')' : '.'} `
  }
  const itemLines = (one: MergedNode, index: number): string[] => {
    if (one.kind === 'conflict')
      return betweenMarkers((side) => separate(one[side].map((inner, more) => itemLines(inner, index + more))))
    const whole = one.kind === 'item' ? one : { ...one, kind: 'item' as const, runs: [], children: [one] }
    return writeItem(whole, { sign: sign(index), isLoose }, spelling)
  }
  const separate = (items: string[][]): string[] =>
    items.flatMap((lines, index) => (isLoose && index > 0 ? ['', ...lines] : lines))
  return separate(node.children.map(itemLines))
}

/** Paragraphs, code and the like in an item need empty lines around them; lists do not. */
function isLooseItem(node: MergedNode): boolean {
  if (node.kind === 'conflict') return [node.ours, node.base, node.theirs].some((side) => side.some(isLooseItem))
  const [first, ...others] = node.children
  const further = node.runs.length === 0 ? others : node.children
  const isTight = (one: MergedNode): boolean =>
    one.kind === 'list'
      ? !cannotInterrupt(one) && !one.children.some(isLooseItem)
      : one.kind === 'conflict' && sides(one).every(isTight)
  return !further.every(isTight) || (first?.kind === 'list' && first.children.some(isLooseItem)) || further.length > 1
}

function sides(node: MergedNode & { kind: 'conflict' }): MergedNode[] {
  return [...node.ours, ...node.base, ...node.theirs]
}

/** A list that would be read as text right below text: numbers but 1, or an empty item first. */
function cannotInterrupt(node: MergedBlock): boolean {
  const [first] = node.children
  const isEmpty = first !== undefined && first.kind !== 'conflict' && first.runs.length === 0
  return isEmpty || (node.attrs.style === 'number' && node.attrs.start !== undefined && node.attrs.start !== 1)
}

/** An item with its sign. Of one whose own words are in conflict only these stand there three times. */
export function writeItem(
  node: MergedBlock,
  { sign, isLoose }: { sign: string; isLoose: boolean },
  spelling: BlockSpelling,
): string[] {
  const opening = (one: MergedBlock): string[] => {
    const box = typeof one.attrs.checked === 'boolean' ? `[${one.attrs.checked ? 'x' : ' '}] ` : ''
    const lines = lineOf(one, box === '' ? 'item' : 'paragraph', inside(spelling))
    const [first = '', ...others] = lines
    return behindSign([`${box}${first}`, ...others], sign)
  }
  if (node.runs.length === 0 && !isDisputed(node) && node.attrs.checked === undefined) {
    const below = writeBlocks(node.children, { ...inside(spelling), isItemStart: true })
    return below[0]?.startsWith(AT_MARGIN)
      ? [sign.trimEnd(), ...indented(below, sign.length)]
      : behindSign(below.length === 0 ? [''] : below, sign)
  }
  const own = isDisputed(node) ? betweenMarkers((side: Side) => opening(ownOnSide(node, side))) : opening(node)
  const below = indented(writeBlocks(node.children, inside(spelling)), sign.length)
  return [...own, ...(isLoose && below.length > 0 ? [''] : []), ...below]
}
