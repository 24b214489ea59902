import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { mostMemory } from '@/scripts/attack/memoryOfGroup'

it('measures a process and all that it has started, and not who started it', async () => {
  const keepsAlive = 'setInterval(() => {}, 1000)'
  const starts = `require('node:child_process').spawn(process.execPath, ['-e', "console.log(1);${keepsAlive}"], { stdio: 'inherit' });${keepsAlive}`
  const leader = spawn(process.execPath, ['-e', starts], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = leader.pid ?? 0
  try {
    await once(leader.stdout, 'data')
    let looks = 0
    const most = await mostMemory({ leader: pid, isOver: () => looks++ > 0 })
    expect(most.leader).toBeGreaterThan(10_000_000)
    expect(most.group).toBeGreaterThan(most.leader + 10_000_000)
    expect(most.group).toBeLessThan(most.leader * 4)
  } finally {
    process.kill(-pid, 'SIGKILL')
  }
})
