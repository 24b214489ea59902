import type { Application, Fields } from '../setup/application'

/** A hash of each stored collection: equal hashes mean equal documents. */
export async function fingerprint({ payload }: Application): Promise<Record<string, string>> {
  const answer: Fields = (await payload.db.connection.db?.command({ dbHash: 1 })) ?? {}
  return Object(answer.collections)
}

/** The collections that differ. */
export function changedBetween(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name]).sort()
}
