/**
 * A query that simultaneous requests share. Nobody gets the answer to a query that began before their request: they
 * wait for the running one, and all get the answer of the next. So only one runs at a time, however many requests
 * arrive.
 */
export function sharedQuestion<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | undefined
  return () => {
    next ??= underWay.then(() => {
      next = undefined
      const answer = ask()
      underWay = answer.catch(() => undefined)
      return answer
    })
    return next
  }
}
