/** A merge by line: clean lines, and conflicts with the lines of all three sides. */
export type LineMerge = { parts: (string[] | LineConflict)[] }
export type LineConflict = { base: string[]; ours: string[]; theirs: string[] }

export function conflictsIn({ parts }: LineMerge): LineConflict[] {
  return parts.flatMap((part) => (Array.isArray(part) ? [] : [part]))
}

/** Reads what `git merge-file --diff3` wrote. */
export function parseMerge({ output, markerSize }: { output: string; markerSize: number }): LineMerge {
  const isMarker = (line: string, sign: string): boolean => {
    const marker = sign.repeat(markerSize)
    return line === marker || line.startsWith(`${marker} `)
  }
  const parts: LineMerge['parts'] = []
  let clean: string[] = []
  let conflict: LineConflict | null = null
  let side: keyof LineConflict = 'ours'
  for (const line of output.split('\n')) {
    if (isMarker(line, '<')) {
      parts.push(clean)
      clean = []
      conflict = { base: [], ours: [], theirs: [] }
      side = 'ours'
    } else if (conflict && isMarker(line, '|')) side = 'base'
    else if (conflict && isMarker(line, '=')) side = 'theirs'
    else if (conflict && isMarker(line, '>')) {
      parts.push(conflict)
      conflict = null
    } else if (conflict) conflict[side].push(line)
    else clean.push(line)
  }
  return { parts: [...parts, clean].filter((part) => !Array.isArray(part) || part.length > 0) }
}
