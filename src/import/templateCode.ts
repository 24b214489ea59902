import type { Block } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'

/** Liquid and Jinja tags and outputs, and kramdown's attribute lists: code for a site generator, not text. */
const CLOSED_BY = new Map([
  ['{%', '%}'],
  ['{{', '}}'],
  ['{:', '}'],
])

/** A text without its template code. One pass: the end of unclosed code is searched for only once. */
export function textWithoutTemplateCode(value: string): string {
  const closed = new Map(CLOSED_BY)
  const kept: string[] = []
  let done = 0
  for (let at = value.indexOf('{'); at >= 0; at = value.indexOf('{', at)) {
    const open = value.slice(at, at + 2)
    const close = closed.get(open)
    const end = close === undefined ? -1 : value.indexOf(close, at + 2)
    if (close === undefined || end < 0) {
      closed.delete(open)
      at += 1
      continue
    }
    kept.push(value.slice(done, at))
    done = end + close.length
    at = done
  }
  return kept.join('') + value.slice(done)
}

export type WithoutTemplateCode = {
  block: Block | null
  /** Something was left out. */
  isCut: boolean
  /** Template code between words was left in place. */
  isMixed: boolean
}

/** A block without the paragraphs, items and cells that are only template code; null if it contained nothing else. */
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
  const rest = textWithoutTemplateCode(words)
  if (rest === words) return 'none'
  return rest.trim() === '' ? 'only' : 'mixed'
}
