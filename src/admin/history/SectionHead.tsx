import type { Translator } from '@/messages/translate'
import type { SectionFacts } from '../editor/sectionFacts'
import { EditionStatus, ModeStatus } from '../words/Status'
import { textIn } from '../words/titles'

/** The number and the title of a section of a national version, in the language of its page. */
export function sectionTitle({ number, content, language, state, key }: SectionFacts): string {
  const { text } = textIn({ given: content.title, languages: [language, ...state.variant.languages], otherwise: key })
  return `${number} ${text}`
}

/** The country's choice for the section, the state of the edition, and the common text that the section follows. */
export function SectionLead({ facts, say }: { facts: SectionFacts; say: Translator }) {
  const { state, entry, language } = facts
  const lead = state.isBasisWithdrawn ? 'editor.lead-withdrawn' : 'editor.lead'
  return (
    <div className="row">
      <ModeStatus mode={entry.mode} say={say} />
      {state.edition ? <EditionStatus state={state.edition.state} isWithdrawn={state.withdrawn} say={say} /> : null}
      <span className="muted">
        {say(lead, { language: say(`words.language.${language}`), version: state.baseline.version })}
      </span>
    </div>
  )
}
