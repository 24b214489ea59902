import { type BlockInVersions, differsItself, type NodeInVersions, ownOnVersion } from '@/domain/richText/versions'
import { type BlockSpelling, inside, type OneSpelling, type WriteBlocks } from './blockSpelling'
import { AT_MARGIN, betweenMarkers } from './conflictMarkers'
import { behindSign, indented } from './prefixed'
import { lineOf } from './writeLine'

/** A list; its items once, or three times each in a conflict. */
export function writeList(node: BlockInVersions, spelling: OneSpelling, writeBlocks: WriteBlocks): string[] {
  const isNumbered = node.attrs.style === 'number'
  const start = typeof node.attrs.start === 'number' ? node.attrs.start : 1
  const isLoose = node.children.some(isLooseItem)
  // `- - -` would be a rule.
  const sign = (index: number): string => {
    if (!isNumbered) return spelling.isItemStart ? '+ ' : spelling.isSecondSign ? '* ' : '- '
    return `${Math.min(start + index, 999_999_999)}${spelling.isSecondSign ? ')' : '.'} `
  }
  const itemLines = (one: NodeInVersions, index: number): string[] => {
    if (one.kind === 'conflict')
      return betweenMarkers((version) => separate(one[version].map((inner, more) => itemLines(inner, index + more))))
    const whole = one.kind === 'item' ? one : { ...one, kind: 'item' as const, runs: [], children: [one] }
    return writeItem(whole, { sign: sign(index), isLoose, spelling, writeBlocks })
  }
  const separate = (items: string[][]): string[] =>
    items.flatMap((lines, index) => (isLoose && index > 0 ? ['', ...lines] : lines))
  return separate(node.children.map(itemLines))
}

/** Paragraphs, code and other blocks in an item need empty lines around them; lists do not. */
function isLooseItem(node: NodeInVersions): boolean {
  if (node.kind === 'conflict') return [node.ours, node.base, node.theirs].some((version) => version.some(isLooseItem))
  const [first, ...others] = node.children
  const further = node.runs.length === 0 ? others : node.children
  const isTight = (one: NodeInVersions): boolean =>
    one.kind === 'list'
      ? !cannotInterrupt(one) && !one.children.some(isLooseItem)
      : one.kind === 'conflict' && sides(one).every(isTight)
  return !further.every(isTight) || (first?.kind === 'list' && first.children.some(isLooseItem)) || further.length > 1
}

function sides(node: NodeInVersions & { kind: 'conflict' }): NodeInVersions[] {
  return [...node.ours, ...node.base, ...node.theirs]
}

/** A list that would be read as text directly below text: numbers other than 1, or an empty item first. */
function cannotInterrupt(node: BlockInVersions): boolean {
  const [first] = node.children
  const isEmpty = first !== undefined && first.kind !== 'conflict' && first.runs.length === 0
  return isEmpty || (node.attrs.style === 'number' && node.attrs.start !== undefined && node.attrs.start !== 1)
}

type ItemGiven = { sign: string; isLoose: boolean; spelling: BlockSpelling; writeBlocks: WriteBlocks }

/** An item with its marker. If only its own words are in conflict, only these are written three times. */
export function writeItem(node: BlockInVersions, { sign, isLoose, spelling, writeBlocks }: ItemGiven): string[] {
  const opening = (one: BlockInVersions): string[] => {
    const box = typeof one.attrs.checked === 'boolean' ? `[${one.attrs.checked ? 'x' : ' '}] ` : ''
    const lines = lineOf(one, box === '' ? 'item' : 'paragraph', inside(spelling))
    const [first = '', ...others] = lines
    return behindSign([`${box}${first}`, ...others], sign)
  }
  if (node.runs.length === 0 && !differsItself(node) && node.attrs.checked === undefined) {
    const below = writeBlocks(node.children, { ...inside(spelling), isItemStart: true })
    return below[0]?.startsWith(AT_MARGIN)
      ? [sign.trimEnd(), ...indented(below, sign.length)]
      : behindSign(below.length === 0 ? [''] : below, sign)
  }
  const own = differsItself(node) ? betweenMarkers((version) => opening(ownOnVersion(node, version))) : opening(node)
  const below = indented(writeBlocks(node.children, inside(spelling)), sign.length)
  return [...own, ...(isLoose && below.length > 0 ? [''] : []), ...below]
}
