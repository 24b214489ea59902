import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { answerInSteps, type StepsOf } from '@/endpoints/answerInSteps'

type Work = (steps: StepsOf<number>) => Promise<{ ok: true; result: string }>

/** A request of a browser that may disconnect. */
function answered(work: Work, signal?: AbortSignal): Response {
  return answerInSteps({ req: { headers: new Headers(), signal } as unknown as PayloadRequest, work })
}

describe('an answer in lines', () => {
  it('names each step, and ends with the result', async () => {
    const response = answered(async ({ onProgress }) => {
      onProgress(1)
      onProgress(2)
      return { ok: true, result: 'done' }
    })
    expect(
      (await response.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([{ progress: 1 }, { progress: 2 }, { ok: true, result: 'done' }])
  })

  it.each(['the request is ended', 'nobody reads on'])(
    'stops the work, and says nothing more, when %s',
    async (how) => {
      const browser = new AbortController()
      const came: string[] = []
      const response = answered(async ({ onProgress, signal }) => {
        onProgress(1)
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
        onProgress(2)
        came.push('stopped')
        return { ok: true, result: 'done' }
      }, browser.signal)
      const reader = response.body?.getReader()
      const said: string[] = []
      const readOn = async (): Promise<void> => {
        const part = await reader?.read()
        if (!part || part.done) return
        said.push(new TextDecoder().decode(part.value))
        return readOn()
      }
      void readOn()
      await vi.waitFor(() => expect(said).toHaveLength(1))
      if (how === 'nobody reads on') await reader?.cancel()
      else browser.abort()
      await vi.waitFor(() => expect(came).toEqual(['stopped']))
      // The answer would arrive in the turns after the work.
      for (let turn = 0; turn < 10; turn += 1) await letOthersGo()
      expect(said).toEqual(['{"progress":1}\n'])
    },
  )

  it('stops the work at once if the browser disconnected before it began', async () => {
    const before = await new Promise<boolean>((resolve) => {
      answered(async ({ signal }) => {
        resolve(signal.aborted)
        return { ok: true, result: '' }
      }, AbortSignal.abort())
    })
    expect(before).toBe(true)
  })
})
