import type { CollectionAfterChangeHook } from 'payload'
import { mailPasswordLink } from '@/actions/account/mailPasswordLink'
import { sendsMail } from '@/mail/mailSettings'

/** A person whom an administrator adds gets a link to choose a password: the account and the mail are stored together, or neither. */
export const inviteNewPersonAfterChange: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  const { payload, user } = req
  const transaction = await req.transactionID
  const session = transaction ? payload.db.sessions[transaction] : undefined
  if (operation !== 'create' || !user || !session || !sendsMail()) return doc
  const { id, email, language } = doc
  await mailPasswordLink({ payload, session, person: { id: String(id), email, language }, invitedBy: user.name })
  return doc
}
