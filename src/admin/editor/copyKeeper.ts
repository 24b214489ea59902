/** What became of a copy that was sent: kept, not kept but worth another try, or refused. */
export type Sent = 'kept' | 'later' | 'refused'

type Given = {
  /** What is unsaved now, as JSON; null if nothing is. */
  read: () => string | null
  /** Sends it in place of what was sent before; never throws. `isLast`: the page is about to go. */
  send: (copy: string | null, isLast: boolean) => Promise<Sent>
  /** Does the server have a copy already that goes once nothing is unsaved? */
  isHeld: boolean
}

/** While somebody types, this much time passes between two copies, in milliseconds. */
const PAUSE = 2_000

/** Without an answer it is tried again after this much time, in milliseconds. */
const RETRY = 4_000

/**
 * Keeps what is unsaved on the server while somebody types: the first words after a pause, then at most one copy in each
 * pause, and one request at a time. Once nothing is unsaved any more, the copy goes.
 */
export function copyKeeper({ read, send, isHeld }: Given) {
  /** What the server has of this window; undefined if that is not known. */
  let held: string | null | undefined = isHeld ? undefined : null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false

  function plan(wait: number): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void sendNow()
    }, wait)
  }

  async function sendNow(): Promise<void> {
    const copy = read()
    if (isSending || copy === held) return
    isSending = true
    const sent = await send(copy, false)
    isSending = false
    // Whether a copy without an answer was kept is unknown.
    held = sent === 'kept' ? copy : sent === 'later' ? undefined : held
    if (sent === 'later') plan(RETRY)
    else if (read() !== copy) plan(PAUSE)
  }

  return {
    /** Something was typed, saved or discarded. */
    changed: () => plan(PAUSE),
    /** The page is about to go: what is not kept yet is sent at once. */
    leave(): void {
      clearTimeout(timer)
      timer = undefined
      const copy = read()
      if (copy !== held) void send(copy, true)
    },
  }
}
