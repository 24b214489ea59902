import { redirect } from 'next/navigation'
import { languageOf } from '@/access/languageOf'
import { translatorFor } from '@/messages/translate'
import { actionWords } from '../actionWords'
import type { ViewProps } from '../frame/visitor'
import { SIGN_IN } from '../words/addresses'
import { Plain } from './Plain'
import { RouteForm } from './RouteForm.client'

/** Signs out the person who opens it; the button is for when that fails. */
export async function SignOutView({ req }: ViewProps) {
  if (!req.user) redirect(SIGN_IN)
  const language = languageOf(req)
  const say = translatorFor(language)
  const words = { ...actionWords(say), running: say('account.signing-out') }
  return (
    <Plain title={say('account.sign-out')} language={language}>
      <RouteForm path="/api/users/logout" label={say('account.sign-out')} words={words} next={SIGN_IN} isSentAtOnce />
    </Plain>
  )
}
