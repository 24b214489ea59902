import type { Translator } from '@/messages/translate'
import type { WorkingChanges } from './workingRows'

/**
 * What changed since the last release, with the numbers that the list below also shows; last, what the pages say about
 * the toolkit.
 */
export function changesInWords({ text, say }: { text: WorkingChanges; say: Translator }): string {
  const removed = text.removed.length
  const isAboutOnly = text.changed === 0 && text.about.length > 0
  return [
    ...(text.changed > 0 || (removed === 0 && !isAboutOnly)
      ? [say('admin.frameworks.changed', { count: text.changed })]
      : []),
    ...(removed > 0 ? [say('admin.framework.removed', { count: removed })] : []),
    ...(text.about.length > 0 ? [say('admin.framework.about-changed')] : []),
  ].join(' ')
}
