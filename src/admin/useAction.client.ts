'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ActionWords } from './actionWords'
import { addressAfter, callAction } from './callAction'
import { expectMessage } from './messageFocus.client'
import type { ResultShown } from './Result'

/**
 * Runs one action at a time and says what came of it. When it is done it goes to `next` or shows the screen anew. When
 * somebody was faster the screen stays, with what was typed in it, until the person asks to see how it stands now.
 */
export function useAction({ next, words }: { next?: string | undefined; words: ActionWords }) {
  const router = useRouter()
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const [arriving, arrive] = useTransition()

  const running = shown.kind === 'running' || arriving

  /** Resolves to whether it was done. */
  async function run({ action, input }: { action: string; input: Record<string, unknown> }): Promise<boolean> {
    if (running) return false
    setShown({ kind: 'running', text: words.running })
    const answer = await callAction({ action, input })
    if (answer.kind === 'done') {
      expectMessage()
      // It is said to be done when the screen shows it, not before.
      arrive(() => {
        setShown({ kind: 'done', text: words.done })
        if (next) router.push(addressAfter({ next, result: answer.result }))
        router.refresh()
      })
      return true
    }
    setShown({
      ...problemOf({ answer, words }),
      ...(answer.kind === 'stale' ? { wayOut: { label: words.showNow, take: showNow } } : {}),
    })
    return false
  }

  function showNow(): void {
    arrive(() => {
      setShown({ kind: 'nothing' })
      router.refresh()
    })
  }

  /** What came of the last action is not shown any longer. */
  function forget(): void {
    if (!running) setShown({ kind: 'nothing' })
  }

  return { run, shown, running, forget }
}

/** What a screen says of an answer that is not “done”. */
export function problemOf({
  answer,
  words,
}: {
  answer: Exclude<Awaited<ReturnType<typeof callAction>>, { kind: 'done' }>
  words: ActionWords
}): Extract<ResultShown, { kind: 'problem' }> {
  const { problem: title } = words
  if (answer.kind === 'refused') return { kind: 'problem', title, texts: answer.texts, wrong: answer.wrong }
  if (answer.kind === 'stale') return { kind: 'problem', title, texts: [words.stale] }
  return { kind: 'problem', title, texts: answer.texts.length > 0 ? answer.texts : [words.unknown] }
}
