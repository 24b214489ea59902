import { type MergedNode, mergeRichText } from '@/domain/merge/merge'
import type { RichText, Run } from '@/domain/richText/richText'

/** The merged text, one line for each block; conflicts as <base|ours|theirs>. */
export function shown(base: RichText, ours: RichText, theirs: RichText): string[] {
  return mergeRichText({ base, ours, theirs }).nodes.flatMap(linesOf)
}

/** One merged block: a line for itself and for each block in it. */
export function linesOf(node: MergedNode): string[] {
  if (node.kind === 'conflict') {
    const side = (nodes: MergedNode[]) => nodes.flatMap(linesOf).join(' / ')
    return [`<${side(node.base)}|${side(node.ours)}|${side(node.theirs)}>`]
  }
  const plain = (runs: Run[]) =>
    runs.map((run) => (run.type !== 'text' ? `(${run.type})` : `${run.text}${look(run.marks, run.link)}`)).join('')
  const own = node.runs
    .map((run) =>
      run.type === 'conflict' ? `<${plain(run.base)}|${plain(run.ours)}|${plain(run.theirs)}>` : plain([run]),
    )
    .join('')
  const values = (node.disputed ?? []).map((one) => ` {${one.name}: ${one.base}|${one.ours}|${one.theirs}}`).join('')
  const kind = node.kind === 'paragraph' ? '' : `${node.kind}: `
  return [`${kind}${own}${values}`, ...node.children.flatMap(linesOf).map((line) => `  ${line}`)]
}

function look(marks: string[], link: string | undefined): string {
  const all = [...marks, ...(link ? [link] : [])]
  return all.length > 0 ? `{${all.join()}}` : ''
}
