'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { callAction } from '../callAction'
import type { WrongField } from '../markFields'
import { useLeaveWarning } from '../useLeaveWarning.client'
import { signInAddress } from '../words/addresses'
import { type DraftPlace, dropDraft, keepDraft, keptDraft } from './draft'
import { type NewerText, readNewerText } from './savedText'
import { changedNames, isSameValue, onTopOf } from './sectionValues'
import { type Write, withSent } from './sectionWrites'

/** What is stored, as the editor shows it. `at` is empty where nothing is stored yet. */
export type Saved<Values> = { rev: number; at: string; values: Values }

export type SavingState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'refused'; texts: string[]; wrong: WrongField[] }
  /** No answer came; it may have been saved. */
  | { kind: 'unknown' }
  /** The session has ended, and the window's store does not take what was typed: it is on this page only. */
  | { kind: 'signed-out'; texts: string[] }

/**
 * The work on one text: what is typed, what is stored, and everything that can happen between the two. What was typed is
 * never lost: it stays on the screen when somebody else saved first (`theirs` is then what they saved), it is kept in
 * the window's store until it is saved, and leaving the page asks first.
 */
export function useSaving<Values extends object>({
  place,
  saved,
  written,
  together = NOTHING,
  belonging = NOTHING,
}: {
  place: DraftPlace
  /** What the server sent; a newer one arrives when the screen is shown anew. */
  saved: Saved<Values>
  /** Resolves when all that was typed has reached the values. */
  written: () => Promise<void>
  /** Values that belong to whatever was typed, and are not taken from somebody else by themselves. */
  together?: readonly (keyof Values & string)[]
  /** What is said of those. */
  belonging?: readonly (keyof Values & string)[]
}) {
  const router = useRouter()
  const [base, setBase] = useState(saved)
  const [values, setValues] = useState(saved.values)
  const typed = useRef(saved.values)
  /** Counts how often the whole text was put in place of another: editors open anew. */
  const [round, setRound] = useState(0)
  const newestRound = useRef(0)
  const openAnew = useCallback(() => {
    newestRound.current += 1
    setRound(newestRound.current)
  }, [])
  const [isReady, setReady] = useState(false)
  const [isRestored, setRestored] = useState(false)
  const [state, setState] = useState<SavingState>({ kind: 'idle' })
  /** The stored text on which what was typed is kept while the sign-in opens; null while nobody is signed out. */
  const [signedOutOn, setSignedOutOn] = useState<Saved<Values> | null>(null)
  const isSignedOut = signedOutOn !== null
  const [newer, setNewer] = useState<NewerText | null>(null)
  /** Is what somebody else saved meanwhile, in other places, a part of what is typed by now? */
  const [isMerged, setMerged] = useState(false)
  /** Up to which revision what others saved is a part of what is typed, or was compared from the start. */
  const [mergedTo, setMergedTo] = useState(saved.rev)
  /** Up to which revision somebody has begun to put what is typed on top of what others saved; `mergedTo` says when it is done. */
  const met = useRef(saved.rev)
  /** What is stored if the write arrived whose answer did not. */
  const unanswered = useRef<Saved<Values> | null>(null)
  /** The address that the person goes to, once nothing is unsaved. */
  const [leaving, setLeaving] = useState<string | null>(null)

  const isChanged = useMemo(
    () => changedNames({ before: base.values, after: values }).length > 0,
    [base.values, values],
  )
  const theirs = useMemo<Saved<Values> | null>(() => {
    if (!newer) return null
    if (saved.rev >= newer.rev) return saved
    return { rev: newer.rev, at: newer.at, values: { ...base.values, ...newer.texts } }
  }, [newer, saved, base.values])
  /** Is what they saved not a part of what is typed yet? Until then what is typed, saved on top of it, would undo it. */
  const isAwaited = theirs !== null && mergedTo < theirs.rev

  const change = useCallback((changes: Partial<Values>) => {
    typed.current = { ...typed.current, ...changes }
    setValues(typed.current)
    setState((now) => (now.kind === 'saving' ? now : { kind: 'idle' }))
  }, [])

  const replace = useCallback(
    (next: Saved<Values>) => {
      typed.current = next.values
      setValues(next.values)
      setBase(next)
      openAnew()
    },
    [openAnew],
  )

  // Only in the browser, and once: what was typed before a crash comes back before the editor opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place of an editor never changes (its key does)
  useEffect(() => {
    const draft = keptDraft({ shelf, place, like: saved.values })
    if (draft && draft.rev <= saved.rev && changedNames({ before: saved.values, after: draft.values }).length > 0) {
      replace({ ...saved, values: draft.values })
      const isOlder = draft.rev < saved.rev
      setBase({ ...saved, rev: draft.rev, values: (isOlder && draft.begun) || saved.values })
      setRestored(true)
      if (isOlder) setNewer({ rev: saved.rev, at: saved.at, texts: {} })
      if (isOlder && draft.begun) {
        setMergedTo(draft.rev)
        met.current = draft.rev
      }
    }
    setReady(true)
  }, [])

  // Somebody else saved first, and their text is here: what was not touched on this screen becomes theirs.
  useEffect(() => {
    if (!newer || saved.rev < newer.rev || met.current === saved.rev) return
    met.current = saved.rev
    // What the editor has not handed on yet would be lost with it, or come in place of what is merged.
    void written().then(() => {
      const mine = onTopOf({ base: base.values, typed: typed.current, theirs: saved.values, together, belonging })
      const before = typed.current
      if (textsOf(mine).some((text, index) => !isSameValue(text, textsOf(before)[index]))) openAnew()
      setMerged(hasTakenUp({ base: base.values, theirs: saved.values, before, mine }))
      typed.current = mine
      setValues(mine)
      setMergedTo(saved.rev)
      // The revision stays the one that was seen: a draft of it is compared again after a crash.
      setBase((seen) => ({ ...seen, values: saved.values }))
    })
  }, [newer, saved, base.values, together, belonging, written, openAnew])

  // The screen was shown anew (somebody pressed another button): without changes of our own we simply follow.
  useEffect(() => {
    if (isReady && saved.rev > base.rev && !isChanged && !newer && state.kind !== 'saving') replace(saved)
  }, [isReady, saved, base.rev, isChanged, newer, state.kind, replace])

  const keepNow = useRef<() => unknown>(() => {})
  // biome-ignore lint/correctness/useExhaustiveDependencies: `values` is why it runs, `typed` is what it keeps
  useEffect(() => {
    if (!isReady) return
    const { rev, values: begun } = signedOutOn ?? base
    // A store that takes nothing is no reason to disturb who writes: the text is still on the screen.
    const keep = () =>
      isChanged
        ? keepDraft({ shelf, place, draft: { rev, values: typed.current, begun } })
        : dropDraft({ shelf, place })
    keepNow.current = keep
    const timer = setTimeout(keep, 400)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [isReady, isChanged, values, base, signedOutOn, place])

  // A screen that goes without the page, also because something in it broke.
  useEffect(() => () => void keepNow.current(), [])

  useLeaveWarning(isChanged && !isSignedOut)

  /**
   * Does what has to be done on top of `from`, one after the other, each with the revision that the one before made.
   * Gives what the last one made; null where one of them was not done. What those before it stored is the saved text then.
   */
  async function send({
    from,
    writes,
  }: {
    from: Saved<Values>
    writes: (after: Values) => Write[]
  }): Promise<Record<string, unknown> | null> {
    setState({ kind: 'saving' })
    await written()
    const after = typed.current
    let stored = from
    let result: Record<string, unknown> = {}
    const all = writes(after)
    if (all.length === 0) {
      // What another saved meanwhile can be the very same.
      if (changedNames({ before: from.values, after }).length === 0) takeAsSaved(from)
      setState({ kind: 'idle' })
      return null
    }
    for (const write of all) {
      const { action, input } = write
      const answer = await callAction({ action, input: { ...input, seen: stored.rev } })
      const at = new Date().toISOString()
      const values = withSent({ before: stored.values, after, write })
      const before = unanswered.current
      unanswered.current = answer.kind === 'unknown' ? { rev: stored.rev + 1, at, values } : null
      if (answer.kind === 'done') {
        result = answer.result
        stored = { rev: Number(result.rev), at, values }
        continue
      }
      const theirText = answer.kind === 'stale' ? readNewerText(answer.saved) : null
      if (theirText && before && isOurOwn({ newer: theirText, ours: before, base: stored.values })) {
        // What seems to be somebody else's is what was sent before: the answer to it was lost.
        setBase(before)
        return send({ from: before, writes })
      }
      if (stored !== from) setBase(stored)
      if (answer.kind === 'signed-out') return leaveToSignIn({ texts: answer.texts, stored })
      if (answer.kind === 'stale') {
        setMerged(false)
        setNewer(theirText)
      }
      setState(answer.kind === 'refused' ? answer : answer.kind === 'stale' ? { kind: 'idle' } : { kind: 'unknown' })
      // Without an answer there is no network: showing the screen anew would leave the page, with what is typed in it.
      if (answer.kind !== 'unknown') router.refresh()
      return null
    }
    takeAsSaved(stored)
    setState({ kind: 'saved', at: stored.at })
    router.refresh()
    return result
  }

  /** This is stored now: nothing is to be compared any more, and nothing that was kept is needed. */
  function takeAsSaved(stored: Saved<Values>): void {
    setBase(stored)
    setNewer(null)
    setRestored(false)
    dropDraft({ shelf, place })
  }

  /**
   * The session has ended: what is typed by now is kept, and is back when the same person has signed in again. Where it
   * cannot be kept, the page stays.
   */
  async function leaveToSignIn({ texts, stored }: { texts: string[]; stored: Saved<Values> }): Promise<null> {
    await written()
    const { rev, values: begun } = stored
    const isKept = keepDraft({ shelf, place, draft: { rev, values: typed.current, begun } })
    if (isKept) setSignedOutOn(stored)
    else setState({ kind: 'signed-out', texts })
    return null
  }

  // Only once the browser does not ask any more.
  useEffect(() => {
    const { pathname, search } = window.location
    if (isSignedOut) window.location.assign(signInAddress({ next: `${pathname}${search}`, isKept: isChanged }))
  }, [isSignedOut, isChanged])

  /** Gives up what was typed for what is stored. */
  function takeSaved(): void {
    unanswered.current = null
    dropDraft({ shelf, place })
    setNewer(null)
    setRestored(false)
    setState({ kind: 'idle' })
    replace(newer && theirs ? theirs : saved.rev >= base.rev ? saved : base)
  }

  /** Goes to another of our screens, on which what is saved is decided; what was typed here is given up. */
  function leaveFor(address: string): void {
    takeSaved()
    setLeaving(address)
  }

  // Only once nothing is unsaved any more, so that the browser does not ask.
  useEffect(() => {
    if (leaving !== null && !isChanged) router.push(leaving)
  }, [leaving, isChanged, router])

  return {
    base,
    values,
    change,
    round,
    isReady,
    isRestored,
    isChanged,
    isMerged,
    isAwaited,
    state,
    theirs,
    send,
    /** Asks once more for what somebody else saved, where it did not come. */
    fetchTheirs: router.refresh,
    takeSaved,
    leaveFor,
    /** What an open editor is told: which text it holds, and that the session has ended, as it found out without a save. */
    editing: { round, newestRound, onSignedOut: () => void leaveToSignIn({ texts: [], stored: base }) },
  }
}

const NOTHING: readonly never[] = []

/** Is what the server has the text that this screen sent, and not the one that it began with? */
function isOurOwn<Values extends object>({
  newer,
  ours,
  base,
}: {
  newer: NewerText
  ours: Saved<Values>
  base: Values
}): boolean {
  const [sent, was] = [
    new Map<string, unknown>(Object.entries(ours.values)),
    new Map<string, unknown>(Object.entries(base)),
  ]
  const texts = Object.entries(newer.texts)
  const isSent = texts.every(([name, text]) => isSameValue(sent.get(name), text))
  return newer.rev === ours.rev && isSent && texts.some(([name, text]) => !isSameValue(was.get(name), text))
}

/** Is something of each value that the other changed in what is typed by now, and did something come? */
function hasTakenUp<Values extends object>({
  base,
  theirs,
  before,
  mine,
}: Record<'base' | 'theirs' | 'before' | 'mine', Values>): boolean {
  const came = changedNames({ before, after: mine })
  const missing = changedNames({ before: mine, after: theirs })
  const others = changedNames({ before: base, after: theirs })
  return came.length > 0 && others.every((name) => came.includes(name) || !missing.includes(name))
}

/** Of this window only: two windows with one text do not overwrite what the other keeps. */
const shelf = () => window.sessionStorage

/** The values that an editor shows, which has to open anew for another text. */
function textsOf(values: object): unknown[] {
  return Object.values(values).filter((value) => typeof value === 'object' && value !== null && 'root' in value)
}
