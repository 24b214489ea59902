import type { Release } from '@/domain/release'
import { MASTER } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import { MessageHeading } from '../MessageHeading.client'

/** In the address of the screen to which a release leads: the number that was released. */
export const RELEASED = 'released'

/** Where a release leads: to this screen, which says that it happened (see `addressAfter`). */
export function releasedAddress(screen: string): string {
  return `${screen}?${RELEASED}={version}`
}

/** Says that a release was made: the question is gone by then, and the keyboard goes on from here. */
export function Released({
  asked,
  newest,
  say,
}: {
  /** The number in the address; empty where there is none. */
  asked: string
  /** The newest publication: what is said of an older one would not hold any more. */
  newest: Release | null
  say: Translator
}) {
  if (newest?.kind !== 'release' || newest.version !== asked) return null
  const of = newest.country === MASTER ? 'common' : 'national'
  return (
    <section className="panel wash" aria-labelledby="released-title">
      <MessageHeading id="released-title" about={newest.publishedAt}>
        {say(`admin.release.done-${of}`, { version: newest.version })}
      </MessageHeading>
      <p>{say(`admin.release.done-what-${of}`)}</p>
    </section>
  )
}
