import { handleServerFunctions } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { notFound, unstable_rethrow } from 'next/navigation'
import { getPayload, type ImportMap, type SanitizedConfig } from 'payload'
import { sessionStrategy } from '@/accounts/sessionStrategy'
import { EDITOR_GROUND, SIGNED_OUT } from '../editor/editorFunctions'
import { allowedCall } from './allowedFunctions'
import { loadEditorGround } from './loadEditorGround'

type Args = { given: unknown; config: Promise<SanitizedConfig>; importMap: ImportMap }

/**
 * Runs the function that a screen requests. Any other call is answered like an unknown address, and so is every call of
 * a person who is not signed in: Payload checks that too, but late and with a server error (3.90.2). So is a call with
 * arguments that no screen would send, which the functions accept unchecked. `forNobody` is for an answer of another kind
 * to a person who is not signed in.
 */
export async function callServerFunction({
  given,
  config,
  importMap,
  forNobody = notFound,
}: Args & { forNobody?: () => unknown }): Promise<unknown> {
  const payload = await getPayload({ config })
  const { user } = await sessionStrategy.authenticate({ headers: await headers(), payload })
  if (!user) return forNobody()
  const call = allowedCall(given, { collections: payload.config.collections.map(({ slug }) => slug) })
  if (!call) notFound()
  try {
    if (call.name === EDITOR_GROUND) return await loadEditorGround({ config, importMap })
    return await handleServerFunctions({ ...call, config, importMap })
  } catch (error) {
    // Next throws these to answer with another status or a redirect.
    unstable_rethrow(error)
    if (isOfDatabase(error)) throw error
    payload.logger.error({ err: error, msg: `The function ${call.name} of the admin failed` })
    notFound()
  }
}

/**
 * The same for an editor on a screen of ours. For an unknown address Next would leave its page, with what is typed in it,
 * so it is told that nobody is signed in.
 */
export function callEditorFunction(args: Args): Promise<unknown> {
  return callServerFunction({ ...args, forNobody: () => SIGNED_OUT })
}

/** A database that does not answer is a server error; input that no screen would send is not. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('Mongo')
}
