import type { ReactNode } from 'react'
import type { Release } from '@/domain/release'
import { MASTER } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import { AfterAction } from '../AfterAction.client'
import { MessageHeading } from '../MessageHeading.client'

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
    <Done of={newest} title={say(`admin.release.done-${of}`, { version: newest.version })}>
      <p>{say(`admin.release.done-what-${of}`)}</p>
    </Done>
  )
}

/** Says, directly afterwards, that a release was withdrawn. */
export function Withdrawn({ asked, newest, say }: Given) {
  if (newest?.kind !== 'withdrawal' || newest.version !== asked) return null
  return (
    <Done of={newest} title={say('admin.framework.withdrawal', { version: newest.version })}>
      <p>{say('admin.withdraw.done-what')}</p>
    </Done>
  )
}

/** The confirmation is gone by then, so the focus moves here. */
function Done({ of: { id }, title, children }: { of: Release; title: string; children: ReactNode }) {
  return (
    <AfterAction about={id}>
      <section className="panel wash" aria-labelledby="done-title">
        <MessageHeading id="done-title" about={id}>
          {title}
        </MessageHeading>
        {children}
      </section>
    </AfterAction>
  )
}
