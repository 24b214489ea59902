import { handleServerFunctions } from '@payloadcms/next/layouts'
import { notFound } from 'next/navigation'
import type { ImportMap, SanitizedConfig } from 'payload'
import { allowedCall } from './allowedFunctions'

type Args = { given: unknown; config: Promise<SanitizedConfig>; importMap: ImportMap }

/** Runs the function that a screen asks for; any other call is one to an address where nothing is. */
export async function callServerFunction({ given, config, importMap }: Args): Promise<unknown> {
  const { collections } = await config
  const call = allowedCall(given, { collections: collections.map(({ slug }) => slug) })
  if (!call) notFound()
  return handleServerFunctions({ ...call, config, importMap })
}
