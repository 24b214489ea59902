/** What became of a copy that was sent: kept, not kept but worth another try, or refused. */
export type Sent = 'kept' | 'later' | 'refused'

type Given = {
  /** What is unsaved now, as JSON; null if nothing is; undefined if what the server has is to stay as it is. */
  read: () => string | null | undefined
  /** Sends it in place of what was sent before; never throws. `isLast`: the page is perhaps about to go. */
  send: (copy: string | null, isLast: boolean) => Promise<Sent>
  /** Can the server have something that goes once nothing is unsaved? */
  isHeld: boolean
}

/** While somebody types, this much time passes between two copies, in milliseconds. */
const PAUSE = 2_000

/** Without an answer it is tried again after this much time, in milliseconds, and each time after twice as much. */
const RETRY = 4_000
const LONGEST_RETRY = 60_000

/**
 * Keeps what is unsaved on the server while somebody types: the first words after a pause, then at most one copy in each
 * pause, and one request at a time. Once nothing is unsaved any more, the copy goes.
 */
export function copyKeeper({ read, send, isHeld }: Given) {
  /** What the server has of this window; undefined if that is not known. */
  let held: string | null | undefined = isHeld ? undefined : null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false
  let newest = 0
  let retry = RETRY
  let hasEnded = false

  function plan(wait: number): void {
    if (hasEnded) return
    timer ??= setTimeout(() => {
      timer = undefined
      if (!isSending) void sendIfNew(false)
    }, wait)
  }

  async function sendIfNew(isLast: boolean): Promise<void> {
    const copy = read()
    if (copy === undefined || copy === held) return
    newest += 1
    const mine = newest
    const before = held
    held = undefined
    isSending = true
    const sent = await send(copy, isLast)
    // Another one was sent meanwhile: its answer counts.
    if (mine !== newest) return
    isSending = false
    // Whether a copy without an answer was kept is unknown.
    held = sent === 'kept' ? copy : sent === 'later' ? undefined : before
    const wait = retry
    retry = sent === 'later' ? Math.min(2 * retry, LONGEST_RETRY) : RETRY
    if (sent === 'later') plan(wait)
    else if (read() !== copy) plan(PAUSE)
  }

  return {
    /** Something was typed, saved or discarded. */
    changed: () => plan(PAUSE),
    /** The page is perhaps about to go: what is not kept yet is sent at once. */
    leave(): void {
      clearTimeout(timer)
      timer = undefined
      void sendIfNew(true)
    },
    /** The editor is gone: what is not kept yet is sent once. Later, another editor may have the text. */
    end(): void {
      this.leave()
      hasEnded = true
    },
  }
}
