import { headers } from 'next/headers'
import type { SanitizedConfig } from 'payload'
import { ADDRESS_HEADER } from './addressHeader'
import { requestFromHere } from './requestFromHere'
import type { ViewProps } from './visitor'

/** What Next gives to a page. */
export type PageArgs<Part extends string = never> = {
  params: Promise<Record<Part, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What a view of ours is given, from what Next gives to its page. */
export async function viewFromHere<Part extends string>({
  config,
  params,
  searchParams,
}: PageArgs<Part> & { config: Promise<SanitizedConfig> }): Promise<ViewProps<Part>> {
  const [req, asked, parts, query] = await Promise.all([requestFromHere(config), headers(), params, searchParams])
  return { req, address: asked.get(ADDRESS_HEADER) ?? '/admin', params: decoded(parts), searchParams: query }
}

/** Next gives the parts of an address as they are written there. */
function decoded<Part extends string>(parts: Record<Part, string>): Record<Part, string> {
  const plain = Object.entries<string>(parts).map(([name, part]) => [name, decodedPart(part)])
  return Object.fromEntries(plain)
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
