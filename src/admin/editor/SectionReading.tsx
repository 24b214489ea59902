import { hasRole } from '@/domain/actor'
import { diffSection } from '@/domain/diff/diff'
import { hasText, sectionText } from '@/domain/sectionText'
import { sayRefusal } from '@/messages/translate'
import type { Visitor } from '../frame/visitor'
import { modeWord } from '../words/modeWord'
import { SavedDifference } from './SavedDifference'
import type { SectionFacts } from './sectionFacts'
import { WholeText } from './WholeText'

/** The section as text, for those who do not write it, and for those who want to see it as readers will. */
export function SectionReading({
  facts,
  visitor,
  asReader,
  country,
}: {
  facts: SectionFacts
  visitor: Visitor
  asReader: boolean
  country: string
}) {
  const { base, content, entry, language, own, kind } = facts
  const { actor, language: pageLanguage, say } = visitor
  const isOmitted = entry.mode === 'omit'
  const isMissing = content.title[language] === undefined
  const isTranslator = hasRole({ actor, roles: ['translator'], country: facts.state.variant.country })
  const change =
    base && own && kind === 'common' && !asReader && (entry.mode === 'adapt' || entry.mode === 'supplement')
      ? diffSection({
          before: sectionText({ content: base.content, language }),
          after: sectionText({ content, language }),
        })
      : null
  return (
    <div className="stack-l">
      {asReader ? (
        <p className="note">{say('editor.reader.lead')}</p>
      ) : (
        <p className="muted">{isTranslator ? whyNothingToTranslate(facts, visitor) : say('editor.reading.lead')}</p>
      )}
      <section className="pane" aria-labelledby="reading-title">
        <header>
          <h2 id="reading-title" className="pane-title">
            {asReader ? modeWord(say, entry.mode) : say('editor.reading.text', { country })}
          </h2>
        </header>
        <div className="text measure">
          {isOmitted ? (
            <p>{say('editor.mode.omit-shown')}</p>
          ) : (
            <>
              {isMissing ? (
                <p>{say('editor.reading.missing', { language: say(`words.language.${language}`) })}</p>
              ) : null}
              {hasText(content, language) ? (
                <WholeText
                  content={content}
                  language={language}
                  idPrefix=""
                  additionLabel={say('editor.reading.added', { country })}
                />
              ) : null}
            </>
          )}
        </div>
      </section>
      <Reasons facts={facts} visitor={visitor} />
      {change && change.counts.changes > 0 ? (
        <section className="stack" aria-labelledby="differences-title">
          <h2 id="differences-title">{say('editor.reading.differences')}</h2>
          <div className="text measure">
            <SavedDifference change={change} language={language} pageLanguage={pageLanguage} say={say} />
          </div>
        </section>
      ) : null}
    </div>
  )
}

function whyNothingToTranslate({ notToTranslate }: SectionFacts, { language, say }: Visitor): string {
  return notToTranslate ? sayRefusal(language, notToTranslate) : say('editor.reading.translator')
}

function Reasons({ facts: { entry, language }, visitor: { say } }: { facts: SectionFacts; visitor: Visitor }) {
  const { explanation, reason, sources } = entry
  if (!reason && !explanation && !sources) return null
  return (
    <section className="stack" aria-labelledby="reasons-title">
      <h2 id="reasons-title">{say('editor.why.title')}</h2>
      <dl className="kv">
        {reason ? (
          <>
            <dt>{say('editor.why.reason')}</dt>
            <dd>{say(`words.reason.${reason}`)}</dd>
          </>
        ) : null}
        {explanation?.[language] ? (
          <>
            <dt>{say('editor.why.explanation')}</dt>
            <dd lang={language}>{explanation[language]}</dd>
          </>
        ) : null}
        {sources ? (
          <>
            <dt>{say('editor.why.source')}</dt>
            <dd>{sources}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
