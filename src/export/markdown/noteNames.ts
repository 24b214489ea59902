import type { NodeInVersions } from '@/domain/richText/versions'

/** The name of a note by its text, and the requested names, in that order. */
export type NoteNames = ((note: string) => string) & { used: () => ReadonlyMap<string, string> }

/**
 * Numbers for notes, in the order of the text; equal notes share one; a number that the text itself uses as a name is
 * skipped.
 */
export function noteNames(notes: readonly string[], taken: string): NoteNames {
  const names = new Map<string, string>()
  const inText = new Set([...taken.matchAll(/\[\^(\d+)\]/g)].map(([, name]) => name))
  let number = 0
  for (const note of notes) {
    if (names.has(note)) continue
    do number++
    while (inText.has(String(number)))
    names.set(note, String(number))
  }
  return Object.assign((note: string): string => names.get(note) ?? '', { used: () => names })
}

/** The texts of all notes, in order. */
export function notesOf(nodes: readonly NodeInVersions[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.kind === 'conflict') return [...notesOf(node.ours), ...notesOf(node.base), ...notesOf(node.theirs)]
    const runs = node.runs.flatMap((run) =>
      run.type === 'conflict' ? [...run.ours, ...run.base, ...run.theirs] : [run],
    )
    return [...runs.flatMap((run) => (run.type === 'footnote' ? [run.text] : [])), ...notesOf(node.children)]
  })
}
