import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { mostMemory } from '@/scripts/attack/memoryOfGroup'

const MB = 1024 * 1024
/** Node's own memory: 8 MB if many processes share its program, 60 MB if it runs alone. */
const NODE = 60 * MB

// Node's own memory depends on what else runs. So each process allocates memory of its own and reports when it has it.
it('measures a process and all its children, but not its parent', async () => {
  const held = Buffer.alloc(200 * MB, 1)
  const started = `const held = Buffer.alloc(${80 * MB}, 1); console.log(1); setInterval(() => held, 1000)`
  const starts = `const held = Buffer.alloc(${40 * MB}, 1); require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(started)}], { stdio: 'inherit' }); setInterval(() => held, 1000)`
  const leader = spawn(process.execPath, ['-e', starts], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = leader.pid ?? 0
  try {
    await once(leader.stdout, 'data')
    let looks = 0
    const most = await mostMemory({ leader: pid, isOver: () => looks++ > 0 })
    expect(most.leader).toBeGreaterThan(40 * MB)
    expect(most.leader).toBeLessThan(40 * MB + NODE)
    expect(most.group).toBeGreaterThan(most.leader + 80 * MB)
    expect(most.group).toBeLessThan(40 * MB + NODE + 80 * MB + NODE)
    expect(held.length).toBe(200 * MB)
  } finally {
    process.kill(-pid, 'SIGKILL')
  }
})
