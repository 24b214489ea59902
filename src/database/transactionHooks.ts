import type { CollectionAfterOperationHook, CollectionBeforeOperationHook } from 'payload'

/**
 * First of the `beforeOperation` hooks of every collection: stores the transaction that the outermost operation began,
 * and refuses to continue in a request whose transaction a nested failure has ended.
 */
export const guardTransactionBeforeOperation: CollectionBeforeOperationHook = async ({ req, args }) => {
  const id = await req.transactionID
  const expected = req.context.txExpected
  if (expected) {
    if (id !== expected) throw new Error(ENDED)
    return args
  }
  if (!id) return args
  req.context.txExpected = id
  return { ...args, [OWNS_TRANSACTION]: true }
}

/**
 * Last of the `afterOperation` hooks of every collection: an operation whose transaction has ended must not report
 * success.
 */
export const guardTransactionAfterOperation: CollectionAfterOperationHook = async ({ req, args, result }) => {
  if (OWNS_TRANSACTION in args) {
    if ((await req.transactionID) !== req.context.txExpected) throw new Error(ENDED)
    delete req.context.txExpected
  }
  return result
}

const OWNS_TRANSACTION = 'txOwner'
const ENDED = 'the transaction of this request was ended by a nested failure'
