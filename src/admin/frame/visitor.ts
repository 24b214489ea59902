import { redirect } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import type { Actor } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { type Translator, translatorFor } from '@/messages/translate'

/** The person who looks at a screen: everything is read with their request, and shown in their language. */
export type Visitor = { req: PayloadRequest; actor: Actor; language: Language; say: Translator }

/**
 * The person who opened one of our screens. Payload renders root views for everybody, so each of them begins with this:
 * a person who is not signed in is sent to the sign-in and returns, and a person without a role is sent to the page
 * that says so.
 */
export async function visitorOf({ initPageResult, params, searchParams }: AdminViewServerProps): Promise<Visitor> {
  const { permissions, req } = initPageResult
  const actor = await actorOf(req)
  if (!actor) redirect(`/admin/login?redirect=${encodeURIComponent(addressOf({ params, searchParams }))}`)
  if (actor.passwordMustChange) redirect('/admin/account')
  if (!permissions.canAccessAdmin) redirect('/admin/unauthorized')
  const language = languageOf(req)
  return { req, actor, language, say: translatorFor(language) }
}

/** The parts of the address after `/admin`, decoded: `['version', '65a…']`. */
export function segmentsOf({ params }: Pick<AdminViewServerProps, 'params'>): string[] {
  const segments = params?.segments
  return (Array.isArray(segments) ? segments : []).map(decoded)
}

/** One value of the query; the first if it occurs twice, empty if it is missing. */
export function queryOf({ searchParams }: Pick<AdminViewServerProps, 'searchParams'>, name: string): string {
  const value: unknown = searchParams?.[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

function addressOf({ params, searchParams }: Pick<AdminViewServerProps, 'params' | 'searchParams'>): string {
  const path = ['/admin', ...segmentsOf({ params }).map(encodeURIComponent)].join('/')
  const query = new URLSearchParams()
  for (const name of Object.keys(searchParams ?? {})) query.set(name, queryOf({ searchParams }, name))
  return query.size > 0 ? `${path}?${query}` : path
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
