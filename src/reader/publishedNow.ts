import { createHash } from 'node:crypto'
import { grouped } from '@/domain/grouped'
import { MASTER } from '@/domain/release'
import type { ReleaseHead } from '@/stored/release'
import type { Asked } from './asked'
import type { ReaderDatabase } from './queries'
import type { LineApart } from './readableLines'
import { sharedQuestion } from './sharedQuestion'

/** All publications at one moment (see `ReaderSource`). */
export type PublishedNow = {
  heads: readonly ReleaseHead[]
  apart: readonly LineApart[]
  /** Changes with each publication. */
  tag: string
  /**
   * Changes with each publication that the requested page may show, if there is one: other publications do not affect
   * it.
   */
  tagOf: (asked: Asked) => string
}

/** How long until a list with something unreadable is read again, in milliseconds: it may have been repaired by hand. */
const UNTIL_REPAIR = 60_000

/**
 * A query for what is published: each answer includes everything that was acknowledged before the request. The database
 * is asked whether there is something new; the list itself is read once after each publication, and each minute while
 * something in it cannot be read.
 */
export function askPublished({
  state,
  publications,
}: Pick<ReaderDatabase, 'state' | 'publications'>): () => Promise<PublishedNow> {
  let known: { state: string; published: PublishedNow; until: number } | undefined
  return sharedQuestion(async () => {
    if (!known || known.state !== (await state()) || Date.now() >= known.until) {
      const read = await publications()
      const until = read.apart.length > 0 ? Date.now() + UNTIL_REPAIR : Number.POSITIVE_INFINITY
      known = { state: read.state, published: publishedNow(read), until }
    }
    return known.published
  })
}

function publishedNow({ heads, apart }: Pick<PublishedNow, 'heads' | 'apart'>): PublishedNow {
  const lines = new Map(
    [...grouped(heads, ({ about, country }) => lineOf(about.slug, country))].map(([line, of]) => [line, tagOf(of)]),
  )
  for (const { slug, country, withdrawals } of apart) lines.set(lineOf(slug, country), `apart${tagOf(withdrawals)}`)
  const tag = `${tagOf(heads)}${apart.map(({ slug, country }) => lines.get(lineOf(slug, country))).join('')}`
  return {
    heads,
    apart,
    tag,
    tagOf: (asked) => {
      if (asked.is !== 'version') return tag
      const { toolkit, country } = asked.address
      return [country, MASTER].map((one) => lines.get(lineOf(toolkit, one)) ?? 'none').join('-')
    },
  }
}

const lineOf = (toolkit: string, country: string) => JSON.stringify([toolkit, country])

/** Publications never change, so their ids identify everything. */
function tagOf(heads: readonly ReleaseHead[]): string {
  const ids = heads.map(({ id }) => id).join(' ')
  return createHash('sha256').update(ids).digest('base64url').slice(0, 22)
}
