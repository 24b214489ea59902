'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ActionWords } from '../actionWords'
import { callRoute } from '../callAction'
import { expectMessage } from '../messageFocus.client'
import { Result, type ResultShown } from '../Result'
import { problemOf } from '../useAction.client'

/** One request asks for some pages only; more than these are asked for when the person asks again. */
const MOST_REQUESTS = 20

/** Asks whether the links of a text answer, until none is left, and then shows the screen with what came of it. */
export function AskAboutLinks({ address, label, words }: { address: string; label: string; words: ActionWords }) {
  const router = useRouter()
  const [arriving, arrive] = useTransition()
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const running = shown.kind === 'running' || arriving

  async function ask(): Promise<void> {
    if (running) return
    setShown({ kind: 'running', text: words.running })
    for (let request = 0; request < MOST_REQUESTS; request++) {
      const answer = await callRoute({ path: address, input: {} })
      if (answer.kind !== 'done') {
        setShown(problemOf({ answer, words }))
        arrive(() => router.refresh())
        return
      }
      if (answer.result.left === 0) break
    }
    expectMessage()
    arrive(() => {
      setShown({ kind: 'done', text: words.done })
      router.refresh()
    })
  }

  return (
    <div className="act">
      <button
        type="button"
        className="btn second"
        aria-disabled={running ? true : undefined}
        onClick={() => void ask()}
      >
        {label}
      </button>
      <Result shown={shown} />
    </div>
  )
}
