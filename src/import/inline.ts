import { type Block, block, type Run } from '@/domain/richText/richText'
import { cleanRuns } from './cleanRuns'

/** The content of a line of a document: runs, and pictures, which are separate blocks in our texts. */
export type Inline = Run | { type: 'picture'; picture: Block }

export type Split = { blocks: Block[]; hasTextAndPicture: boolean }

/**
 * A line as blocks: its text as blocks of the given kind, each picture as a block in its place. An empty line gives
 * nothing.
 */
export function splitAtPictures({ inlines, kind }: { inlines: Inline[]; kind: 'paragraph' | 'quote' }): Split {
  const blocks: Block[] = []
  let runs: Run[] = []
  const flush = (): void => {
    const clean = cleanRuns(runs)
    if (clean.length > 0) blocks.push(block(kind, { runs: clean }))
    runs = []
  }
  for (const inline of inlines) {
    if (inline.type === 'picture') {
      flush()
      blocks.push(inline.picture)
    } else runs.push(inline)
  }
  flush()
  const pictures = blocks.filter((one) => one.kind === 'image').length
  return { blocks, hasTextAndPicture: pictures > 0 && pictures < blocks.length }
}

/** Text and pictures of a line apart. */
export function takeApart(inlines: Inline[]): { runs: Run[]; pictures: Block[] } {
  const runs: Run[] = []
  const pictures: Block[] = []
  for (const inline of inlines) {
    if (inline.type === 'picture') pictures.push(inline.picture)
    else runs.push(inline)
  }
  return { runs: cleanRuns(runs), pictures }
}

/** Several paragraphs in a place for one line of runs (list items, quotes): an empty line between them. */
export function joinParagraphs(paragraphs: Run[][]): Run[] {
  const result: Run[] = []
  for (const runs of paragraphs) {
    if (runs.length === 0) continue
    if (result.length > 0) result.push({ type: 'break' }, { type: 'break' })
    result.push(...runs)
  }
  return result
}

/** Runs as plain text, in which an address that the words do not show follows them in brackets. */
export function plainTextWithAddresses(runs: Run[]): string {
  const parts = runs.map((run, index) => {
    if (run.type === 'break') return ' '
    if (run.type === 'footnote') return ` (${run.text})`
    const next = runs[index + 1]
    const isEndOfLink = run.link !== undefined && !(next?.type === 'text' && next.link === run.link)
    if (!isEndOfLink || run.link === undefined) return run.text
    const address = run.link.replace(/^(mailto|tel):/, '')
    return address.startsWith('#') || run.text.includes(address) ? run.text : `${run.text} (${address})`
  })
  return parts
    .join('')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
}
