'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ActionWords } from './actionWords'
import { type ActionAnswer, addressAfter, callAction } from './callAction'
import { expectMessage } from './messageFocus.client'
import type { ResultShown } from './Result'
import { signInAddress } from './words/addresses'

type Run = { action: string; input: Record<string, unknown>; stale?: string }

/**
 * Runs one action at a time and reports its result. On success it goes to `next` or refreshes the screen. If somebody was
 * faster, the screen stays, with what was typed in it, until the person asks to see the current state.
 */
export function useAction({ next, words }: { next?: string | undefined; words: ActionWords }) {
  const router = useRouter()
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const [arriving, arrive] = useTransition()

  const running = shown.kind === 'running' || arriving

  /** Resolves to whether it was done. `stale` is what to say if somebody was faster, if not what `words` says. */
  async function run({ action, input, stale }: Run): Promise<boolean> {
    if (running) return false
    setShown({ kind: 'running', text: words.running })
    const answer = await callAction({ action, input })
    if (answer.kind === 'done') {
      expectMessage()
      // Success is reported when the screen shows it, not before.
      arrive(() => {
        setShown({ kind: 'done', text: words.done })
        if (next) router.push(addressAfter({ next, result: answer.result }))
        router.refresh()
      })
      return true
    }
    setShown({
      ...problemOf({ answer, words: { ...words, stale: stale ?? words.stale } }),
      ...(isMoved(answer) ? { wayOut: { label: words.showNow, take: showNow } } : {}),
    })
    return false
  }

  function showNow(): void {
    arrive(() => {
      setShown({ kind: 'nothing' })
      router.refresh()
    })
  }

  /** The result of the last action is no longer shown. */
  function forget(): void {
    if (!running) setShown({ kind: 'nothing' })
  }

  return { run, shown, running, forget }
}

/** Must the screen show the current state before the action can succeed? */
function isMoved(answer: ActionAnswer): boolean {
  return answer.kind === 'stale' || (answer.kind === 'refused' && answer.isMoved)
}

/** The message of a screen about an answer that is not “done”. */
export function problemOf({
  answer,
  words,
}: {
  answer: Exclude<ActionAnswer, { kind: 'done' }>
  words: ActionWords
}): Extract<ResultShown, { kind: 'problem' }> {
  const { problem: title } = words
  if (answer.kind === 'refused') return { kind: 'problem', title, texts: answer.texts, wrong: answer.wrong }
  if (answer.kind === 'stale') return { kind: 'problem', title, texts: [words.stale] }
  const texts = answer.texts.length > 0 ? answer.texts : [words.unknown]
  if (answer.kind !== 'signed-out') return { kind: 'problem', title, texts }
  const { pathname, search } = window.location
  const href = signInAddress(`${pathname}${search}`)
  return { kind: 'problem', title, texts, link: { label: words.signIn, href } }
}
