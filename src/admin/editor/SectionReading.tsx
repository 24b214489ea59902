import { Fragment } from 'react'
import { hasRole } from '@/domain/actor'
import { wordsRead } from '@/domain/became'
import type { SectionChange } from '@/domain/diff/diff'
import { isEmptyField } from '@/domain/richText/sameText'
import { NO_TEXTS, OWN_FIELDS } from '@/domain/section'
import { hasText } from '@/domain/sectionText'
import { whyOf } from '@/domain/why'
import { sayRefusal } from '@/messages/translate'
import { ChangeReasons } from '@/textView/ChangeReasons'
import { LinkedWords } from '@/textView/LinkedWords'
import type { Visitor } from '../frame/visitor'
import { StandInNote } from '../words/StandInNote'
import { commonValues, savedValues } from './openingValues'
import { SavedDifference } from './SavedDifference'
import { type SectionFacts, textUnderAddition } from './sectionFacts'
import { Unsaved } from './Unsaved'
import { WholeText } from './WholeText'
import { WHY_TITLES } from './whyTitles'

/** The section as text, for people who do not edit it, and for those who want to see it as readers will. */
export function SectionReading({
  facts,
  visitor,
  change,
  asReader,
  country,
}: {
  facts: SectionFacts
  visitor: Visitor
  /** The country's changes to the common text; null if there are none, or they are not shown. */
  change: SectionChange | null
  asReader: boolean
  country: string
}) {
  const { content, entry, language } = facts
  const { actor, language: pageLanguage, say } = visitor
  const isOmitted = entry.mode === 'omit'
  const isMissing = isEmptyField(content.title[language])
  const common = commonValues({ content: facts.base?.content ?? null, language })
  const saved = savedValues({ own: facts.own, common, body: textUnderAddition(facts), language })
  const isTranslator = hasRole({ actor, roles: ['translator'], country: facts.state.variant.country })
  return (
    <div className="stack-l">
      {asReader ? (
        <p className="note">{say('editor.reader.lead')}</p>
      ) : (
        <>
          <p className="muted">{isTranslator ? whyNothingToTranslate(facts, visitor) : say('editor.reading.lead')}</p>
          <Unsaved of={{ variant: facts.state.variant.id, key: facts.key, language }} saved={saved} visitor={visitor} />
        </>
      )}
      <section className="pane" aria-labelledby="reading-title">
        <header>
          <h2 id="reading-title" className="pane-title">
            {asReader ? say(`words.mode.${entry.mode}`) : say('editor.reading.text', { country })}
          </h2>
        </header>
        <div className="text measure">
          {isOmitted ? (
            <p>{say('editor.mode.omit-shown')}</p>
          ) : asReader ? (
            <AsReader facts={facts} visitor={visitor} country={country} />
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
      {change ? (
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

/** What readers get for each field: its words, and those of another language that replace missing ones. */
function AsReader({ facts, visitor, country }: { facts: SectionFacts; visitor: Visitor; country: string }) {
  const { content, entry, language, state } = facts
  const { say } = visitor
  const read = wordsRead({ entry, content }, { language, source: state.toolkit.sourceLanguage })
  // An addition within the text is shown with it, if readers get both in one language.
  const isWithin = read.additionAt !== undefined && read.addition?.language === read.body?.language
  return OWN_FIELDS.map((field) => {
    const said = read[field]
    if (!said || (isWithin && field === 'addition')) return null
    const together = isWithin && field === 'body' ? { body: content.body, addition: content.addition } : {}
    return (
      <Fragment key={field}>
        {said.standsIn ? <StandInNote language={language} other={said.language} say={say} /> : null}
        <WholeText
          content={{ ...content, ...NO_TEXTS, [field]: { [said.language]: said.value }, ...together }}
          language={said.language}
          idPrefix={`${field}-`}
          additionLabel={say('editor.reading.added', { country })}
        />
      </Fragment>
    )
  })
}

function whyNothingToTranslate({ notToTranslate }: SectionFacts, { language, say }: Visitor): string {
  return notToTranslate ? sayRefusal(language, notToTranslate) : say('editor.reading.translator')
}

function Reasons({ facts, visitor: { language: pageLanguage, say } }: { facts: SectionFacts; visitor: Visitor }) {
  const { entry, language } = facts
  const { explanation, mode, reason, sources } = entry
  const changes = whyOf(entry, { language, source: facts.state.toolkit.sourceLanguage })?.changes
  if (!reason && !explanation && !sources && !changes) return null
  return (
    <section className="stack" aria-labelledby="reasons-title">
      <h2 id="reasons-title">{say(WHY_TITLES[mode])}</h2>
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
            <dd>
              <LinkedWords words={sources} />
            </dd>
          </>
        ) : null}
      </dl>
      <ChangeReasons changes={changes} language={language} pageLanguage={pageLanguage} t={say} />
    </section>
  )
}
