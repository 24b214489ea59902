import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { SanitizedConfig } from 'payload'
import { ADDRESS_HEADER } from './addressHeader'
import { requestFromHere } from './requestFromHere'
import type { ViewProps } from './visitor'

/** What Next gives to a page. */
export type PageArgs<Part extends string = never> = {
  params: Promise<Record<Part, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * What a view of ours is given, from what Next gives to its page. Answers like an unknown address if a part of the address
 * names what nothing stored can be called.
 */
export async function viewFromHere<Part extends string>({
  config,
  params,
  searchParams,
}: PageArgs<Part> & { config: Promise<SanitizedConfig> }): Promise<ViewProps<Part>> {
  const parts = decoded(await params)
  if (!Object.values<string>(parts).every(canBeName)) notFound()
  const [req, asked, query] = await Promise.all([requestFromHere(config), headers(), searchParams])
  return { req, address: asked.get(ADDRESS_HEADER) ?? '/admin', params: parts, searchParams: query }
}

/** Longer than every id, key of a section and address of a toolkit. */
const LONGEST_NAME = 200

/** A query for any other name is refused as a wrong one (`access/questionProblem`): on a screen that would be a server error. */
function canBeName(part: string): boolean {
  return part.length <= LONGEST_NAME && !part.includes('\0')
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
