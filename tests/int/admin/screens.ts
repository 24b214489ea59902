import { createLocalReq } from 'payload'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import type { ViewProps } from '@/admin/frame/visitor'
import type { Application, Person } from '../setup/application'

/** What a screen is given that any of ours accepts. */
export type AnyViewProps = ViewProps<'variant' | 'toolkit' | 'edition' | 'proposal' | 'key'>

export type AskedScreen = {
  person: Person
  view: (props: AnyViewProps) => ReactNode | Promise<ReactNode>
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
  // As the folders of src/app name them: /admin/version/[variant]/section/[key].
  const [, first = '', , key = ''] = segments
  const params = { variant: first, toolkit: first, edition: first, proposal: first, key }
  const address = ['/admin', ...segments].join('/')
  const stream = await renderToReadableStream(await View({ req, address, params, searchParams }))
  await stream.allReady
  return new Response(stream).text()
}

/** The words of a page, without its markup. */
export function wordsOf(html: string): string {
  return html.replace(/<!--.*?-->|<[^>]*>/gs, ' ').replace(/\s+/g, ' ')
}
