import { type Block, plainTextOf } from '@/domain/richText'

/** Liquid and Jinja tags and outputs, and kramdown's attribute lists: code for a site generator, not text. */
export const TEMPLATE_CODE = /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{:[^}]*\}/g

export type WithoutTemplateCode = {
  block: Block | null
  /** Something was left out. */
  isCut: boolean
  /** Template code stands between words and was left as it is. */
  isMixed: boolean
}

/** A block without the paragraphs, items and cells that are only template code; null where nothing else was in it. */
export function withoutTemplateCode(one: Block): WithoutTemplateCode {
  const own = judge(one)
  const children = one.children.map(withoutTemplateCode)
  const isCut = own === 'only' || children.some((child) => child.isCut)
  const isMixed = own === 'mixed' || children.some((child) => child.isMixed)
  const kept = children.flatMap((child) => (child.block ? [child.block] : []))
  const runs = own === 'only' ? [] : one.runs
  const isEmptyNow = isCut && kept.length === 0 && runs.length === 0
  return { block: isEmptyNow ? null : { ...one, runs, children: kept }, isCut, isMixed }
}

function judge(one: Block): 'none' | 'mixed' | 'only' {
  if (one.runs.some((run) => run.type === 'text' && run.marks.includes('code'))) return 'none'
  const words = plainTextOf(one.runs)
  const rest = words.replace(TEMPLATE_CODE, '')
  if (rest === words) return 'none'
  return rest.trim() === '' ? 'only' : 'mixed'
}
