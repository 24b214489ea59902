import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { askProcess } from '@/scripts/askProcess'

const folder = mkdtempSync(join(tmpdir(), 'ask-process-'))
const program = join(folder, 'program.mjs')
writeFileSync(
  program,
  `process.on('message', ({ word }) => {
    if (word === 'for ever') for (;;);
    if (word === 'end') process.exit(3)
    process.send(word === 'fail' ? { failed: 'It failed.' } : { said: word, by: process.pid })
  })`,
)
const { ask, close } = askProcess({ program, parse: (message) => message as { said: string; by: number } })
const say = (word: string, deadline = 60_000) => ask({ question: { word }, deadline })

describe('a program in a separate process', () => {
  afterAll(() => {
    close()
    rmSync(folder, { recursive: true })
  })

  it('answers several questions in one process', async () => {
    const answers = [await say('one'), await say('two')]
    expect(answers).toEqual([
      { answer: { said: 'one', by: pidIn(answers[0]) } },
      { answer: { said: 'two', by: pidIn(answers[0]) } },
    ])
  })

  it('is killed if it does not answer in time, and another process answers the next question', async () => {
    const before = pidIn(await say('before'))
    expect(await say('for ever', 100)).toBeNull()
    const after = pidIn(await say('after'))
    expect(after).toBeGreaterThan(0)
    expect(after).not.toBe(before)
  })

  it('reports that it failed, and how it exited', async () => {
    expect(await say('fail')).toEqual({ failed: 'It failed.' })
    expect(await say('end')).toEqual({ failed: 'the process ended with 3' })
    expect(await say('again')).toMatchObject({ answer: { said: 'again' } })
  })
})

function pidIn(outcome: Awaited<ReturnType<typeof say>> | undefined): number {
  return outcome && 'answer' in outcome ? outcome.answer.by : 0
}
