import type { Translator } from '@/messages/translate'
import { actionWords } from '../actionWords'
import type { SignInWords } from './SignInAgain.client'

/** The messages of `SignInAgain`. */
export function signInWords(say: Translator): SignInWords {
  return {
    ...actionWords(say),
    title: say('account.again.title'),
    text: say('account.again.text'),
    email: say('account.sign-in.email'),
    password: say('account.sign-in.password'),
    later: say('account.again.later'),
    running: say('account.sign-in.running'),
    problem: say('account.sign-in.problem'),
  }
}
