import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { languageName } from '../words/languageName'

/** The languages of a text as links; the address says which one is open. */
export function LanguageLinks({
  languages,
  current,
  addressOf,
  label,
  say,
}: {
  languages: readonly Language[]
  current: Language
  addressOf: (language: Language) => string
  /** Shown before the links, on a page with the languages of several texts. */
  label?: string
  say: Translator
}) {
  if (languages.length < 2) return null
  return (
    <nav aria-label={label ?? say('editor.languages')} className={label ? 'row' : undefined}>
      {label ? (
        <span className="muted" aria-hidden="true">
          {label}
        </span>
      ) : null}
      <ul className="language-links">
        {languages.map((language) => (
          <li key={language}>
            <a href={addressOf(language)} {...(language === current ? { 'aria-current': 'page' as const } : {})}>
              {languageName(say, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
