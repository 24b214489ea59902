import type { Release } from '@/domain/release'
import { MASTER } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import { AfterAction } from '../AfterAction.client'
import { MessageHeading } from '../MessageHeading.client'

/** In the address of the screen to which a release leads: the number that was released. */
export const RELEASED = 'released'

/** Where a release leads: to this screen, which says that it happened (see `addressAfter`). */
export function releasedAddress(screen: string): string {
  return `${screen}?${RELEASED}={version}`
}

/** Says, right after it, that a release was made: the question is gone by then, and the keyboard goes on from here. */
export function Released({
  asked,
  newest,
  say,
}: {
  /** The number in the address; empty where there is none. */
  asked: string
  /** The release in use: what is said of an older one, or of one that was withdrawn, would not hold any more. */
  newest: Release | null
  say: Translator
}) {
  if (newest?.version !== asked) return null
  const of = newest.country === MASTER ? 'common' : 'national'
  return (
    <AfterAction about={newest.id}>
      <section className="panel wash" aria-labelledby="released-title">
        <MessageHeading id="released-title" about={newest.id}>
          {say(`admin.release.done-${of}`, { version: newest.version })}
        </MessageHeading>
        <p>{say(`admin.release.done-what-${of}`)}</p>
      </section>
    </AfterAction>
  )
}
