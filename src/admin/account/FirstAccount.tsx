import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Plain } from './Plain'

/** Says how the first account is created. It is created on the server alone: whoever opens the address first must not be the first. */
export function FirstAccount({ language, say }: { language: Language; say: Translator }) {
  return (
    <Plain title={say('account.first.title')} language={language}>
      <p>{say('account.first.text')}</p>
      <p>
        <code>npm run toolkit -- person you@example.org --role admin</code>
      </p>
      <p>{say('account.first.then')}</p>
      <p>
        <a href="/admin/login">{say('account.sign-in.title')}</a>
      </p>
    </Plain>
  )
}
