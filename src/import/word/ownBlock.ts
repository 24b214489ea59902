import type { WordCell, WordNode, WordParagraph, WordRow, WordTable } from 'mammoth/lib/docx/docx-reader.js'
import { isBlockKind, isOfForm, type KindOf, rowOf, TONES, WEIGHTS } from '@/domain/richText/blockKinds'
import { type Attributes, type Block, block, type Run, text } from '@/domain/richText/richText'
import { wordsOfOwnStyle } from './ownStyles'

type Given = {
  table: WordTable
  /** Reads the content of a cell as a text. */
  blocksIn: (nodes: WordNode[]) => Block[]
  wordsIn: (paragraph: WordParagraph) => string
}

/**
 * The block that a table stands for in a file that we wrote: a box, a list of entries, or named texts. The styles of its
 * labels say which, so rows that were added, moved or removed in Word are read too. Null for any other table.
 */
export function ownBlock({ table, blocksIn, wordsIn }: Given): Block | null {
  const rows = childrenOfType(table, 'tableRow').map((row: WordRow) => childrenOfType(row, 'tableCell'))
  const first = rows[0]?.[0]
  const [box, tone] = (first && wordsOfCell(first)[0]) ?? []
  if (first && box === 'box') return boxOf({ rows, tone, blocksIn, wordsIn })
  const checks = rows.filter((cells) => cells[0] && hasStyle(cells[0], 'check'))
  if (checks.length > 0) return entriesOf({ kind: 'checklist', rows, labels: ['', 'text'], wordsIn })
  const labelled = rows.find((cells) => cells.some((cell) => labelOf(cell) !== null))
  const label = labelled?.map(labelOf).find((one) => one !== null)
  if (!labelled || !label || !isBlockKind(label.kind)) return null
  if (isOfForm(label.kind, 'record')) return recordOf({ kind: label.kind, rows, wordsIn })
  if (!isOfForm(label.kind, 'entries')) return null
  const labels = labelled.map((cell) => labelOf(cell)?.field ?? '')
  return entriesOf({ kind: label.kind, rows: rows.filter((cells) => cells !== labelled), labels, wordsIn })
}

type Rows = WordCell[][]

function boxOf({
  rows,
  tone,
  blocksIn,
  wordsIn,
}: Pick<Given, 'blocksIn' | 'wordsIn'> & { rows: Rows; tone: string | undefined }): Block {
  const nodes = rows.flat().flatMap(({ children }) => children)
  const isTitle = (node: WordNode) => isParagraph(node) && styleOf(node).join(' ') === 'box title'
  const isLabel = (node: WordNode) => isParagraph(node) && styleOf(node)[0] === 'box' && !isTitle(node)
  const title = nodes.filter(isParagraph).filter(isTitle).map(wordsIn).join(' ').trim()
  const known = TONES.find((one) => one === tone) ?? 'important'
  const attrs: Attributes = title === '' ? { tone: known } : { tone: known, title }
  return block('callout', { attrs, children: blocksIn(nodes.filter((node) => !isTitle(node) && !isLabel(node))) })
}

type Entries = { kind: KindOf<'entries'>; rows: Rows; labels: string[] } & Pick<Given, 'wordsIn'>

function entriesOf({ kind, rows, labels, wordsIn }: Entries): Block {
  const titles = rows.filter((cells) => cells[0] && hasStyle(cells[0], 'title'))
  const title = titles.flat().flatMap(paragraphsIn).map(wordsIn).join(' ').trim()
  const entries = rows.filter((cells) => !titles.includes(cells)).map((cells) => entryOf({ cells, labels, wordsIn }))
  return block(kind, { attrs: title === '' ? {} : { title }, children: entries })
}

function entryOf({ cells, labels, wordsIn }: { cells: WordCell[]; labels: string[] } & Pick<Given, 'wordsIn'>): Block {
  const weight = cells.flatMap(wordsOfCell).find(([first]) => first === 'weight')?.[1]
  const fields = cells.flatMap((cell, index) => {
    const paragraphs = paragraphsIn(cell).filter(
      (one) => !['weight', 'check', 'number'].includes(styleOf(one)[0] ?? ''),
    )
    const notes = paragraphs.filter((one) => styleOf(one)[0] === 'note')
    const others = paragraphs.filter((one) => !notes.includes(one))
    const label = labels[index]
    return [
      ...(label && label !== 'weight' ? [fieldOf(label, others, wordsIn)] : strays(others, wordsIn)),
      ...(notes.length > 0 ? [fieldOf('note', notes, wordsIn)] : []),
    ]
  })
  const known = WEIGHTS.find((one) => one === weight)
  return block('entry', { attrs: known ? { weight: known } : {}, children: fields })
}

/** Words where nothing belongs, as in a column that somebody added: they go into the note. */
function strays(paragraphs: WordParagraph[], wordsIn: Given['wordsIn']): Block[] {
  return paragraphs.some((one) => wordsIn(one) !== '') ? [fieldOf('note', paragraphs, wordsIn)] : []
}

function recordOf({ kind, rows, wordsIn }: { kind: KindOf<'record'>; rows: Rows } & Pick<Given, 'wordsIn'>): Block {
  const fields = rows.flatMap((cells) => {
    const label = cells.map(labelOf).find((one) => one !== null)
    const values = cells.filter((cell) => labelOf(cell) === null).flatMap(paragraphsIn)
    if (label && rowOf(kind).fields?.includes(label.field)) return [fieldOf(label.field, values, wordsIn)]
    return strays(cells.flatMap(paragraphsIn), wordsIn)
  })
  return block(kind, { children: fields })
}

function fieldOf(name: string, paragraphs: WordParagraph[], wordsIn: Given['wordsIn']): Block {
  const lines = paragraphs.map(wordsIn).filter((line) => line !== '')
  const runs: Run[] = lines.length === 0 ? [] : [text(lines.join('\n'))]
  return block('field', { attrs: { name }, runs })
}

/** The field that the label of a row or a column names. */
function labelOf(cell: WordCell): { kind: string; field: string } | null {
  const [is, kind, field] = wordsOfCell(cell).find(([first]) => first === 'label') ?? []
  return is && kind && field ? { kind, field } : null
}

function hasStyle(cell: WordCell, first: string): boolean {
  return wordsOfCell(cell).some((words) => words[0] === first)
}

function wordsOfCell(cell: WordCell): string[][] {
  return paragraphsIn(cell).map(styleOf)
}

/** All paragraphs of a cell, also those of lists and tables in it: its text is plain. */
function paragraphsIn(cell: WordCell): WordParagraph[] {
  const inside = (node: WordNode): WordParagraph[] =>
    isParagraph(node) ? [node] : 'children' in node ? node.children.flatMap(inside) : []
  return cell.children.flatMap(inside)
}

function isParagraph(node: WordNode): node is WordParagraph {
  return node.type === 'paragraph'
}

function styleOf({ styleName }: WordParagraph): string[] {
  return wordsOfOwnStyle(styleName) ?? []
}

function childrenOfType<Type extends WordNode['type']>(
  { children }: { children: WordNode[] },
  type: Type,
): Extract<WordNode, { type: Type }>[] {
  return children.filter((child): child is Extract<WordNode, { type: Type }> => child.type === type)
}
