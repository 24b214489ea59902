import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { untilDatabaseFails, untilItFails } from '@/scripts/production'

test('that the server has died is noticed, and how', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  const failure = untilItFails({ process: child })
  child.kill('SIGKILL')
  await expect(failure).rejects.toThrow(/ended by itself \(SIGKILL\)/)
  await expect(untilItFails({ process: child })).rejects.toThrow(/ended by itself/)
})

test('that the database has died is noticed', async () => {
  await expect(untilDatabaseFails({ ended: Promise.resolve() })).rejects.toThrow(/database has ended by itself/)
})
