import type { RefusalKey } from '@/domain/refusal'
import { asRecord } from '@/stored/parse'
import { headersOfPage } from './frame/headersOfPage'
import { sendSignedIn } from './frame/signInAgain'
import type { WrongField } from './markFields'
import { readReasons } from './readReasons'

/** What `POST /api/act/<name>` answers, as far as a screen needs it. */
export type ActionAnswer =
  | { kind: 'done'; result: Record<string, unknown> }
  /**
   * A rule refused: its sentences, in the person's language, and the fields that some are about. If what is stored is
   * no longer what the person saw (`isMoved`), the screen must be loaded again first. If the server could not do it now
   * (`isBusy`), the same request can be sent again later.
   */
  | { kind: 'refused'; texts: string[]; wrong: WrongField[]; isMoved: boolean; isBusy: boolean }
  /** The session has ended: nothing was done. */
  | { kind: 'signed-out'; texts: string[] }
  /** Somebody else has signed in in this browser: nothing was done, and the page must stay as it is. */
  | { kind: 'other-person'; texts: string[] }
  /** Somebody saved before; `saved` is what is stored now. */
  | { kind: 'stale'; texts: string[]; saved: unknown }
  /** It is unknown whether it was done: no answer, an unreadable one, or one that says so, in `texts`. */
  | { kind: 'unknown'; texts: string[] }

/** Runs an action of src/actions by its name. It never throws. */
export async function callAction({
  action,
  input,
}: {
  action: string
  input: Record<string, unknown>
}): Promise<ActionAnswer> {
  return callRoute({ path: pathOf(action), input })
}

/**
 * The same for what a page sends by itself: nobody is asked to sign in. With `isLast` it is sent although the page goes;
 * a browser does that for up to 64 KB.
 */
export async function callActionQuietly({
  action,
  input,
  isLast,
}: {
  action: string
  input: Record<string, unknown>
  isLast: boolean
}): Promise<ActionAnswer> {
  return callRouteOnce({ path: pathOf(action), input }, headersOfPage(), isLast)
}

function pathOf(action: string): string {
  return `/api/act/${encodeURIComponent(action)}`
}

type Route = { path: string; input: Record<string, unknown> }

/**
 * Sends a request to one of our routes that answers as actions do, for the person for whom the page was made. If their
 * session has ended, they are asked to sign in, and it is sent once more. It never throws.
 */
export async function callRoute(route: Route): Promise<ActionAnswer> {
  const headers = headersOfPage()
  return sendSignedIn(
    () => callRouteOnce(route, headers),
    ({ kind }) => kind === 'signed-out',
  )
}

/** The same with a form, which can have files. */
export async function callRouteWithForm({ path, form }: { path: string; form: FormData }): Promise<ActionAnswer> {
  const headers = headersOfPage()
  return sendSignedIn(
    () => sendOnce(path, { headers, body: form }),
    ({ kind }) => kind === 'signed-out',
  )
}

function callRouteOnce(
  { path, input }: Route,
  ofPage: Record<string, string>,
  keepalive = false,
): Promise<ActionAnswer> {
  const headers = { ...ofPage, 'content-type': 'application/json' }
  return sendOnce(path, { keepalive, headers, body: JSON.stringify(input) })
}

async function sendOnce(path: string, request: RequestInit): Promise<ActionAnswer> {
  try {
    const response = await fetch(path, { method: 'POST', credentials: 'same-origin', ...request })
    return readAnswer({ status: response.status, body: await response.json() })
  } catch {
    return { kind: 'unknown', texts: [] }
  }
}

/** The answer of the route as a value; anything in another form is `unknown`. */
export function readAnswer({ status, body }: { status: number; body: unknown }): ActionAnswer {
  const { ok, result, because, saved } = asRecord(body)
  if (ok === true) return { kind: 'done', result: asRecord(result) }
  const { texts, wrong } = readReasons(because)
  if (ok !== false || texts.length === 0) return { kind: 'unknown', texts: [] }
  if (hasReason(because, 'request.not-confirmed')) return { kind: 'unknown', texts }
  if (status === 412) return { kind: 'other-person', texts }
  if (status === 401 && hasReason(because, 'refusal.sign-in')) return { kind: 'signed-out', texts }
  // If the answer does not say what is stored, the sentence says what to do.
  const isMoved = status === 409
  if (isMoved && saved !== undefined) return { kind: 'stale', texts, saved }
  return { kind: 'refused', texts, wrong, isMoved, isBusy: status === 429 || status >= 500 }
}

function hasReason(because: unknown, key: RefusalKey): boolean {
  return Array.isArray(because) && because.some((reason) => asRecord(reason).key === key)
}

/** An address whose parts in braces are filled in from the result of an action: `/admin/version/{variant}`. */
export function addressAfter({ next, result }: { next: string; result: Record<string, unknown> }): string {
  return next.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(result[name] ?? '')))
}
