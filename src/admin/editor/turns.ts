/** The turn that was given last in this window. */
let last = 0

/** The number of what is kept next in this window: the time, and greater than all before, also if the clock was set back. */
export function nextTurn(): number {
  last = Math.max(last + 1, Date.now())
  return last
}

/** Names a turn that this window gave before its page was loaded again. */
export function passTurn(turn: number): void {
  if (turn > last) last = turn
}
