import type { SectionContent } from '@/domain/section'
import type { ReadContents } from '@/stored/blobs'

/**
 * The content with this hash, which a manifest names. Throws if it is not stored or cannot be read: a page that needs
 * it cannot be made without it.
 */
export function contentIn(contents: ReadContents, hash: string): SectionContent {
  const found = contents.get(hash)
  if (!found) throw new Error(`Blob ${hash} is named by a release and is not stored`)
  if (found instanceof Error) throw found
  return found
}
