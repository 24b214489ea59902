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

describe('a program that is asked in a process of its own', () => {
  afterAll(() => {
    close()
    rmSync(folder, { recursive: true })
  })

  it('answers one question after the other in one process', async () => {
    const answers = [await say('one'), await say('two')]
    expect(answers).toEqual([
      { answer: { said: 'one', by: pidIn(answers[0]) } },
      { answer: { said: 'two', by: pidIn(answers[0]) } },
    ])
  })

  it('is stopped where it is not ready in time, and the next question is answered by another process', async () => {
    const before = pidIn(await say('before'))
    expect(await say('for ever', 100)).toBeNull()
    const after = pidIn(await say('after'))
    expect(after).toBeGreaterThan(0)
    expect(after).not.toBe(before)
  })

  it('says that it failed, and how it ended', async () => {
    expect(await say('fail')).toEqual({ failed: 'It failed.' })
    expect(await say('end')).toEqual({ failed: 'the process ended with 3' })
    expect(await say('again')).toMatchObject({ answer: { said: 'again' } })
  })
})

function pidIn(outcome: Awaited<ReturnType<typeof say>> | undefined): number {
  return outcome && 'answer' in outcome ? outcome.answer.by : 0
}
