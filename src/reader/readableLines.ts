import { asText, type StoredDocument } from '@/stored/parse'
import { parseHead, type ReleaseHead } from '@/stored/release'

/**
 * A line (a toolkit's common framework or one national version) with a publication that cannot be read: which of its
 * texts is the newest is not known, so none of them is shown.
 */
export type LineApart = {
  /** The toolkit's part of addresses. */
  slug: string
  country: string
  /** Its withdrawals that can be read: those hold whatever the others say. */
  withdrawals: readonly ReleaseHead[]
}

export type ReadableLines = {
  /** The publications of all lines that can be read completely. */
  heads: ReleaseHead[]
  apart: LineApart[]
  /** For each document by its id, why it cannot be read; null if it can. */
  faults: ReadonlyMap<string, Error | null>
  /** Why one cannot be read that does not even name its line: any text could be outdated. */
  unnamed?: Error
}

/**
 * Publications as they are stored, read one by one: one that cannot be read sets its line apart, and no other.
 */
export function readableLines(documents: readonly StoredDocument[]): ReadableLines {
  const read = documents.map((document) => ({ document, head: headOrFault(document) }))
  const heads = read.flatMap(({ head }) => (head instanceof Error ? [] : [head]))
  let unnamed: Error | undefined
  const apart = new Map<string, LineApart>()
  for (const { document, head } of read) {
    if (!(head instanceof Error)) continue
    const [slug, country] = [asText(document.slug), asText(document.country)]
    if (slug === '' || country === '') {
      unnamed = head
      continue
    }
    const isWithdrawal = (one: ReleaseHead) => isOf({ slug, country }, one) && one.kind === 'withdrawal'
    apart.set(JSON.stringify([slug, country]), { slug, country, withdrawals: heads.filter(isWithdrawal) })
  }
  const lines = [...apart.values()]
  return {
    heads: heads.filter((head) => !lines.some((line) => isOf(line, head))),
    apart: lines,
    faults: new Map(read.map(({ document, head }) => [String(document.id), head instanceof Error ? head : null])),
    ...(unnamed ? { unnamed } : {}),
  }
}

function isOf({ slug, country }: Pick<LineApart, 'slug' | 'country'>, head: ReleaseHead): boolean {
  return head.about.slug === slug && head.country === country
}

function headOrFault(document: StoredDocument): ReleaseHead | Error {
  try {
    return parseHead(document)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
