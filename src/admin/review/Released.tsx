import type { Release } from '@/domain/release'
import { MASTER } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import { DoneMessage } from '../DoneMessage'

/** In the address of the screen after a release or a withdrawal: the number that was released or withdrawn. */
export const RELEASED = 'released'
export const WITHDRAWN = 'withdrawn'

/** The target after a release, or its withdrawal: this screen, which says that it happened (see `addressAfter`). */
export function releasedAddress(screen: string): string {
  return `${screen}?${RELEASED}={version}`
}

export function withdrawnAddress(screen: string): string {
  return `${screen}?${WITHDRAWN}={version}`
}

type Given = {
  /** The number in the address; empty if there is none. */
  asked: string
  /** The newest of its line: a message about an older one would no longer be true. */
  newest: Release | null
  say: Translator
}

/** Says, directly afterwards, that a release was made; nothing if `newest` is one that was withdrawn. */
export function Released({ asked, newest, say }: Given) {
  if (newest?.version !== asked) return null
  const of = newest.country === MASTER ? 'common' : 'national'
  return (
    <DoneMessage about={newest.id} title={say(`admin.release.done-${of}`, { version: newest.version })}>
      <p>{say(`admin.release.done-what-${of}`)}</p>
    </DoneMessage>
  )
}

/** Says, directly afterwards, that a release was withdrawn. */
export function Withdrawn({ asked, newest, say }: Given) {
  if (newest?.kind !== 'withdrawal' || newest.version !== asked) return null
  return (
    <DoneMessage about={newest.id} title={say('admin.framework.withdrawal', { version: newest.version })}>
      <p>{say('admin.withdraw.done-what')}</p>
    </DoneMessage>
  )
}
