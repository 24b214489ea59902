'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState, useTransition } from 'react'
import { callAction } from '../callAction'
import { shelf, windowName } from '../keptInWindow'
import { useLeaveWarning } from '../useLeaveWarning.client'
import { type CopyOf, type Draft, type DraftPlace, dropDraft, keepDraft } from './draft'
import { changedNames, isSameValue } from './sectionValues'
import { type Write, withSent } from './sectionWrites'
import { nextTurn } from './turns'
import { discardCopy, type KeptOnServer, useCopyKeeper } from './useCopyKeeper.client'
import { wordsFromBefore } from './wordsFromBefore'
import { wordsOfCopy } from './wordsOfCopy'
import { hasArrived, isUnsaved, type Kinds, ownText, type Saved, type WorkEvent, workAfter, workOn } from './work'

/**
 * The work on one text in the browser: events go to `workAfter`, which decides what they mean. What was typed is never
 * lost: it stays on the screen when somebody else saved first (`theirs` is then what they saved), it is kept in the
 * window's storage and, for this person only, on the server until it is saved, and leaving the page asks first.
 */
export function useSaving<Values extends object>({
  place,
  onServer = null,
  fits,
  saved,
  written,
  choice = NO_NAMES,
  reasons = NO_NAMES,
}: {
  place: DraftPlace
  /** Where unsaved words are kept on the server too; null if they are kept in this window only. */
  onServer?: KeptOnServer | null
  /** Can the screen show values that come from a storage? */
  fits?: (values: Values) => boolean
  /** What the server sent; a newer one arrives when the screen is refreshed. */
  saved: Saved<Values>
  /** Resolves when all typed words have reached the values. */
  written: () => Promise<void>
} & Partial<Kinds<Values>>) {
  const router = useRouter()
  const [arriving, arrive] = useTransition()
  const { work, now, tell } = useWork(saved)
  const { base, isReady, leaving, round, state, theirs, typed, unanswered } = work
  /** When the words that were restored were kept on the server, ISO 8601; empty if they were kept in this window. */
  const [typedAt, setTypedAt] = useState('')
  /** When other windows last kept words that were not restored, ISO 8601; empty if none did. */
  const [besidesAt, setBesidesAt] = useState('')
  /** What another window kept in a form that this screen cannot show. */
  const [unreadable, setUnreadable] = useState<KeptOnServer['newest']>(null)
  /** The copies on the server whose words are in what is typed here. */
  const contained = useRef<readonly CopyOf[]>([])
  /** Are words shown as the server has them? Then nothing of them is sent or kept here. */
  const isUntouched = useRef(false)
  const hasChanged = useMemo(() => isUnsaved({ base, typed, unanswered }), [base, typed, unanswered])

  // Only in the browser, and once: what was typed before a crash is restored before the editor opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place of an editor never changes (its key does)
  useEffect(() => {
    const before = wordsFromBefore({ shelf, place, window: windowName(shelf), onServer, like: saved.values, fits })
    contained.current = before.contained
    isUntouched.current = before.isOnServer
    setTypedAt(before.typedAt)
    setBesidesAt(before.besidesAt)
    setUnreadable(before.unreadable)
    tell({ kind: 'opened', draft: before.value })
  }, [])

  useCopyKeeper({
    ...{ to: onServer, contained, work },
    read: () => {
      const draft = unsaved()
      return draft && isUntouched.current ? undefined : draft
    },
  })

  useEffect(() => tell({ kind: 'shown', saved }), [tell, saved])

  // What the editor has not passed on yet would be lost with it, or would overwrite the merged text.
  const isArrived = hasArrived(work)
  useEffect(() => {
    if (isArrived) void written().then(() => tell({ kind: 'compared', choice, reasons }))
  }, [isArrived, written, tell, choice, reasons])

  // A change does not put it off: somebody who types without a break would have nothing in the window.
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `work` is why it runs; it keeps what is typed by then
  useEffect(() => {
    soon.current ??= setTimeout(() => {
      soon.current = undefined
      keepUnsaved()
    }, 400)
  }, [work])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it keeps what is typed when the page goes, and not before
  useEffect(() => {
    window.addEventListener('pagehide', keepUnsaved)
    return () => {
      clearTimeout(soon.current)
      soon.current = undefined
      window.removeEventListener('pagehide', keepUnsaved)
      // A screen can be removed without the page, for example because of an error inside it.
      keepUnsaved()
    }
  }, [])

  useLeaveWarning(hasChanged && leaving === null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes once, when the browser does not ask any more
  useEffect(() => {
    if (leaving !== null) router.push(leaving)
  }, [leaving])

  /** What is unsaved, on top of the text that it was typed on; null if nothing is. */
  function unsaved(): Draft<Values> | null {
    const { base, typed: values, unanswered } = now.current
    return isUnsaved(now.current) ? { rev: base.rev, values, begun: base.values, unanswered } : null
  }

  /**
   * Keeps what is not stored so far, even if the screen was removed while it was saved. A full storage is no reason to
   * disturb the person: the text is still on the screen.
   */
  function keepUnsaved(): void {
    if (!now.current.isReady) return
    const draft = unsaved()
    const origin = { window: windowName(shelf), turn: nextTurn(), contained: contained.current }
    if (!draft) dropDraft({ shelf, place })
    else if (!isUntouched.current) keepDraft({ shelf, place, draft, origin })
  }

  /**
   * Does what is necessary on top of `from`, in one write. Returns its result; null if there was nothing to do, or it
   * was not done.
   */
  async function send({
    from,
    write,
    made,
  }: {
    from: Saved<Values>
    write: (change: { before: Values; after: Values }) => Write | null
    /** Values that the server made of what was sent, if it says so. */
    made?: (result: Record<string, unknown>) => Partial<Values>
  }): Promise<Record<string, unknown> | null> {
    tell({ kind: 'saving' })
    await written()
    const after = now.current.typed
    const { unanswered } = now.current
    // The typed text equals the text before a write that may have been stored: undo that write.
    const back = () => unanswered.map(({ values }) => write({ before: values, after })).find((one) => one !== null)
    const todo = write({ before: from.values, after }) ?? back()
    if (!todo) {
      tell({ kind: 'nothing-to-save', from })
      findOut()
      return null
    }
    const { action, input } = todo
    const answer = await callAction({ action, input: { ...input, seen: from.rev } })
    const values = withSent({ before: from.values, after, write: todo })
    const sent = { rev: from.rev + 1, at: new Date().toISOString(), values }
    if (answer.kind === 'done') {
      const stored = made?.(answer.result) ?? {}
      // What somebody typed meanwhile stays as typed.
      const typed = changedNames({ before: after, after: now.current.typed })
      if (!typed.some((name) => name in stored)) tell({ kind: 'typed', changes: stored })
      tell({ kind: 'saved', stored: { ...sent, values: { ...values, ...stored }, rev: Number(answer.result.rev) } })
      keepUnsaved()
      arrive(() => router.refresh())
      return answer.result
    }
    const own = ownText({ work: now.current, answer, stored: from })
    if (own) {
      tell({ kind: 'found-own', own })
      return send({ from: own, write, ...(made ? { made } : {}) })
    }
    tell({ kind: 'not-done', answer, sent })
    keepUnsaved()
    // Without an answer there is no network: refreshing the screen would leave the page, with what is typed in it. So it
    // would without a session. With another person's session it would show that person's page.
    if (answer.kind === 'stale' || answer.kind === 'refused') router.refresh()
    return null
  }

  /** If a write may have been stored that nothing undoes, the page says what is stored. */
  function findOut(): void {
    if (now.current.unanswered.length > 0) router.refresh()
  }

  return {
    base,
    values: typed,
    change: useCallback(
      (changes: Partial<Values>) => {
        const typed = new Map<string, unknown>(Object.entries(now.current.typed))
        // An editor that opens gives its text on as it is.
        if (Object.entries(changes).some(([name, value]) => !isSameValue(typed.get(name), value)))
          isUntouched.current = false
        tell({ kind: 'typed', changes })
      },
      [tell, now],
    ),
    round,
    isReady,
    /**
     * Was what was typed before a crash, or elsewhere, restored, and is it not being saved yet? A comparison says itself that words
     * of this window are there.
     */
    isRestored: work.isRestored && (!theirs || typedAt !== '') && state.kind !== 'saving',
    typedAt,
    besidesAt,
    unreadable: useMemo(() => (unreadable ? wordsOfCopy(unreadable.copy) : ''), [unreadable]),
    discardUnreadable: () => {
      if (!onServer || !unreadable) return
      discardCopy({ of: onServer.of, discarded: unreadable, unsaved: unsaved() })
      setUnreadable(null)
    },
    isChanged: hasChanged,
    isMerged: theirs?.isTakenUp ?? false,
    /** Did somebody else save nothing that this screen shows? */
    isElsewhere: theirs?.isCompared === true && !theirs.isHere,
    isAwaited: theirs !== null && !theirs.isCompared,
    // Success is said when the head of the screen shows what was saved. A person who typed more can save at once.
    state: arriving && state.kind === 'saved' && !hasChanged ? SAVING : state,
    theirs: theirs?.saved ?? null,
    send,
    /** Requests again what somebody else saved, if it did not arrive. */
    fetchTheirs: router.refresh,
    takeSaved: () => {
      findOut()
      tell({ kind: 'discarded' })
    },
    leaveFor: (address: string) => tell({ kind: 'left', address }),
    /** What an open editor gets: which text it edits. */
    editing: { round, isNewest: () => now.current.round === round },
  }
}

/** The work as it is rendered, and in `now` as it is at this moment, including the latest events. */
function useWork<Values extends object>(saved: Saved<Values>) {
  const [work, setWork] = useState(() => workOn(saved))
  const now = useRef(work)
  const tell = useCallback((event: WorkEvent<Values>) => {
    now.current = workAfter(now.current, event)
    setWork(now.current)
  }, [])
  return { work, now, tell }
}

const NO_NAMES: readonly never[] = []
const SAVING = { kind: 'saving' } as const
