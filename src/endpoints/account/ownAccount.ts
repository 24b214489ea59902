import type { Endpoint, PayloadRequest, TypedUser } from 'payload'
import { z } from 'zod'
import { LONGEST_PASSWORD } from '@/accounts/passwordProblem'
import { sessionIdOf } from '@/accounts/sessionStrategy'
import { changeAddress } from '@/actions/account/changeAddress'
import { changePassword } from '@/actions/account/changePassword'
import { changePerson } from '@/actions/account/changePerson'
import { sendLink } from '@/actions/account/sendLink'
import { setPassword } from '@/actions/account/setPassword'
import { signOut } from '@/actions/account/signOut'
import { badInput } from '@/actions/badInput'
import { someWords } from '@/actions/input'
import { runAction } from '@/actions/runAction'
import { LANGUAGES } from '@/domain/language'
import { refuse } from '@/domain/refusal'
import { sendsMail } from '@/mail/mailSettings'
import { isDocumentId } from '@/stored/isDocumentId'
import { answer } from '../answer'
import { agentOf } from './agentOf'
import { jsonBody } from './jsonBody'
import { withLanguage } from './withLanguage'
import { withKnownBrowser, withoutSession, withSession } from './withSession'

const password = z.string().max(LONGEST_PASSWORD * 2)

/**
 * `POST /api/account/password` with `{ current, wanted }`: changes one's own password; every other browser is signed
 * out.
 */
const passwordEndpoint = ownEndpoint({
  path: '/account/password',
  input: z.object({ current: password, wanted: password }),
  handle: async ({ req, user, input }) => {
    const { headers, payload } = req
    const outcome = await changePassword({ payload, user, ...input, agent: agentOf(headers) })
    if (!outcome.ok) return answer({ req, outcome })
    const { serverURL } = payload.config
    const { browser, ...opened } = outcome.result
    const response = answer({ req, outcome: { ok: true, result: {} } })
    withKnownBrowser({ response, browser, serverURL })
    return withSession({ response, ...opened, serverURL })
  },
})

/** `POST /api/account/address` with `{ current, email, seen }`: changes one's own e-mail address. */
const addressEndpoint = ownEndpoint({
  path: '/account/address',
  input: z.object({ current: password, email: z.email().max(254), seen: z.number() }),
  handle: async ({ req, user, input }) =>
    answer({ req, outcome: await changeAddress({ payload: req.payload, user, ...input }) }),
})

/**
 * `POST /api/account/person` with `{ name, language, seen }`: changes one's own name and the language of the screens.
 */
const personEndpoint = ownEndpoint({
  path: '/account/person',
  input: z.object({ name: someWords(120), language: z.enum(LANGUAGES), seen: z.number() }),
  handle: async ({ req, user, input }) => {
    const { payload } = req
    const outcome = await changePerson({ payload, user, ...input })
    const response = answer({ req, outcome })
    return outcome.ok ? withLanguage({ response, language: input.language, config: payload.config }) : response
  },
})

/** `POST /api/account/sign-out` with `{ session }`, one of one's own, or with `{}`: signs out everywhere. */
const signOutEndpoint = ownEndpoint({
  path: '/account/sign-out',
  input: z.object({ session: z.string().max(64).optional() }),
  handle: async ({ req, user, input: { session } }) => {
    const outcome = await signOut({ payload: req.payload, user, session })
    const response = answer({ req, outcome })
    if (!outcome.ok) return response
    const isThisOne = session === undefined || session === sessionIdOf(user)
    return isThisOne ? withoutSession({ response, serverURL: req.payload.config.serverURL }) : response
  },
})

/**
 * `POST /api/account/set-password` with `{ user }`, for administrators; the answer contains the other person's new
 * password.
 */
const setPasswordEndpoint = ownEndpoint({
  path: '/account/set-password',
  input: z.object({ user: z.string().refine(isDocumentId) }),
  handle: async ({ req, user, input }) =>
    answer({ req, outcome: await setPassword({ payload: req.payload, user, of: input.user }) }),
})

/** `POST /api/account/send-link` with `{ user }`, for administrators: that person gets a mail with a link to choose a password. */
const sendLinkEndpoint = ownEndpoint({
  path: '/account/send-link',
  input: z.object({ user: z.string().refine(isDocumentId) }),
  handle: async ({ req, user, input }) => {
    if (!sendsMail()) return answer({ req, outcome: refuse('refusal.mail-off') })
    const outcome = await runAction({ action: sendLink, input: { of: input.user }, payload: req.payload, user })
    return answer({ req, outcome })
  },
})

/** What people do with accounts once they are signed in. */
export const ownAccountEndpoints: Endpoint[] = [
  passwordEndpoint,
  addressEndpoint,
  personEndpoint,
  signOutEndpoint,
  setPasswordEndpoint,
  sendLinkEndpoint,
]

type Asked<Input> = { req: PayloadRequest; user: TypedUser; input: Input }

function ownEndpoint<Input>({
  path,
  input,
  handle,
}: {
  path: string
  input: z.ZodType<Input>
  handle: (asked: Asked<Input>) => Promise<Response>
}): Endpoint {
  return {
    path,
    method: 'post',
    handler: async (req) => {
      if (!req.user) return answer({ req, outcome: refuse('refusal.sign-in') })
      const parsed = input.safeParse(await jsonBody(req))
      if (parsed.success) return handle({ req, user: req.user, input: parsed.data })
      const because = badInput({ error: parsed.error, whole: path })
      return answer({ req, outcome: { ok: false, because } })
    },
  }
}
