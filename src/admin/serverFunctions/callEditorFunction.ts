import type { ImportMap, SanitizedConfig } from 'payload'
import { SIGNED_OUT } from '../editor/signedOut'
import { requestFromHere } from '../frame/requestFromHere'
import { callServerFunction } from './callServerFunction'

type Args = { given: unknown; config: Promise<SanitizedConfig>; importMap: ImportMap }

/**
 * `callServerFunction` for an editor on a screen of ours. To somebody who is not signed in it gives an answer, and not an
 * unknown address: Next would leave the page for that, with what is typed in it.
 */
export async function callEditorFunction(args: Args): Promise<unknown> {
  const { user } = await requestFromHere(args.config)
  return user ? callServerFunction(args) : SIGNED_OUT
}
