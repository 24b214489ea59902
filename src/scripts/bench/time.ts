/**
 * The shortest of some runs, in milliseconds: other work on the machine only ever adds time. Ends early if it takes
 * long.
 */
export function shortestTime({ run, times, within }: { run: () => void; times: number; within: number }): number {
  const begun = performance.now()
  let shortest = Number.POSITIVE_INFINITY
  for (let count = 0; count < times && (count === 0 || performance.now() - begun < within); count++) {
    const started = performance.now()
    run()
    shortest = Math.min(shortest, performance.now() - started)
  }
  return shortest
}
