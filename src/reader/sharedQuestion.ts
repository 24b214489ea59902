/**
 * A question that those share who come while it is asked. Nobody gets an answer to a question that was asked before they came: they
 * wait for the one that is under way, and all get the answer of the next. So one is under way at a time, however many come.
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
