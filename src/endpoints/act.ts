import type { Endpoint } from 'payload'
import { actions } from '@/actions'
import { answer } from './answer'

/**
 * `POST /api/act/:name` with the action's input as JSON. The screens change texts and editions only here; an import, a
 * picture and an account have endpoints of their own.
 */
export const actEndpoint: Endpoint = {
  path: '/act/:name',
  method: 'post',
  handler: async (req) => {
    const action = actions.find(({ name }) => name === req.routeParams?.name)
    if (!action) return answer({ req, outcome: { ok: false, because: [{ key: 'refusal.action-unknown' }] } })
    // The input of anonymous requests is not read: deep nesting takes time.
    const input = req.user ? await readJson(req) : undefined
    const outcome = await action.run({ input, payload: req.payload, user: req.user })
    return answer({ req, outcome })
  },
}

/** The body as JSON; anything else becomes an empty input, which the action's own check then refuses. */
async function readJson(req: { text?: () => Promise<string> }): Promise<unknown> {
  try {
    return JSON.parse((await req.text?.()) ?? '')
  } catch {
    return undefined
  }
}
