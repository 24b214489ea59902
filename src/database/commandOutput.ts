import { spawn } from 'node:child_process'
import { once } from 'node:events'

type CommandArgs = {
  command: string
  args: string[]
  env?: NodeJS.ProcessEnv
  timeoutMs?: number
  /** Ends the command if it prints nothing for this long. */
  silenceMs?: (hasPrinted: boolean) => number
  onLine?: (line: string) => void
}

const LONGEST_RUN_MS = 15 * 60_000
const KEPT_CHARACTERS = 20_000

/** What the command printed; throws with the relevant line if it fails or takes too long. */
export async function outputOf({ command, args, env, timeoutMs = LONGEST_RUN_MS, silenceMs, onLine }: CommandArgs) {
  const child = spawn(command, args, { env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  let stoppedBecause = ''
  const stop = (because: string) => {
    stoppedBecause = because
    child.kill('SIGKILL')
  }
  const total = setTimeout(() => stop(`no end within ${timeoutMs / 1000} s`), timeoutMs)
  let silence: NodeJS.Timeout | undefined
  const listen = (hasPrinted: boolean) => {
    clearTimeout(silence)
    const ms = silenceMs?.(hasPrinted)
    if (ms) silence = setTimeout(() => stop(`no answer within ${ms / 1000} s`), ms)
  }
  listen(false)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    listen(true)
    output = (output + text).slice(-KEPT_CHARACTERS)
    for (const line of text.split(/[\r\n]+/)) if (line.trim()) onLine?.(line.trim())
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-KEPT_CHARACTERS)
  })
  try {
    const [code, signal]: unknown[] = await once(child, 'close')
    if (stoppedBecause) throw new Error(stoppedBecause)
    if (code !== 0) throw new Error(firstLineOf(errors) || firstLineOf(output) || `ended with ${signal ?? code}`)
    return output
  } finally {
    clearTimeout(total)
    clearTimeout(silence)
  }
}

/** The first line that is an error, else the first that mentions one, else the first line. */
export function firstLineOf(text: string): string {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim())
  const line = lines.find(isError) ?? lines.find(namesError) ?? lines[0] ?? ''
  return line.trim().slice(0, 300)
}

const isError = (line: string) => /^error\b/i.test(line)
const namesError = (line: string) => /error/i.test(line)
