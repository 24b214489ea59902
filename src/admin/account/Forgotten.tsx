import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Plain } from './Plain'

/** Says who sets a new password. No e-mail is sent, and there is no field: the page reveals nothing about accounts. */
export function Forgotten({ language, say }: { language: Language; say: Translator }) {
  return (
    <Plain title={say('account.forgotten.title')} language={language}>
      <p>{say('account.forgotten.text')}</p>
      <p>{say('account.forgotten.then')}</p>
      <p>
        <a href="/admin/login">{say('account.forgotten.back')}</a>
      </p>
    </Plain>
  )
}
