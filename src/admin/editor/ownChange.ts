import type { SectionChange } from '@/domain/diff/diff'
import { changeInPlace } from '../reading/textChange'
import type { SectionFacts } from './sectionFacts'

/** The country's changes to the common text in this language; null if there are none. */
export function ownChange({ base, content, entry, kind, language, own }: SectionFacts): SectionChange | null {
  if (!base || !own || kind !== 'common') return null
  if (entry.mode !== 'adapt' && entry.mode !== 'supplement') return null
  const change = changeInPlace({ before: base.content, after: content, language })
  return change.counts.changes > 0 ? change : null
}
