import { type BlockKind, isOfForm, isTextAttribute, isTextKind } from './richText/blockKinds'
import type { Attributes, Block, RichText, Run } from './richText/richText'
import { plainTextOf } from './richText/runs'
import { isVisible } from './richText/visible'

/** A block of a text as the translation of it is followed: an entry of a list, and a record, is one with all its texts. */
export type Unit = {
  id: string
  kind: BlockKind
  depth: number
  /** What a reader would read of it, without the blocks in it. */
  words: string
  /** What it says apart from its formatting; equal units say the same. */
  said: string
  /** Is it a paragraph to translate, or a frame around others? */
  isFrame: boolean
  /** The ids of the paragraphs in it. */
  inside: string[]
  block: Block
  /** The blocks around it, the outermost first. */
  around: readonly Block[]
}

/** All blocks of a text in reading order, without empty paragraphs. A block without an id is named by its place. */
export function unitsOf(text: RichText): Unit[] {
  const units: Unit[] = []
  let unnamed = 0
  const visit = (block: Block, around: readonly Block[]): string[] => {
    const isWhole = isOfForm(block.kind, 'record') || block.kind === 'entry'
    const parts = isWhole ? [block, ...block.children] : [block]
    const words = parts.flatMap((part) => [...attributeWords(part.attrs), plainTextOf(part.runs)])
    const line = words.filter(isVisible).join('\n')
    const isFrame = !isOfForm(block.kind, 'picture') && (!isWhole && !isTextKind(block.kind) ? true : !isVisible(line))
    if (block.kind === 'paragraph' && isFrame) return []
    const unit: Unit = {
      id: block.id === '' ? `@${unnamed++}` : block.id,
      ...{ kind: block.kind, depth: around.length, words: line, isFrame, block, around },
      said: JSON.stringify(parts.map(({ kind, attrs, runs }) => [kind, sorted(attrs), saidRuns(runs)])),
      inside: [],
    }
    units.push(unit)
    const children = isWhole ? [] : block.children
    unit.inside = children.flatMap((child) => visit(child, [...around, block]))
    return isFrame ? unit.inside : [unit.id, ...unit.inside]
  }
  for (const block of text) visit(block, [])
  return units
}

function attributeWords(attrs: Attributes): string[] {
  return Object.entries(attrs).flatMap(([name, value]) => (isTextAttribute(name) ? [String(value)] : []))
}

function sorted(attrs: Attributes): unknown[] {
  return Object.entries(attrs).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** The words and links of runs; marks such as bold do not count. */
function saidRuns(runs: readonly Run[]): unknown[] {
  const said: { link: string | undefined; text: string }[] = []
  for (const run of runs) {
    const link = run.type === 'text' ? run.link : undefined
    const text = plainTextOf([run])
    const last = said.at(-1)
    if (last && last.link === link) last.text += text
    else said.push({ link, text })
  }
  return said.filter(({ text }) => text !== '').map(({ link, text }) => [text.normalize('NFC'), link ?? ''])
}

/** A block as a text of its own: a part of a list or of a table stands in one that has nothing else. */
export function aloneOf({ block, around, isFrame }: Unit): RichText {
  let alone = isFrame || block.kind !== 'item' ? block : { ...block, children: [] }
  for (const parent of around.toReversed()) {
    if (!isOfForm(alone.kind, 'part')) break
    alone = { ...parent, children: [alone] }
  }
  return [alone]
}
