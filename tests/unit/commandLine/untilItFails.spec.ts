import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { untilDatabaseFails, untilItFails } from '@/scripts/production'

test('a server that died is detected, and how it died', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  const failure = untilItFails({ process: child })
  child.kill('SIGKILL')
  await expect(failure).rejects.toThrow(/ended by itself \(SIGKILL\)/)
  await expect(untilItFails({ process: child })).rejects.toThrow(/ended by itself/)
})

test('a database that died is detected', async () => {
  await expect(untilDatabaseFails({ ended: Promise.resolve() })).rejects.toThrow(/database has ended by itself/)
})
