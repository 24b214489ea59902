import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'

const printed = z.object({ url: z.string(), env: z.record(z.string(), z.string()) })

/** The inbox of the sample, in a process of its own: Playwright reads no catalogues of messages. */
export async function startInboxProcess(): Promise<z.infer<typeof printed> & { stop: () => void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/e2e/setup/inbox.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { ...printed.parse(JSON.parse(String(line))), stop: () => child.stdin.end() }
}
