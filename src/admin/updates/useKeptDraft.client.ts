'use client'

import { useEffect, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import type { Conflict } from '@/domain/merge/merge'
import type { CopyOf } from '../editor/draft'
import type { Reasons } from '../editor/sectionValues'
import { type KeptOnServer, useCopyKeeper } from '../editor/useCopyKeeper.client'
import { shelf } from '../keptInWindow'
import { type KeptUpdate, keepUpdate, type TypedWords, unrecordedWords, updateFromBefore } from './keptUpdate'
import { type DecidedOn, type UpdateDraft, withKnownAnswers } from './updateDraft'

/**
 * What the person chose and typed, kept in this window and on the server until it is recorded, so that they can leave and
 * come back, on another device too. If the section or the release is another one meanwhile, or they can no longer decide,
 * only the typed words are shown again, until they are discarded. If only something that is said about other sections
 * changed, all but the choice stays.
 */
export function useKeptDraft({
  blank,
  mayDecide,
  onServer,
  stored,
  userId,
  where: { variant, key, seen, others, release, shown },
  placesOf,
}: {
  blank: UpdateDraft
  mayDecide: boolean
  onServer: KeptOnServer
  stored: Reasons
  userId: string
  where: DecidedOn
  placesOf: (draft: UpdateDraft, language: Language) => readonly Conflict[]
}) {
  const about = JSON.stringify([seen, others, release])
  const said = JSON.stringify(shown)
  const place = { userId, variant, key }
  const [draft, setShown] = useState(blank)
  const latest = useRef(draft)
  latest.current = draft
  const [earlier, setEarlier] = useState<TypedWords[]>([])
  const [isTouched, setTouched] = useState(false)
  /** What is kept; undefined if the server is to keep what it has. */
  const unsaved = useRef<KeptUpdate | null | undefined>(undefined)
  const [work, setWork] = useState({ isReady: false })
  /** The copies of other windows whose words are in the draft. */
  const contained = useRef<readonly CopyOf[]>([])
  const keepNow = (given: Pick<KeptUpdate, 'draft' | 'earlier'>) => {
    const value = { ...given, about, shown: said, stored }
    keepUpdate({ shelf, place, value })
    unsaved.current = value.draft === null && value.earlier.length === 0 ? null : value
    setWork({ isReady: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen opens
  useEffect(() => {
    const found = updateFromBefore({ shelf, place, newest: onServer.newest })
    contained.current = found.from ? [found.from] : []
    if (!mayDecide) {
      setEarlier(unrecordedWords(found))
      return
    }
    if (found.draft && found.about === about) {
      // Where something else has changed by then, what the person typed is still about these texts, but they choose again.
      const choice = found.shown === said ? found.draft.choice : null
      const whole = { ...blank, ...found.draft, choice }
      setShown(withKnownAnswers(whole, (one) => placesOf(whole, one)))
      setEarlier(found.earlier)
      setTouched(true)
      return
    }
    const words = unrecordedWords(found)
    setEarlier(words)
    if (found.draft) keepNow({ draft: null, earlier: words })
  }, [])
  useCopyKeeper({ to: onServer, contained, work, read: () => unsaved.current })
  return {
    draft,
    latest,
    earlier,
    isTouched,
    /** Changes the draft as it is by then: the editor hands its text on some time after it was typed. */
    change: (make: (draft: UpdateDraft) => UpdateDraft) => {
      const next = make(latest.current)
      latest.current = next
      setShown(next)
      setTouched(true)
      keepNow({ draft: next, earlier })
    },
    forget: () => {
      setTouched(false)
      keepNow({ draft: null, earlier })
    },
    discardEarlier: () => {
      setEarlier([])
      keepNow({ draft: isTouched ? latest.current : null, earlier: [] })
    },
  }
}
