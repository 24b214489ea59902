import { type About, MASTER } from '@/domain/release'
import type { ReleaseHead } from '@/stored/release'
import type { LineApart } from './readableLines'
import type { ReaderCountry, ReaderToolkit } from './records'

/** The common framework takes the place of a country, and has no name except in our messages. */
export const COMMON_FRAMEWORK: ReaderCountry = { code: MASTER, name: {} }

/**
 * What is known about the common framework of one toolkit: all its publications, or only withdrawals if it cannot be
 * read completely. A version that is based on withdrawn text says so in any case.
 */
export function commonHeadsOf({
  heads,
  apart,
}: {
  heads: readonly ReleaseHead[]
  apart: readonly LineApart[]
}): ReleaseHead[] {
  const withdrawals = apart.filter(({ country }) => country === MASTER).flatMap((line) => line.withdrawals)
  return [...heads.filter(({ country }) => country === MASTER), ...withdrawals]
}

/** The toolkit as a release describes it. */
export function toolkitOf({ toolkit, about }: { toolkit: string; about: About }): ReaderToolkit {
  const { country: _, ...said } = about
  return { id: toolkit, ...said }
}

/** The country as a release names it; the common framework takes the place of a country. */
export function countryOf({ country, about }: { country: string; about: About }): ReaderCountry {
  return country === MASTER ? COMMON_FRAMEWORK : { code: country, name: about.country }
}

/**
 * Every toolkit with a publication, in the order of their addresses, each as the newest release of its common framework
 * describes it (or the newest of any country, if that has none).
 */
export function toolkitsIn(heads: readonly ReleaseHead[]): ReaderToolkit[] {
  const newest = new Map<string, ReleaseHead>()
  for (const head of heads) {
    const known = newest.get(head.toolkit)
    if (!known || isSaidAfter(head, known)) newest.set(head.toolkit, head)
  }
  return [...newest.values()].map(toolkitOf).sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

function isSaidAfter(head: ReleaseHead, known: ReleaseHead): boolean {
  if ((head.country === MASTER) !== (known.country === MASTER)) return head.country === MASTER
  return head.country === known.country ? head.seq > known.seq : head.publishedAt > known.publishedAt
}

/** Every country that has published something, as its newest release names it; in the order of their codes. */
export function countriesIn(heads: readonly ReleaseHead[]): ReaderCountry[] {
  const newest = new Map<string, ReleaseHead>()
  for (const head of heads.filter(({ country }) => country !== MASTER)) {
    const known = newest.get(head.country)
    if (!known || head.publishedAt > known.publishedAt) newest.set(head.country, head)
  }
  return [...newest.values()].map(countryOf).sort((a, b) => (a.code < b.code ? -1 : 1))
}
