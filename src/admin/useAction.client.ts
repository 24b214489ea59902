'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ActionWords } from './actionWords'
import { addressAfter, callAction } from './callAction'
import type { ResultShown } from './Result'

/**
 * Runs one action at a time and says what came of it. When it is done it goes to `next` or shows the screen anew; when
 * somebody was faster it shows the screen anew as well. What was typed stays where it is.
 */
export function useAction({ next, words }: { next?: string | undefined; words: ActionWords }) {
  const router = useRouter()
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })

  /** Resolves to whether it was done. */
  async function run({ action, input }: { action: string; input: Record<string, unknown> }): Promise<boolean> {
    if (shown.kind === 'running') return false
    setShown({ kind: 'running', text: words.running })
    const answer = await callAction({ action, input })
    if (answer.kind === 'done') {
      setShown({ kind: 'done', text: words.done })
      if (next) router.push(addressAfter({ next, result: answer.result }))
      router.refresh()
      return true
    }
    if (answer.kind === 'stale') router.refresh()
    setShown({ kind: 'problem', title: words.problem, texts: textsOf({ answer, words }) })
    return false
  }

  return { run, shown, running: shown.kind === 'running' }
}

function textsOf({
  answer,
  words,
}: {
  answer: Exclude<Awaited<ReturnType<typeof callAction>>, { kind: 'done' }>
  words: ActionWords
}): string[] {
  if (answer.kind === 'refused') return answer.texts
  return [answer.kind === 'stale' ? words.stale : words.unknown]
}
