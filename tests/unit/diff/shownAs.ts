import { type BlockChange, diffRichText, diffText, type Segment } from '@/domain/diff/diff'
import type { BlockKind } from '@/domain/richText/blockKinds'
import { type Attributes, type Block, block, type RichText, text } from '@/domain/richText/richText'

/** A difference of words on one line: “the [-old-][+new+] law”. */
export function wordsShown(before: string, after: string): string {
  return segmentsShown(diffText({ before, after }).segments)
}

/** `{was→is}` after a text whose format changed. */
export function segmentsShown(segments: Segment[]): string {
  return segments
    .map(({ status, text: words, object, marks, link, formatting }) => {
      const shown =
        object === 'footnote' ? `(note: ${words})` : object === 'break' ? '⏎' : object === 'end' ? '¶' : words
      const look = (one: { marks: string[]; link?: string }) =>
        [...one.marks, ...(one.link ? [one.link] : [])].join('+')
      const format = formatting ? `{${look(formatting)}→${look({ marks, ...(link ? { link } : {}) })}}` : ''
      return status === 'same' ? `${shown}${format}` : status === 'added' ? `[+${shown}+]` : `[-${shown}-]`
    })
    .join('')
    .replaceAll('+][+', '')
    .replaceAll('-][-', '')
}

/** A difference of blocks, one line each, indented: status, kind and words. */
export function blocksShown(before: RichText, after: RichText): string[] {
  const { blocks } = diffRichText({ before, after })
  const lines: string[] = []
  const visit = (change: BlockChange, depth: number): void => {
    if (change.frameOnly) return
    const { status, moved, kind, kindBefore, attrsBefore } = change
    const was = kindBefore ? `${kindBefore}→` : ''
    const words = segmentsShown(change.segments)
    const attrs = attrsBefore ? ` ${JSON.stringify(attrsBefore)}` : ''
    lines.push(
      `${'  '.repeat(depth)}${status}${moved ? ' moved' : ''} ${was}${kind}${attrs}${words ? `: ${words}` : ''}`,
    )
    for (const child of change.children) visit(child, depth + 1)
  }
  for (const change of blocks) visit(change, 0)
  return lines
}

export function words(kind: BlockKind, value: string, attrs: Attributes = {}, id = ''): Block {
  return block(kind, { runs: [text(value)], attrs, id })
}

export function p(value: string, id = ''): Block {
  return words('paragraph', value, {}, id)
}

export function heading(value: string, level = 2): Block {
  return words('heading', value, { level })
}

export function list(...items: (string | Block)[]): Block {
  return block('list', {
    attrs: { style: 'bullet' },
    children: items.map((one) => (typeof one === 'string' ? words('item', one) : one)),
  })
}

/** A table whose first row is the header. */
export function table(...rows: string[][]): Block {
  const cell = (value: string, isHead: boolean) =>
    block('cell', { attrs: isHead ? { header: true } : {}, children: value === '' ? [] : [p(value)] })
  return block('table', {
    children: rows.map((cells, row) => block('row', { children: cells.map((value) => cell(value, row === 0)) })),
  })
}

export function fields(kind: BlockKind, values: Record<string, string>, attrs: Attributes = {}): Block {
  const children = Object.entries(values).map(([name, value]) => words('field', value, { name }))
  return block(kind, { attrs, children })
}
