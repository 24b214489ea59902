const DAY = 24 * 60 * 60 * 1000

/**
 * Does work as if it were so many days ago: the clock of this process shows that time and goes on. Actions, revisions and
 * the permanent record take their time from it, so all of them agree. Only for a process that ends soon after: mongoose
 * takes a connection for lost when the clock jumps, and then waits where it opens or drops a database.
 */
export async function daysAgo<Result>(days: number, work: () => Promise<Result>): Promise<Result> {
  const RealDate = globalThis.Date
  const now = () => RealDate.now() - days * DAY
  globalThis.Date = new Proxy(RealDate, {
    construct: (_, given: unknown[]) => Reflect.construct(RealDate, given.length === 0 ? [now()] : given),
    apply: () => new RealDate(now()).toString(),
    get: (_, name) => (name === 'now' ? now : Reflect.get(RealDate, name)),
  })
  try {
    return await work()
  } finally {
    globalThis.Date = RealDate
  }
}
