/** What a run did, by name. */
export type Tally = { add: (what: string, count?: number) => void; lines: () => string[]; of: (what: string) => number }

export function tally(): Tally {
  const counts = new Map<string, number>()
  return {
    add: (what, count = 1) => counts.set(what, (counts.get(what) ?? 0) + count),
    lines: () => [...counts].map(([what, count]) => `${what}: ${count}`).toSorted(),
    of: (what) => counts.get(what) ?? 0,
  }
}

/** Something was lost or wrongly stored. `problems` say what and where. */
export class Lost extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}
