import { handleServerFunctions } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { notFound, unstable_rethrow } from 'next/navigation'
import { getPayload, type ImportMap, type SanitizedConfig } from 'payload'
import { sessionStrategy } from '@/accounts/sessionStrategy'
import { allowedCall } from './allowedFunctions'

type Args = { given: unknown; config: Promise<SanitizedConfig>; importMap: ImportMap }

/**
 * Runs the function that a screen asks for. Any other call is one to an address where nothing is, and so is every call of
 * somebody who is not signed in: Payload looks for that too, but late and by an error of the server (3.90.2). So is one
 * whose arguments no screen would send, which the functions take as they come.
 */
export async function callServerFunction({ given, config, importMap }: Args): Promise<unknown> {
  const { collections } = await config
  const call = allowedCall(given, { collections: collections.map(({ slug }) => slug) })
  if (!call) notFound()
  const payload = await getPayload({ config })
  const { user } = await sessionStrategy.authenticate({ headers: await headers(), payload })
  if (!user) notFound()
  try {
    return await handleServerFunctions({ ...call, config, importMap })
  } catch (error) {
    // What Next itself throws to answer with another status or another address.
    unstable_rethrow(error)
    if (isOfDatabase(error)) throw error
    payload.logger.error({ err: error, msg: `The function ${call.name} of the admin failed` })
    notFound()
  }
}

/** The database that does not answer is an error of the server; what a screen would not have sent is not. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('Mongo')
}
