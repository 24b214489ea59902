import { type Attributes, type BlockKind, plainTextOf, type Run } from './richText'

/**
 * When a block says nothing, by its kind.
 * - `words`: a text that nobody sees without words, unless an attribute says something (a code block has its language).
 * - `named`: a named text of a structured block; its name alone says nothing.
 * - `frame`: what stands round other blocks; without them and without a title there is nothing to see.
 * - `place`: it says something by being there: a row and a cell have their place in a table, a rule and a picture are seen,
 *   a heading, an item or a step without words is one that somebody is about to fill in.
 */
const WHEN_EMPTY: Record<BlockKind, 'words' | 'named' | 'frame' | 'place'> = {
  paragraph: 'words',
  field: 'named',
  list: 'frame',
  table: 'frame',
  callout: 'frame',
  checklist: 'frame',
  indicators: 'frame',
  steps: 'frame',
  heading: 'place',
  quote: 'place',
  item: 'place',
  row: 'place',
  cell: 'place',
  entry: 'place',
  image: 'place',
  rule: 'place',
  legal: 'place',
  contact: 'place',
}

type Looked = { kind: BlockKind; attrs: Attributes; runs: readonly Run[]; children: readonly unknown[] }

/** Whether a block is a text without words: no text at all and one empty paragraph are the same text. */
export function isEmptyText({ kind, attrs, runs, children }: Looked): boolean {
  const when = WHEN_EMPTY[kind]
  if (when !== 'words' && when !== 'named') return false
  if (when === 'words' && Object.keys(attrs).length > 0) return false
  return children.length === 0 && plainTextOf(runs.filter(({ type }) => type !== 'break')) === ''
}

/**
 * Whether a block is a frame with nothing in it and without a title. Somebody may have written it so: a merge leaves it out
 * only where the merge itself took out what was in it.
 */
export function isEmptyFrame({ kind, attrs, children }: Omit<Looked, 'runs'>): boolean {
  return WHEN_EMPTY[kind] === 'frame' && children.length === 0 && (attrs.title ?? '') === ''
}
