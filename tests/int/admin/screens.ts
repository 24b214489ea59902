import { type AdminViewServerProps, createLocalReq } from 'payload'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import type { Application, Person } from '../setup/application'

export type AskedScreen = {
  person: Person
  view: (props: AdminViewServerProps) => ReactNode | Promise<ReactNode>
  /** The parts of its address after `/admin`. */
  segments?: string[]
  searchParams?: Record<string, string>
}

/** One of our screens as a person sees it. */
export async function htmlOfScreen(
  { payload }: Application,
  { person, view: View, segments = [], searchParams = {} }: AskedScreen,
): Promise<string> {
  const user = await payload.findByID({ collection: 'users', id: person.id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  // The part of what Payload passes to a view that our screens use.
  const props: unknown = {
    initPageResult: { req, permissions: { canAccessAdmin: true } },
    params: { segments },
    searchParams,
  }
  const stream = await renderToReadableStream(await View(props as AdminViewServerProps))
  await stream.allReady
  return new Response(stream).text()
}

/** The words of a page, without its markup. */
export function wordsOf(html: string): string {
  return html.replace(/<!--.*?-->|<[^>]*>/gs, ' ').replace(/\s+/g, ' ')
}
