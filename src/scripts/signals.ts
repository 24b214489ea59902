import { constants } from 'node:os'

// What a terminal, a container or a service manager sends to end a process.
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type EndSignal = (typeof SIGNALS)[number]

/** From now on these signals no longer end this process: `react` decides. */
export function onEndSignals(react: (signal: EndSignal) => void): void {
  for (const signal of SIGNALS) process.on(signal, () => react(signal))
  if (process.env.npm_lifecycle_event) onLostParent(() => react('SIGHUP'))
}

/** The exit code with which a shell reports that a signal ended the process. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal]
}

/** A signal to npm ends the shell between npm and us, and never reaches us: the end of the shell is the signal. */
function onLostParent(react: () => void) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    react()
  }, 500)
  watch.unref()
}
