import type { Check, Conflict, MergedBlock, MergedNode } from '@/domain/merge/merge'
import { isListOfParts } from '@/domain/richText/blockKinds'
import type { Attributes, Block, RichText } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { onVersion, type Version } from '@/domain/richText/versions'
import { textOf } from '@/domain/richText/walk'

/** A part of a merged text: merged, to be checked, or in conflict. */
export type MergedPart =
  | { is: 'text'; blocks: RichText }
  | { is: 'check'; check: Check; blocks: RichText }
  | { is: 'conflict'; conflicts: Conflict[]; base: RichText; ours: RichText; theirs: RichText }

type Given = { nodes: readonly MergedNode[]; conflicts: readonly Conflict[]; checks: readonly Check[] }

/**
 * A merged text divided at conflicts and checks: the smallest parts that can be read separately (a paragraph, a list
 * item, a table row), in order. Together the parts contain everything.
 */
export function mergedParts({ nodes, conflicts, checks }: Given): MergedPart[] {
  const known = new Map(conflicts.map((conflict) => [conflict.id, conflict]))
  const open = [...checks]
  const parts: MergedPart[] = []
  // The remaining blocks of what both added in one place, which can be several.
  let rest: string | null = null
  let frameAbove: MergedBlock | null = null
  const put = (part: MergedPart, within: MergedBlock | null): void => {
    const above = parts.at(-1)
    if (part.is !== 'text' || above?.is !== 'text') parts.push(part)
    else if (within && within === frameAbove) above.blocks = joined({ above: above.blocks, below: part.blocks })
    else above.blocks.push(...part.blocks)
    frameAbove = within
  }
  const visit = (node: MergedNode, within: MergedBlock | null, index: number): void => {
    const isUnsettled = idsIn(node).length > 0
    if (node.kind !== 'conflict' && within === null && (isUnsettled || findCheck(node, open)) && isOfUnits(node)) {
      node.children.forEach((child, place) => {
        visit(child, node, place)
      })
      return
    }
    const framed = (blocks: RichText): RichText => frame({ blocks, within, index })
    if (isUnsettled) {
      const found = [...new Set(idsIn(node))].flatMap((id) => known.get(id) ?? [])
      const on = (version: Version): RichText => framed(onVersion([node], version))
      put({ is: 'conflict', conflicts: found, base: on('base'), ours: on('ours'), theirs: on('theirs') }, within)
      return
    }
    const blocks = framed(onVersion([node], 'ours'))
    const said = blocks.map((block) => textOf([block])).join('\n')
    const above = parts.at(-1)
    if (above?.is === 'check' && rest !== null && startsWithLines(rest, said)) {
      above.blocks.push(...blocks)
      rest = rest.slice(said.length + 1)
      return
    }
    const check = findCheck(node, open)
    rest = check ? check.text.slice(said.length + 1) : null
    if (!check) put({ is: 'text', blocks }, within)
    else {
      open.splice(open.indexOf(check), 1)
      put({ is: 'check', check, blocks }, within)
    }
  }
  for (const node of nodes) visit(node, null, 0)
  return parts
}

/** Blocks whose children can each be read alone. */
function isOfUnits({ kind, runs, disputed = [] }: MergedBlock): boolean {
  return isListOfParts(kind) && runs.length === 0 && disputed.length === 0
}

/** An item in its list, with its number. */
function frame({ blocks, within, index }: { blocks: RichText; within: MergedBlock | null; index: number }): RichText {
  if (!within || blocks.length === 0) return blocks
  const { id, kind, attrs } = within
  const isNumbered = kind === 'list' && attrs.style === 'number'
  const numbered: Attributes = isNumbered ? { ...attrs, start: Number(attrs.start ?? 1) + index } : attrs
  return [{ id, kind, attrs: numbered, runs: [], children: blocks }]
}

/** Consecutive items of one list are put into one list again. */
function joined({ above, below }: { above: RichText; below: RichText }): RichText {
  const last = above.at(-1)
  const children = below.flatMap((one) => one.children)
  return last ? [...above.slice(0, -1), { ...last, children: [...last.children, ...children] }] : below
}

/** The conflicts in a node, in order. */
function idsIn(node: MergedNode): string[] {
  if (node.kind === 'conflict') {
    return [node.id, ...[...node.base, ...node.ours, ...node.theirs].flatMap(idsIn)]
  }
  const runs = node.runs.flatMap((run) => (run.type === 'conflict' ? [run.id] : []))
  const values = (node.disputed ?? []).map(({ id }) => id)
  return [...values, ...runs, ...node.children.flatMap(idsIn)]
}

/** The check that is about this block or one inside it, or that begins with it. */
function findCheck(node: MergedNode, checks: readonly Check[]): Check | undefined {
  const texts = new Set(onVersion([node], 'ours').flatMap(textsIn))
  return checks.find(({ text }) => [...texts].some((one) => startsWithLines(text, one)))
}

function startsWithLines(text: string, lines: string): boolean {
  return lines !== '' && (text.trim() === lines.trim() || text.startsWith(`${lines}\n`))
}

function textsIn(block: Block): string[] {
  return [textOf([block]), plainTextOf(block.runs), ...block.children.flatMap(textsIn)]
}
