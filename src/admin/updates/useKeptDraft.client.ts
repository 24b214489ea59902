'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import type { CopyOf } from '../editor/draft'
import type { Reasons } from '../editor/sectionValues'
import { nextTurn } from '../editor/turns'
import { discardCopy, type KeptOnServer, useCopyKeeper } from '../editor/useCopyKeeper.client'
import { wordsOfCopy } from '../editor/wordsOfCopy'
import { shelf, windowName } from '../keptInWindow'
import { countTyped, keepUpdate, ownAnswers, unrecorded, updateFromBefore } from './keptUpdate'
import { isNothing, isTyped, type KeptUpdate, type Unrecorded } from './readUpdate'
import { type DecidedOn, type UpdateDraft, withKnownAnswers } from './updateDraft'
import type { PlacedConflict } from './updatePreview'

/**
 * What the person chose and typed, kept in this window and on the server until it is recorded, so that they can leave and
 * come back, on another device too. If the texts are others meanwhile, or they can no longer decide, it is only shown again,
 * until they discard it: what they typed, what they had chosen, and how many places they had answered. If only something that
 * is said about other sections changed, all but the choice stays.
 */
export function useKeptDraft({
  blank,
  mayDecide,
  onServer,
  stored,
  userId,
  about,
  where: { variant, key, shown },
  placesOf,
}: {
  blank: UpdateDraft
  mayDecide: boolean
  onServer: KeptOnServer
  stored: Reasons
  userId: string
  /** What the decision is about (`textsDecided`). */
  about: string
  where: DecidedOn
  placesOf: (draft: UpdateDraft, language: Language) => readonly PlacedConflict[]
}) {
  const said = JSON.stringify(shown)
  const place = { userId, variant, key }
  const [draft, setShown] = useState(blank)
  const latest = useRef(draft)
  latest.current = draft
  const [earlier, setEarlier] = useState<Unrecorded[]>([])
  /** Where the draft is from; null while nothing is chosen or typed. */
  const [from, setFrom] = useState<Origin | null>(null)
  const [unreadable, setUnreadable] = useState<KeptOnServer['newest']>(null)
  /** What is kept; undefined if the server is to keep what it has. */
  const unsaved = useRef<KeptUpdate | null | undefined>(undefined)
  const [work, setWork] = useState({ isReady: false })
  /** The copies of other windows whose words are in the draft. */
  const contained = useRef<readonly CopyOf[]>([])
  const send = (value: KeptUpdate | null) => {
    unsaved.current = value
    setWork({ isReady: true })
  }
  const keepNow = (given: Pick<KeptUpdate, 'draft' | 'earlier'>) => {
    const value = { ...given, about, shown: said, stored }
    const origin = { window: windowName(shelf), turn: nextTurn(), contained: contained.current }
    keepUpdate({ shelf, place, value, origin })
    send(isNothing(value) ? null : value)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen opens
  useEffect(() => {
    const before = updateFromBefore({ shelf, place, window: windowName(shelf), onServer })
    const { value: found, isOnServer, typedAt, besidesAt } = before
    contained.current = before.contained
    setUnreadable(before.unreadable)
    if (!found) return
    if (mayDecide && found.draft && found.about === about) {
      // Where something else has changed by then, what the person typed is still about these texts, but they choose again.
      const asked = { ...found.draft, choice: found.shown === said ? found.draft.choice : null }
      const whole = withKnownAnswers(asked, (one) => placesOf(asked, one))
      setShown(whole)
      setEarlier([...found.earlier, ...ownAnswers(asked.answers, { without: whole.answers })])
      const isAskedAgain = found.draft.choice !== null && asked.choice === null
      setFrom({ isOnServer, begun: { typedAt, besidesAt, isAskedAgain } })
    } else {
      const begun = unrecorded(found)
      // About the same texts, a choice without words is in the form again once the person can decide.
      setEarlier(found.about === about && !begun.some(isTyped) ? [] : begun)
      if (mayDecide && begun.length === 0) return keepNow({ draft: null, earlier: [] })
    }
    if (mayDecide && !isOnServer) send(found)
  }, [])
  useCopyKeeper({
    ...{ to: onServer, contained, work },
    read: () => unsaved.current,
    onKept: () => setFrom((now) => now && { ...now, isOnServer: true }),
  })
  const show = (next: UpdateDraft) => {
    latest.current = next
    setShown(next)
  }
  const forget = () => {
    setFrom(null)
    // What was chosen before is of no use any more; words are.
    keepNow({ draft: null, earlier: earlier.some(isTyped) ? earlier : [] })
  }
  return {
    draft,
    latest,
    earlier,
    /** Did the person choose or type something here that only this window is sure to have? Not once the server has it. */
    isTouched: from !== null && !from.isOnServer,
    /** What the person began before, and goes on with here; null if they began nothing. */
    begun: from?.begun ?? null,
    /** How many words of the draft the person typed. */
    typed: () => countTyped(unrecorded({ draft, stored, earlier: [] })),
    unreadable: useMemo(() => (unreadable ? wordsOfCopy(unreadable.copy) : ''), [unreadable]),
    /** Changes the draft as it is by then: the editor hands its text on some time after it was typed. */
    change: (make: (draft: UpdateDraft) => UpdateDraft) => {
      const next = make(latest.current)
      show(next)
      setFrom((now) => ({ begun: now?.begun ?? null, isOnServer: false }))
      keepNow({ draft: next, earlier })
    },
    /** Keeps nothing of the draft any more; it stays on the screen. */
    forget,
    /** Discards the draft, so that nothing is chosen or typed. */
    beginAgain: () => {
      show(blank)
      forget()
    },
    discardUnreadable: () => {
      if (!unreadable) return
      discardCopy({ of: onServer.of, discarded: unreadable, unsaved: unsaved.current })
      setUnreadable(null)
    },
    discardEarlier: () => {
      setEarlier([])
      keepNow({ draft: from ? latest.current : null, earlier: [] })
    },
  }
}

type Origin = {
  /** Does the server have all of it? */
  isOnServer: boolean
  /** Of what was begun before: when it was typed in another window (ISO 8601; empty if it was in this one). */
  begun: {
    typedAt: string
    /** When other windows last kept words that are not in it (ISO 8601); empty if none did. */
    besidesAt: string
    /** Is the choice to be made again, because something that the screen said has changed? */
    isAskedAgain: boolean
  } | null
}
