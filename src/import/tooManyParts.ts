import type { ImportedSection } from '@/domain/importing'
import type { Refusal } from '@/domain/refusal'
import type { RichText } from '@/domain/richText/richText'
import { MAX_PARTS, MAX_PARTS_OF_SECTION } from './limits'

/** Why a document is too long to be compared with the toolkit, and where; null if it is not. */
export function tooManyParts(sections: readonly ImportedSection[]): { reason: Refusal; source: string } | null {
  let all = 0
  for (const { title, source, body } of sections) {
    const count = partsIn(body)
    if (count > MAX_PARTS_OF_SECTION) {
      const params = { title, count, limit: MAX_PARTS_OF_SECTION }
      return { reason: { key: 'import.section-too-long', params }, source }
    }
    all += count
  }
  return all <= MAX_PARTS
    ? null
    : { reason: { key: 'import.document-too-long', params: { count: all, limit: MAX_PARTS } }, source: '' }
}

/** How many blocks, and runs of one format in them, a text has. */
export function partsIn(blocks: RichText): number {
  return blocks.reduce((count, { runs, children }) => count + 1 + runs.length + partsIn(children), 0)
}
