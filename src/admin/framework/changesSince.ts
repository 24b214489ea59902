import type { Translator } from '@/messages/translate'
import type { WorkingText } from './workingRows'

/** What changed since the last release, in the numbers that the list below shows too; nothing where nothing was taken out. */
export function changesSince({ text, say }: { text: WorkingText; say: Translator }): string {
  const removed = text.removed.length
  return [
    ...(text.changed > 0 || removed === 0 ? [say('admin.frameworks.changed', { count: text.changed })] : []),
    ...(removed > 0 ? [say('admin.framework.removed', { count: removed })] : []),
  ].join(' ')
}
