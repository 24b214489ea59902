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

/**
 * A query for what is published: each answer includes everything that was acknowledged before the request. The database
 * is asked whether there is something new; the list itself is read once after each publication.
 */
export function askPublished({
  state,
  publications,
}: Pick<ReaderDatabase, 'state' | 'publications'>): () => Promise<PublishedNow> {
  let known: { state: string; published: PublishedNow } | undefined
  return sharedQuestion(async () => {
    if (known?.state !== (await state())) {
      const read = await publications()
      known = { state: read.state, published: publishedNow(read) }
    }
    return known.published
  })
}

function publishedNow({ heads, apart }: Pick<PublishedNow, 'heads' | 'apart'>): PublishedNow {
  const lines = new Map(
    [...grouped(heads, ({ about, country }) => lineOf(about.slug, country))].map(([line, of]) => [line, tagOf(of)]),
  )
  for (const { slug, country, withdrawals } of apart) lines.set(lineOf(slug, country), `apart${tagOf(withdrawals)}`)
  // In the same state of the database the same lines are apart, unless it was repaired by hand.
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
