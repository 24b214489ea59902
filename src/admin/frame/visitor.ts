import { redirect } from 'next/navigation'
import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { opensAdmin } from '@/access/rules'
import type { Actor } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { type Translator, translatorFor } from '@/messages/translate'
import { ACCOUNT, NO_ROLE, signInAddress } from '../words/addresses'

/** What the view of a screen is given. `Part` names the variable parts of its address, for example `'variant' | 'key'`. */
export type ViewProps<Part extends string = never> = {
  /** The request of the page, with the person who is signed in. */
  req: PayloadRequest
  /** Path and query, as the browser requested them. */
  address: string
  params: Record<Part, string>
  searchParams: Readonly<Record<string, string | string[] | undefined>>
}

/** The person who looks at a screen: everything is read with their request, and shown in their language. */
export type Visitor = { req: PayloadRequest; actor: Actor; language: Language; say: Translator }

/**
 * The person who opened one of our screens. Each of them begins with this: a person who is not signed in is sent to the
 * sign-in and returns, and a person without a role is sent to the page that says so.
 */
export async function visitorOf(view: Pick<ViewProps, 'req' | 'address'>): Promise<Visitor> {
  const visitor = await signedInOf(view)
  if (visitor.actor.passwordMustChange) redirect(ACCOUNT)
  if (!(await opensAdmin(view))) redirect(NO_ROLE)
  return visitor
}

/** The same for a screen that is open to everybody who is signed in, whether or not they have a role. */
export async function signedInOf({ req, address }: Pick<ViewProps, 'req' | 'address'>): Promise<Visitor> {
  const actor = await actorOf(req)
  if (!actor) redirect(signInAddress(address))
  const language = languageOf(req)
  return { req, actor, language, say: translatorFor(language) }
}

/** One value of the query; the first if it occurs twice, empty if it is missing. */
export function queryOf({ searchParams }: Pick<ViewProps, 'searchParams'>, name: string): string {
  const value = searchParams[name]
  const first = Array.isArray(value) ? value[0] : value
  return first ?? ''
}
