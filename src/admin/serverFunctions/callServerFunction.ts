import { handleServerFunctions } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getPayload, type ImportMap, type SanitizedConfig } from 'payload'
import { sessionStrategy } from '@/accounts/sessionStrategy'
import { allowedCall } from './allowedFunctions'

type Args = { given: unknown; config: Promise<SanitizedConfig>; importMap: ImportMap }

/**
 * Runs the function that a screen asks for. Any other call is one to an address where nothing is, and so is every call of
 * somebody who is not signed in: Payload looks for that too, but late and by an error of the server (3.90.2).
 */
export async function callServerFunction({ given, config, importMap }: Args): Promise<unknown> {
  const { collections } = await config
  const call = allowedCall(given, { collections: collections.map(({ slug }) => slug) })
  if (!call) notFound()
  const payload = await getPayload({ config })
  const { user } = await sessionStrategy.authenticate({ headers: await headers(), payload })
  if (!user) notFound()
  return handleServerFunctions({ ...call, config, importMap })
}
