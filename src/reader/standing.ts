import { standingOf as standingOfLine, withdrawalOf } from '@/domain/standing'
import type { ReleaseHead } from '@/stored/release'

/** Whether a release is the one to use, and what to say if it is not. */
export type Standing =
  | { is: 'newest' }
  | { is: 'older'; newest: ReleaseHead }
  | { is: 'withdrawn'; withdrawal: ReleaseHead; newest?: ReleaseHead }
  /** It was followed by a withdrawal, and nothing is to be used at present. */
  | { is: 'before-withdrawn'; withdrawal: ReleaseHead; newest?: undefined }

/** The publications of one country in the order of their numbers, and which of them counts now. */
export type Publications = {
  /** Every release that was ever published, oldest first. */
  releases: ReleaseHead[]
  withdrawals: ReleaseHead[]
  /** The release to use; missing if the version is withdrawn or was never published. */
  newest?: ReleaseHead
  /** The current withdrawal. */
  withdrawn?: ReleaseHead
}

/**
 * Sorts what a country published. The last one counts: after a withdrawal nothing is to be used until a new release.
 */
export function publicationsOf(heads: readonly ReleaseHead[]): Publications {
  const ordered = [...heads].sort((a, b) => a.seq - b.seq)
  const { inUse, withdrawal } = standingOfLine(ordered.toReversed())
  return {
    releases: ordered.filter((head) => head.kind === 'release'),
    withdrawals: ordered.filter((head) => head.kind === 'withdrawal'),
    newest: inUse ?? undefined,
    withdrawn: withdrawal ?? undefined,
  }
}

/** What to say about one release among all of its country. */
export function standingOf(head: ReleaseHead, { newest, withdrawn, withdrawals }: Publications): Standing {
  if (newest?.seq === head.seq) return { is: 'newest' }
  const withdrawal = withdrawalOf(head, withdrawals)
  if (withdrawal) return { is: 'withdrawn', withdrawal, newest }
  if (withdrawn) return { is: 'before-withdrawn', withdrawal: withdrawn }
  return newest ? { is: 'older', newest } : { is: 'newest' }
}

/** The standing of every release of a country, by its number. */
export function standingsOf(heads: readonly ReleaseHead[]): Map<number, Standing> {
  const publications = publicationsOf(heads)
  return new Map(publications.releases.map((head) => [head.seq, standingOf(head, publications)]))
}
