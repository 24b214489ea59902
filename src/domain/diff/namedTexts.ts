import { TEXT_ATTRIBUTES } from '../richText/blockKinds'
import type { BlockChange, Segment } from './change'
import { diffText } from './diffWords'

/** An attribute that holds a text for readers. */
export type NamedText = (typeof TEXT_ATTRIBUTES)[number]

/** What changed in the title and the description of a block; null if nothing did. */
export function namedChanges({
  attrs,
  attrsBefore,
}: Pick<BlockChange, 'attrs' | 'attrsBefore'>): BlockChange['named'] | null {
  const changed = TEXT_ATTRIBUTES.flatMap((name): [NamedText, Segment[]][] => {
    const before = attrsBefore?.[name]
    if (before === undefined) return []
    return [[name, diffText({ before: String(before ?? ''), after: String(attrs[name] ?? '') }).segments]]
  })
  return changed.length > 0 ? Object.fromEntries(changed) : null
}

/** The words of a title or a description on both sides. */
export function segmentsOfNamed({ status, attrs, named }: BlockChange, name: NamedText): Segment[] {
  const text = String(attrs[name] ?? '')
  const whole = status === 'added' || status === 'removed' ? status : 'same'
  return named?.[name] ?? (text === '' ? [] : [{ status: whole, text, marks: [] }])
}
