import type { PayloadRequest } from 'payload'

/** A symbol, so that no external input can name it; Payload copies it with the context. */
const INSIDE = Symbol('inside an action')

/** Marks a request as running inside the action of this name. Only src/actions/performAs.ts does this. */
export function markInsideAction(req: PayloadRequest, action: string): void {
  Object.assign(req.context, { [INSIDE]: action })
}

/** Is this request, or the operation nested in it, running inside an action? */
export function isInsideAction(req: PayloadRequest): boolean {
  return actionOf(req) !== null
}

/** The name of the action that a request runs in; null outside of actions. */
export function actionOf(req: PayloadRequest): string | null {
  const action: unknown = Reflect.get(req.context, INSIDE)
  return typeof action === 'string' ? action : null
}
