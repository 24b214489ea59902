import { LANGUAGES } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { User } from '@/payload-types'
import type { ActionWords } from '../actionWords'
import { languageName } from '../words/languageName'
import { RouteForm } from './RouteForm.client'

/** One's own name and the language of the screens. */
export function PersonForm({ person, words, say }: { person: User; words: ActionWords; say: Translator }) {
  return (
    <section className="panel stack" aria-labelledby="person-h">
      <h2 id="person-h">{say('account.person.title')}</h2>
      {/* Reloads the page afterwards, because the language affects all of it. */}
      <RouteForm
        path="/api/account/person"
        fixed={{ seen: person.rev ?? 0 }}
        label={say('account.person.do')}
        words={words}
        look="second"
        next="/admin/account"
      >
        <div className="field">
          <label htmlFor="person-name">{say('account.person.name')}</label>
          <input
            type="text"
            id="person-name"
            name="name"
            autoComplete="name"
            maxLength={120}
            defaultValue={person.name}
            required
          />
        </div>
        <div className="field">
          <label htmlFor="person-language">{say('account.person.language')}</label>
          <select id="person-language" name="language" defaultValue={person.language ?? 'en'}>
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {languageName(say, one)}
              </option>
            ))}
          </select>
        </div>
      </RouteForm>
    </section>
  )
}
