import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { sayRulesGone } from '../words/sayRules'
import type { ShownSection } from './importAnswer'

/** The parts with a rule that the sections no longer have: their rules are removed with the import. */
export function RulesGone({ sections, t }: { sections: readonly ShownSection[]; t: Translator }) {
  const losing = sections.filter(({ rulesGone }) => rulesGone.length > 0)
  if (losing.length === 0) return null
  return (
    <section className="warn stack" id="rules-gone" aria-labelledby="rules-gone-title">
      <h3 id="rules-gone-title" tabIndex={-1}>
        <SignIcon sign="warning" /> {t('editor.import.rules-gone')}
      </h3>
      <ul>
        {losing.map((section) => (
          <li key={section.index}>
            <strong>
              {section.number} {section.title}
            </strong>
            {t('diff.colon')} {sayRulesGone(section.rulesGone, t)}
          </li>
        ))}
      </ul>
    </section>
  )
}
