import type { Application, Fields } from '../setup/application'

/** What is stored, as one hash for each collection: two that are equal hold the same documents. */
export async function fingerprint({ payload }: Application): Promise<Record<string, string>> {
  const answer: Fields = (await payload.db.connection.db?.command({ dbHash: 1 })) ?? {}
  return Object(answer.collections)
}

/** The collections in which something is different. */
export function changedBetween(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name]).sort()
}
