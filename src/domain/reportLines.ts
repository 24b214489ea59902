import {
  type BlockChange,
  changedItself,
  type FieldChange,
  type NamedText,
  type Segment,
  segmentsOfNamed,
} from './diff/diff'
import type { BlockKind } from './richText/blockKinds'

/** One line of a text as a file shows it: a paragraph, an item, a cell, or one named text of a structured block. */
export type ReportLine =
  | {
      is: 'words'
      kind: BlockKind
      /** How far it stands inside lists, tables and boxes. */
      depth: number
      /** The level of a heading. */
      level: number | null
      /** Which text of its parent it is: `phone`, `note`. */
      name: string | null
      isNumbered: boolean
      segments: Segment[]
      /** It is at another place than in the other text. */
      isMoved: boolean
      /** Something about it changed that is no words: its format, its kind, the weight of a sign. */
      isReshaped: boolean
    }
  /** The beginning of a structured block: a checklist, a contact. */
  | { is: 'block'; kind: BlockKind; depth: number; tone: string | null; title: Segment[] }
  /** So many parts of the text are the same in both. */
  | { is: 'same'; count: number }
  /** What follows is the country's addition, which stands within the text. */
  | { is: 'addition' }

/**
 * Returns a field as lines; with `only`, those that differ, each with what is around it, and how many are the same.
 * `additionFrom` is the block that begins the country's addition, if that stands within the text.
 */
export function reportLines(
  field: FieldChange,
  { only, additionFrom = null }: { only?: 'changes' | undefined; additionFrom?: string | null | undefined } = {},
): ReportLine[] {
  if (field.kind === 'set') return []
  if (field.kind === 'text') {
    const isShown = field.segments.length > 0 && (!only || field.status !== 'same')
    return isShown ? [wordsLine({ kind: 'paragraph', depth: 0, segments: field.segments })] : []
  }
  const lines: ReportLine[] = []
  let same = 0
  const saySame = () => {
    if (same > 0) lines.push({ is: 'same', count: same })
    same = 0
  }
  for (const block of field.blocks) {
    if (block.frameOnly) continue
    if (only && !differs(block)) {
      same += 1
      continue
    }
    saySame()
    if (block.id === additionFrom) lines.push({ is: 'addition' })
    lines.push(...linesOf(block, { depth: 0, only, isNumbered: false }))
  }
  saySame()
  return lines
}

type Around = {
  depth: number
  only: 'changes' | undefined
  isNumbered: boolean
  /** What happened to a block around it that has no line of its own. */
  isMoved?: boolean
  isReshaped?: boolean
}

function linesOf(block: BlockChange, { depth, only, isNumbered, ...around }: Around): ReportLine[] {
  const { attrs, kind, segments } = block
  const named = namedSegments(block)
  const isFrame = FRAMES.includes(kind)
  const isMoved = block.moved === true || around.isMoved === true
  const isReshaped = isOtherwise(block) || around.isReshaped === true
  const own: ReportLine[] = isFrame
    ? [{ is: 'block', kind, depth, tone: typeof attrs.tone === 'string' ? attrs.tone : null, title: named }]
    : segments.length > 0 || named.length > 0
      ? [
          {
            ...wordsLine({ kind, depth, segments: [...named, ...segments] }),
            level: kind === 'heading' ? Number(attrs.level ?? 2) : null,
            name: kind === 'field' ? String(attrs.name ?? '') : null,
            isNumbered,
            ...{ isMoved, isReshaped },
          },
        ]
      : []
  // The texts of an entry and the cells of a row are read together.
  const isWhole = block.status === 'added' || block.status === 'removed' || kind === 'entry' || kind === 'row'
  const children = block.children.filter((child) => !child.frameOnly && (!only || isWhole || differs(child)))
  const inside = {
    depth: own.length > 0 || kind === 'list' ? depth + 1 : depth,
    only: isWhole ? undefined : only,
    isNumbered: kind === 'list' ? attrs.style === 'number' : kind === 'steps',
  }
  return [
    ...own,
    ...children.flatMap((child, index) =>
      linesOf(child, own.length === 0 && index === 0 ? { ...inside, isMoved, isReshaped } : inside),
    ),
  ]
}

/** Did something change that is no words? */
function isOtherwise({ attrsBefore = {}, kindBefore, segments }: BlockChange): boolean {
  const others = Object.keys(attrsBefore).filter((name) => name !== 'title' && name !== 'alt')
  return kindBefore !== undefined || others.length > 0 || segments.some(({ formatting }) => formatting)
}

/** Blocks that have a name in files: their parts stand below it. */
const FRAMES: readonly BlockKind[] = ['checklist', 'indicators', 'steps', 'callout', 'legal', 'contact']

function differs(block: BlockChange): boolean {
  return changedItself(block) || block.children.some(differs) || (block.moveSources ?? []).length > 0
}

function namedSegments(block: BlockChange): Segment[] {
  return (['title', 'alt'] satisfies NamedText[]).flatMap((name) => segmentsOfNamed(block, name))
}

function wordsLine(given: { kind: BlockKind; depth: number; segments: Segment[] }): ReportLine & { is: 'words' } {
  return { is: 'words', level: null, name: null, isNumbered: false, isMoved: false, isReshaped: false, ...given }
}
