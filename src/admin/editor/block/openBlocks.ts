import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

/** By editor, the keys of the blocks that are open: a block is shown anew when undo changes it, and stays as it was. */
const open = new WeakMap<LexicalEditor, Set<string>>()

/** Did somebody open this block to edit it? */
export function isOpenIn(editor: LexicalEditor, key: string): boolean {
  return open.get(editor)?.has(key) ?? false
}

/** Remembers whether a block is open, as long as its editor is. */
export function setOpenIn(editor: LexicalEditor, key: string, isNow: boolean): void {
  const keys = open.get(editor) ?? new Set<string>()
  open.set(editor, keys)
  if (isNow) keys.add(key)
  else keys.delete(key)
}
