import type { ImportedSection } from '@/domain/importing'
import { canonicalRichText, canonicalRuns } from '@/domain/richText/canonical'
import type { Block, Run } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { cleanText } from './cleanRuns'
import type { Piece, PieceRole, ReadFile } from './piece'

/** Was the file written by us, so that it says where its sections begin? */
export function hasMarks({ pieces }: ReadFile): boolean {
  return pieces.some(({ role }) => role?.is === 'section')
}

/**
 * The sections of a Word file that we wrote: a section begins at each title that has its mark, and at each new heading that
 * stands no deeper than the title above it. All other headings belong to the text. Words before the first title stay: they are
 * put into the first section. An addition goes on below a new heading that stands in it.
 */
export function cutAtMarks({ pieces }: ReadFile): ImportedSection[] {
  const sections: { level: number; title: Piece; pieces: Piece[] }[] = []
  const before: Piece[] = []
  let start: Piece | null = null
  for (const piece of pieces) {
    const last = sections.at(-1)
    const { block, role } = piece
    const level = Number(block.attrs.level)
    const isNew = block.kind === 'heading' && last !== undefined && level <= last.level
    if (role?.is === 'addition-start') start = { source: piece.source, block, role }
    if (role?.is === 'addition-end' || role?.is === 'section') start = null
    if (role?.is === 'section' || isNew) sections.push({ level, title: piece, pieces: start ? [start] : [] })
    else (last?.pieces ?? before).push(piece)
  }
  sections[0]?.pieces.unshift(...before)
  const levels: number[] = []
  return sections.map(({ level, title, pieces: own }) => {
    while (levels.length > 0 && (levels.at(-1) ?? 0) >= level) levels.pop()
    levels.push(level)
    return sectionOf({ depth: levels.length, level, title, pieces: own })
  })
}

type Cut = { depth: number; level: number; title: Piece; pieces: Piece[] }

function sectionOf({ depth, level, title, pieces }: Cut): ImportedSection {
  const ofRole = (is: PieceRole['is']) => pieces.filter(({ role }) => role?.is === is)
  const summary = ofRole('summary').map(({ block }) => cleanText(plainTextOf(block.runs)))
  const { body, addition, at } = apart(pieces.filter(({ role }) => role?.is !== 'summary'))
  const inText = (some: Piece[]) => canonicalRichText(some.map(({ block }) => inSection(block, level)))
  return {
    source: title.source,
    depth,
    title: cleanText(plainTextOf(title.block.runs.filter(({ type }) => type !== 'footnote'))),
    ...(title.role ? {} : titleRunsOf(title.block.runs)),
    ...(summary.length > 0 ? { summary: summary.join('\n') } : {}),
    body: inText(body),
    ...(title.role?.is === 'section' && title.role.mark ? { mark: title.role.mark } : {}),
    ...(addition.length > 0 ? { added: { blocks: inText(addition), at } } : {}),
    ...commentsOn([title, ...pieces]),
  }
}

/** The runs of a heading, if they are more than words. */
export function titleRunsOf(runs: Run[]): Pick<ImportedSection, 'titleRuns'> {
  const isPlain = runs.every((run) => run.type === 'text' && run.marks.length === 0 && run.link === undefined)
  return isPlain ? {} : { titleRuns: canonicalRuns(runs) }
}

/** What people wrote beside these pieces. */
export function commentsOn(pieces: readonly Piece[]): Pick<ImportedSection, 'comments'> {
  const comments = pieces.flatMap((piece) => piece.comments ?? [])
  return comments.length > 0 ? { comments } : {}
}

/** The text and the addition; an end that was removed in the file lets the addition go on to the end of the section. */
function apart(pieces: Piece[]): { body: Piece[]; addition: Piece[]; at: number } {
  const start = pieces.findIndex(({ role }) => role?.is === 'addition-start')
  if (start < 0) return { body: pieces.filter(isText), addition: [], at: 0 }
  const end = pieces.findIndex(({ role }, index) => index > start && role?.is === 'addition-end')
  const after = end < 0 ? [] : pieces.slice(end + 1)
  const before = pieces.slice(0, start).filter(isText)
  return {
    body: [...before, ...after.filter(isText)],
    addition: pieces.slice(start + 1, end < 0 ? undefined : end).filter(isText),
    at: before.length,
  }
}

function isText({ role }: Piece): boolean {
  return role?.is !== 'addition-start' && role?.is !== 'addition-end'
}

/** Headings in a text begin at level 2, below its title, whatever level that has in the file. */
function inSection(block: Block, level: number): Block {
  if (block.kind !== 'heading') return { ...block, children: block.children.map((child) => inSection(child, level)) }
  const own = Number(block.attrs.level) - level + 1
  return { ...block, attrs: { ...block.attrs, level: Math.max(2, Math.min(6, own)) } }
}
