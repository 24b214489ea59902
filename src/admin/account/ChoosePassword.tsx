import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { actionWords } from '../actionWords'
import { FORGOTTEN, SIGN_IN_WITH_NEW } from '../words/addresses'
import { LinkToken } from './LinkToken.client'
import { NewPasswordField } from './NewPasswordField'
import { Plain } from './Plain'
import { RouteForm } from './RouteForm.client'

/** Where a person who opened the link of a mail chooses a password. Opening it uses nothing up: programs open links of mails too. */
export function ChoosePassword({ language, say }: { language: Language; say: Translator }) {
  return (
    <Plain title={say('account.choose.title')} language={language}>
      <noscript>
        <p>{say('account.sign-in.script')}</p>
      </noscript>
      <RouteForm
        path="/api/account/choose-password"
        label={say('account.choose.do')}
        next={SIGN_IN_WITH_NEW}
        words={actionWords(say)}
      >
        <LinkToken missing={say('account.choose.no-link')} />
        <NewPasswordField say={say} />
      </RouteForm>
      <p>
        <a href={FORGOTTEN}>{say('account.choose.again')}</a>
      </p>
    </Plain>
  )
}
