import type { PayloadRequest } from 'payload'

/** A symbol, so that nothing that comes from outside can name it; it travels when Payload copies the context. */
const INSIDE = Symbol('inside an action')

/** Marks a request as running inside an action. Only src/actions/runAction.ts does. */
export function markInsideAction(req: PayloadRequest): void {
  Object.assign(req.context, { [INSIDE]: true })
}

/** Is this request, or the operation nested in it, running inside an action? */
export function isInsideAction(req: PayloadRequest): boolean {
  return Reflect.get(req.context, INSIDE) === true
}
